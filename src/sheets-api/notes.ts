import type { Changement } from '../classeur/changements';
import { annoteesParmi, lignesSupprimees } from '../classeur/lignes-annotees';
import type { LigneNotee, NotesLues } from '../classeur/suivre-notes';
import { lettreColonne } from '../classeur/source';
import type { CleTable } from '../classeur/tables';
import type { Probleme } from '../messages/probleme';
import type { Dialogue } from './appel';
import { CELLULE_ENTIERE } from './blocs';
import { lire } from './insister';
import type { EtatGoogle, OngletGoogle } from './lire-etat';
import { plageA1 } from './reperes';
import { estVide, type CelluleJson, type ClasseurJson } from './reponses';
import type { Cellule } from './rest';
import { ongletDe } from './traduire';

const CHAMPS = `sheets(data(rowData(values(${CELLULE_ENTIERE}))))`;

/** Les colonnes de l'utilisateur où quelque chose est écrit, sous l'en-tête. */
function rangsPersonnels({ grille, positions }: OngletGoogle): number[] {
  const declares = new Set(positions.values());
  const rangs = new Set<number>();
  for (let i = 1; i < grille.length; i++) {
    (grille[i] ?? []).forEach((cellule, rang) => {
      if (!declares.has(rang) && !estVide(cellule)) rangs.add(rang);
    });
  }
  return [...rangs].sort((a, b) => a - b);
}

/**
 * Ce que l'utilisateur a écrit dans ses propres colonnes d'un onglet que l'on va refaire, avec
 * l'aspect de ces cellules ; `null` s'il n'y a rien (le cas ordinaire : aucun appel).
 */
export function* lireNotes(
  id: string,
  onglet: OngletGoogle,
  identite: readonly number[],
): Dialogue<NotesLues<Cellule> | null> {
  const rangs = rangsPersonnels(onglet);
  const [premier] = rangs;
  if (premier === undefined) return null;
  const lettres = [premier, rangs[rangs.length - 1] ?? premier].map(lettreColonne);
  const plages = [plageA1(onglet.titre, `${lettres[0]}2:${lettres[1]}${onglet.occupee}`)];
  const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS, plages });
  const rowData = json.sheets?.[0]?.data?.[0]?.rowData ?? [];
  const celluleA = (ligne: number, rang: number): CelluleJson =>
    rowData[ligne - 2]?.values?.[rang - premier] ?? {};
  const brutA = (ligne: number, rang: number) => onglet.grille[ligne - 1]?.[rang];
  /** Une formule, ou une cellule qu'une formule matricielle remplit. */
  const estFigee = (ligne: number, rang: number): boolean => {
    if (!rangs.includes(rang) || ligne > onglet.occupee) return false;
    const saisie = celluleA(ligne, rang).userEnteredValue;
    return saisie ? 'formulaValue' in saisie : !estVide(brutA(ligne, rang));
  };
  const notees: LigneNotee<Cellule>[] = [];
  for (let ligne = 2; ligne <= onglet.occupee; ligne++) {
    const notee: LigneNotee<Cellule> = { ligne, identite: new Map(), notes: new Map() };
    for (const rang of [...identite, ...rangs]) {
      const valeur = brutA(ligne, rang);
      if (valeur === null || valeur === undefined || estVide(valeur)) continue;
      const brut = typeof valeur === 'object' ? valeur.erreur : valeur;
      const base = { brut, genre: 'texte', exact: false } as const;
      if (identite.includes(rang)) notee.identite.set(rang, base);
      else if (!estFigee(ligne, rang))
        notee.notes.set(rang, { ...base, deplacee: celluleA(ligne, rang) });
    }
    if (notee.notes.size > 0) notees.push(notee);
  }
  return { notees, estFigee };
}

/**
 * Les lignes à supprimer où quelqu'un a tapé quelque chose dans ses propres colonnes ; une formule n'y
 * compte pas. Aucun appel si rien n'y est écrit.
 */
export function* lignesAnnotees(
  etat: EtatGoogle,
  changements: readonly Changement[],
): Dialogue<Probleme[]> {
  const notees = new Map<CleTable, readonly LigneNotee<Cellule>[]>();
  for (const [table, noms] of lignesSupprimees(changements)) {
    const { grille, positions } = ongletDe(etat, table);
    const declares = new Set(positions.values());
    const suspecte = (ligne: number): boolean =>
      (grille[ligne - 1] ?? []).some((c, rang) => !declares.has(rang) && !estVide(c));
    if (![...noms.keys()].some(suspecte)) continue;
    const notes = yield* lireNotes(etat.id, ongletDe(etat, table), []);
    notees.set(table, notes?.notees ?? []);
  }
  return annoteesParmi(changements, (table) => {
    const { entete } = ongletDe(etat, table);
    return (notees.get(table) ?? []).flatMap(({ ligne, notes }) =>
      [...notes].map(([rang, { brut }]) => ({
        ligne,
        rang,
        entete: String(entete[rang] ?? ''),
        valeur: String(brut),
      })),
    );
  });
}
