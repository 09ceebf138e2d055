import { normaliser } from '../commun/texte';
import type { Ecriture, Ecritures, LigneEcrite } from './ecritures';

/** Une ligne où l'utilisateur a tapé quelque chose dans ses propres colonnes. */
export interface LigneNotee<D> {
  readonly ligne: number;
  /** Les cellules qui nomment l'enregistrement, telles qu'elles étaient. */
  readonly identite: LigneEcrite<D>;
  readonly notes: LigneEcrite<D>;
}

/** Les notes d'un onglet, et les cellules qui ne bougent pas : formules et matrices. */
export interface NotesLues<D> {
  readonly notees: readonly LigneNotee<D>[];
  readonly estFigee: (ligne: number, rang: number) => boolean;
}

/**
 * Un onglet généré est refait dans un autre ordre : ce que l'utilisateur a tapé dans ses propres
 * colonnes suit l'enregistrement qu'il annote (S1-1), avec son style. Les formules restent où elles
 * sont : elles parlent de leur ligne. Une note dont l'enregistrement n'est plus là, ou dont la place
 * est prise par une formule, est gardée sous les lignes générées, avec l'identité de ce qu'elle
 * annote. Sans identité (« Anomalies »), rien n'est déplacé. Commentaires, liens et mises en forme
 * conditionnelles sont attachés à des adresses : ils restent.
 *
 * `identite` : les rangs des colonnes qui nomment ; `videe` : ce que laisse une note partie.
 */
export function suivreNotes<D>(
  ecritures: Ecritures<D>,
  identite: readonly number[],
  { notees, estFigee }: NotesLues<D>,
  videe: Ecriture<D>,
): void {
  const refaites = ecritures.refaites ?? [];
  const fin = refaites.length + 1;
  const lignes = new Map<string, number>();
  refaites.forEach((ligne, i) => {
    const cle = cleDe(ligne, identite);
    if (!lignes.has(cle)) lignes.set(cle, i + 2);
  });

  /** Où vont les notes : par ligne, par rang. */
  const posees = new Map<number, LigneEcrite<D>>();
  const poser = (ligne: number, rang: number, note: Ecriture<D>): void => {
    const deLigne = posees.get(ligne) ?? new Map<number, Ecriture<D>>();
    posees.set(ligne, deLigne.set(rang, note));
  };
  const estLibre = (ligne: number, rang: number): boolean =>
    !estFigee(ligne, rang) && !posees.get(ligne)?.has(rang);

  const restantes: LigneNotee<D>[] = [];
  for (const notee of notees) {
    const cle = cleDe(notee.identite, identite);
    const sansNom = cle === cleDe(new Map(), identite);
    if (sansNom && notee.ligne > fin) {
      for (const [rang, note] of notee.notes) poser(notee.ligne, rang, note);
      continue;
    }
    const cible = sansNom ? undefined : lignes.get(cle);
    const reste: LigneEcrite<D> = new Map();
    for (const [rang, note] of notee.notes) {
      if (cible !== undefined && estLibre(cible, rang)) poser(cible, rang, note);
      else reste.set(rang, note);
    }
    if (reste.size > 0) restantes.push({ ...notee, notes: reste });
  }
  for (const { identite: nom, notes } of restantes) {
    let ligne = fin + 1;
    while (posees.has(ligne) || [...notes.keys()].some((r) => estFigee(ligne, r))) ligne += 1;
    posees.set(ligne, new Map(notes));
    const ecrite = ecritures.refaite(ligne);
    for (const [rang, cellule] of nom) ecrite.set(rang, cellule);
  }
  // Toutes les notes placées : d'abord vider d'où elles partent, puis écrire où elles vont.
  for (const { ligne, notes } of notees) {
    for (const rang of notes.keys()) ecritures.refaite(ligne).set(rang, videe);
  }
  for (const [ligne, notes] of posees) {
    for (const [rang, note] of notes) ecritures.refaite(ligne).set(rang, note);
  }
}

const cleDe = <D>(ligne: LigneEcrite<D>, identite: readonly number[]): string =>
  identite.map((rang) => normaliser(String(ligne.get(rang)?.brut ?? ''))).join('\0');
