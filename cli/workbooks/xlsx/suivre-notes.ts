import type { Table } from '../../../src/classeur/table';
import { normaliser } from '../../../src/commun/texte';
import type { Ecriture, EcrituresFeuille, LigneEcrite } from './ecritures-feuille';
import type { ContexteLecture } from './feuille-lire';
import type { FeuilleInspectee } from './inspecter-feuille';
import { lireNotes, type LigneNotee } from './lire-notes';

const VIDEE: Ecriture = { brut: null, genre: 'texte', exact: false, style: null };

/**
 * Un onglet généré est refait dans un autre ordre : ce que l'utilisateur a tapé dans ses propres
 * colonnes suit l'enregistrement qu'il annote (S1-1), avec son style. Les formules restent où elles
 * sont : elles parlent de leur ligne. Une note dont l'enregistrement n'est plus là, ou dont la place
 * est prise par une formule, est gardée sous les lignes générées, avec l'identité de ce qu'elle
 * annote. Sans identité (« Anomalies »), rien n'est déplacé. Commentaires, liens et mises en forme
 * conditionnelles sont attachés à des adresses : ils restent.
 */
export function suivreNotes(
  feuille: FeuilleInspectee,
  table: Table,
  ecritures: EcrituresFeuille,
  contexte: ContexteLecture,
): void {
  const { refaites } = ecritures;
  if (!refaites || table.identite.length === 0 || !feuille.notes) return;
  const identite = table.identite.map((cle) => ecritures.rangDe(cle));
  const { notees, estFigee } = lireNotes(feuille, ecritures.declares, identite, contexte);
  const fin = refaites.length + 1;
  const lignes = new Map<string, number>();
  refaites.forEach((ligne, i) => {
    const cle = cleDe(ligne, identite);
    if (!lignes.has(cle)) lignes.set(cle, i + 2);
  });

  /** Où vont les notes : par ligne, par rang. */
  const posees = new Map<number, LigneEcrite>();
  const poser = (ligne: number, rang: number, note: Ecriture): void => {
    const deLigne = posees.get(ligne) ?? new Map<number, Ecriture>();
    posees.set(ligne, deLigne.set(rang, note));
  };
  const estLibre = (ligne: number, rang: number): boolean =>
    !estFigee(ligne, rang) && !posees.get(ligne)?.has(rang);

  const restantes: LigneNotee[] = [];
  for (const notee of notees) {
    const cle = cleDe(notee.identite, identite);
    const sansNom = cle === cleDe(new Map(), identite);
    if (sansNom && notee.ligne > fin) {
      for (const [rang, note] of notee.notes) poser(notee.ligne, rang, note);
      continue;
    }
    const cible = sansNom ? undefined : lignes.get(cle);
    const reste: LigneEcrite = new Map();
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
    for (const rang of notes.keys()) ecritures.refaite(ligne).set(rang, VIDEE);
  }
  for (const [ligne, notes] of posees) {
    for (const [rang, note] of notes) ecritures.refaite(ligne).set(rang, note);
  }
}

const cleDe = (ligne: LigneEcrite, identite: readonly number[]): string =>
  identite.map((rang) => normaliser(String(ligne.get(rang)?.brut ?? ''))).join('\0');
