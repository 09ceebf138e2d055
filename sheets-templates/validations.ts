import type { Colonne } from '../src/classeur/colonne';
import { TABLES, type CleTable } from '../src/classeur/tables';
import { listeDe } from './listes';

/** Ce qu'une cellule accepte, et ce qu'on dit à qui tape autre chose. */
export type Validation = {
  readonly titre: string;
  readonly message: string;
  /** `false` : un avertissement, que l'on peut passer outre. */
  readonly stricte: boolean;
} & (
  | { readonly genre: 'valeurs'; readonly valeurs: readonly string[] }
  | { readonly genre: 'liste'; readonly nom: string }
  | { readonly genre: 'date' }
  | { readonly genre: 'decimal'; readonly min: number; readonly max: number }
  | { readonly genre: 'entier'; readonly min: number; readonly max: number }
);

const MONTANT_MAX = 1e9;

/** Bornes propres à une colonne ; les autres suivent leur genre. */
function bornes(table: CleTable, cle: string): { min: number; max: number } {
  if (table === 'satisfaction') return { min: 0, max: 10 };
  if (cle === 'duree') return { min: 0, max: 1000 };
  return { min: -100_000, max: 100_000 };
}

/** La règle de saisie d'une colonne ; `null` si tout y est permis (textes, réglages). */
export function validationDe(table: CleTable, cle: string, colonne: Colonne): Validation | null {
  const titre = colonne.entete.slice(0, 32);
  const liste = listeDe(table, cle);
  if (liste !== null) {
    const source = { ListeClients: 'Clients', ListeAffaires: 'Affaires' }[liste] ?? 'Équipe';
    const message = `Cette valeur n’est pas encore dans l’onglet « ${TABLES[source === 'Clients' ? 'clients' : source === 'Affaires' ? 'affaires' : 'equipe'].onglet} ». Choisissez-la dans la liste, ou ajoutez-la d’abord à cet onglet. La garder quand même ?`;
    return { genre: 'liste', nom: liste, titre, message, stricte: false };
  }
  const stricte = true;
  switch (colonne.genre) {
    case 'choix':
      return {
        genre: 'valeurs',
        valeurs: colonne.valeurs,
        titre,
        message: 'Choisissez une valeur de la liste (flèche à droite de la cellule).',
        stricte,
      };
    case 'booleen':
      return {
        genre: 'valeurs',
        valeurs: ['Oui', 'Non'],
        titre,
        message: 'Écrivez Oui ou Non, ou laissez vide.',
        stricte,
      };
    case 'date':
    case 'mois':
      return {
        genre: 'date',
        titre,
        message: 'Écrivez une date, par exemple 02/03/2026.',
        stricte,
      };
    case 'montant':
      return {
        genre: 'decimal',
        min: -MONTANT_MAX,
        max: MONTANT_MAX,
        titre,
        message: 'Écrivez un montant en euros, par exemple 1250,50.',
        stricte,
      };
    case 'taux':
      return {
        genre: 'decimal',
        min: 0,
        max: 1,
        titre,
        message: 'Écrivez un pourcentage entre 0 % et 100 %, par exemple 20 %.',
        stricte,
      };
    case 'nombre': {
      const { min, max } = bornes(table, cle);
      const message =
        max === 10 ? 'Écrivez une note de 0 à 10.' : 'Écrivez un nombre, par exemple 1,5.';
      return { genre: 'decimal', min, max, titre, message, stricte };
    }
    case 'entier':
      return {
        genre: 'entier',
        ...bornes(table, cle),
        titre,
        message: 'Écrivez un nombre entier.',
        stricte,
      };
    default:
      return null;
  }
}
