import type { Colonne, Genre } from '../../classeur/colonne';
import { TABLES, type CleTable } from '../../classeur/tables';

/** Les onglets qui gardent quelque chose ; ceux qui se refont (revue, tableau, anomalies) n'y sont pas. */
export const TABLES_ENTREPOT = [
  'clients',
  'affaires',
  'devis',
  'actions',
  'factures',
  'satisfaction',
  'objectifs',
  'historique',
  'tarifs',
  'modeles',
  'equipe',
  'parametres',
  'registre',
  'journal',
] as const satisfies readonly CleTable[];

/** Nature d'une colonne d'entrepôt ; `decimal` : euros à deux décimales exactes. */
export type TypeEntrepot =
  'texte' | 'entier' | 'decimal' | 'reel' | 'date' | 'horodatage' | 'booleen';

/** Une colonne d'entrepôt. */
export interface ColonneEntrepot {
  /** Son nom en SQL : minuscules, chiffres et traits bas. */
  readonly nom: string;
  readonly type: TypeEntrepot;
  /** Jamais vide. */
  readonly requise: boolean;
  readonly description: string;
}

/** Une table d'entrepôt, ses lignes lues au fil de l'eau, dans l'ordre de ses colonnes. */
export interface TableAExporter {
  readonly nom: string;
  readonly description: string;
  readonly nombre: number;
  readonly colonnes: readonly ColonneEntrepot[];
  /**
   * Montants en centimes, dates `AAAA-MM-JJ` (un mois est son premier jour), horodatages
   * `AAAA-MM-JJTHH:MM` à l'heure de Paris.
   */
  readonly lignes: Iterable<readonly unknown[]>;
}

/** `montantHt` → `montant_ht`. */
export function nomSql(cle: string): string {
  return cle.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`);
}

const TYPES: Readonly<Record<Genre, TypeEntrepot>> = {
  texte: 'texte',
  long: 'texte',
  entier: 'entier',
  nombre: 'reel',
  montant: 'decimal',
  taux: 'reel',
  date: 'date',
  mois: 'date',
  horodatage: 'horodatage',
  booleen: 'booleen',
  choix: 'texte',
  email: 'texte',
  personne: 'texte',
  lien: 'texte',
  libre: 'texte',
};

const UNITES: Partial<Record<Genre, string>> = {
  montant: 'En euros.',
  taux: 'Part de 1 : 0,2 pour 20 %.',
  mois: 'Premier jour du mois.',
  horodatage: 'Heure de Paris.',
};

export function colonnesDeclarees(cle: CleTable): readonly (readonly [string, Colonne])[] {
  return Object.entries(TABLES[cle].colonnes);
}

/** Une cellule illisible est vide ici (sa colonne `illisibles` le dit) : même un champ requis peut l'être. */
export function colonneEntrepot(cle: string, colonne: Colonne): ColonneEntrepot {
  const { genre, entete, aide, valeurs } = colonne;
  const permises = valeurs.length > 0 ? `Une de : ${valeurs.join(', ')}.` : '';
  return {
    nom: nomSql(cle),
    type: TYPES[genre],
    requise: false,
    description: [`Colonne « ${entete} ».`, aide, UNITES[genre] ?? '', permises]
      .filter((t) => t !== '')
      .join(' '),
  };
}

export const colonne = (
  nom: string,
  type: TypeEntrepot,
  description: string,
  requise = true,
): ColonneEntrepot => ({ nom, type, description, requise });
