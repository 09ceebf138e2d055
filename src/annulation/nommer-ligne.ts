import { TABLES, type CleTable } from '../classeur/tables';
import type { Colonne } from '../classeur/colonne';
import { montrerValeur } from '../classeur/montrer-valeur';
import { nommer } from '../import/nommer';
import { normaliser, plusProche } from '../commun/texte';
import type { Ecrit } from './ecrits';
import type { LigneSignee } from './lignes-signees';

/** Le texte d'une valeur ; vide si la cellule l'est. */
export const texteOuVide = (colonne: Colonne, valeur: unknown): string =>
  valeur === null || valeur === undefined ? '' : montrerValeur(colonne, valeur);

/** L'enregistrement d'une ligne, pour un message : « Devis DEV-2026-0042 », « Actions, ligne 12 ». */
export function nommerLigne(table: CleTable, enregistrement: Enregistrement): string {
  const { onglet } = TABLES[table];
  const nom = nommer(enregistrement);
  return nom === '' || TABLES[table].identite.length === 0
    ? `${onglet}, ligne ${enregistrement.ligne}`
    : `${onglet} ${nom}`;
}

/** Le nom sous lequel le Journal montre qu'il a été créé ; vide s'il n'en a pas. */
export function nomEcrit(table: CleTable, ecrit: Ecrit): string {
  return joindre(table, ({ entete }) => ecrit.get(entete) ?? '');
}

/** Ce nom, si l'enregistrement en a changé depuis ; sinon, ou si le Journal ne le montre pas, `null`. */
export function ancienNom(
  table: CleTable,
  enregistrement: Enregistrement,
  ecrit: Ecrit | null,
): string | null {
  if (ecrit === null) return null;
  const nom = nomEcrit(table, ecrit);
  return nom === '' || nom === nomActuel(table, enregistrement) ? null : nom;
}

/** De ces lignes, celle dont le nom ressemble à celui que le Journal montre. */
export function parLeNom(
  table: CleTable,
  ecrit: Ecrit | null,
  lignes: readonly LigneSignee[],
): LigneSignee | null {
  if (ecrit === null) return null;
  const nom = nomEcrit(table, ecrit);
  const noms = lignes.map(({ enregistrement }) => nomActuel(table, enregistrement));
  const allonge = noms.filter((n) => normaliser(n).startsWith(normaliser(nom)));
  const proche = allonge.length === 1 ? allonge[0] : plusProche(nom, noms);
  return lignes.find((_, i) => noms[i] === proche) ?? null;
}

function nomActuel(table: CleTable, enregistrement: Enregistrement): string {
  return joindre(table, (colonne, cle) => texteOuVide(colonne, enregistrement[cle]));
}

/** Ce qui nomme, en texte ; une première version va sans dire. */
function joindre(table: CleTable, texte: (colonne: Colonne, cle: string) => string): string {
  const identite: readonly string[] = TABLES[table].identite;
  const colonnes: readonly (readonly [string, Colonne])[] = Object.entries(TABLES[table].colonnes);
  return colonnes
    .filter(([cle]) => identite.includes(cle))
    .map(([cle, colonne]) => {
      const vu = texte(colonne, cle);
      return cle !== 'version' ? vu : vu === '1' ? '' : `V${vu}`;
    })
    .filter((t) => t !== '')
    .join(' · ');
}

/** Un enregistrement de n'importe quelle table. */
export type Enregistrement = Readonly<Record<string, unknown>> & { readonly ligne: number };
