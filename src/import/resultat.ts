import type { Doublon } from './doublons';

/**
 * Ce que rend un import (PRODUCT, « JSON shapes »). Loi : `lues = creees + modifiees + inchangees +
 * rejetees`, en lignes de la source. Les lignes suivantes d'un document déjà compté (une ligne par
 * article) sont « inchangées » : elles n'ajoutent rien ; `documents` compte les enregistrements.
 */
export interface ResultatImport {
  /** Numéro de l'import, celui du Journal. */
  readonly import: number;
  readonly lues: number;
  readonly creees: number;
  readonly modifiees: number;
  readonly inchangees: number;
  readonly rejetees: number;
  /** Enregistrements distincts que la source décrit (rejets exclus). */
  readonly documents: number;
  /** Devis repris dans un état déjà décidé, sans passer par les règles de transition. */
  readonly decidesRepris: number;
  readonly clientsCrees: number;
  readonly rejets: readonly Remarque[];
  /** Valeurs importées, mais douteuses ou illisibles. */
  readonly anomalies: readonly Remarque[];
  /** Clients à créer qui en sont peut-être d'autres : proposés, jamais fusionnés. */
  readonly doublons: readonly Doublon[];
  /** Ce qui a été décidé pour tout le fichier : séparateur décimal, ordre des dates, règle des montants. */
  readonly avertissements: readonly { readonly code: string; readonly message: string }[];
  readonly colonnes: {
    /** En-tête étranger → notre en-tête. */
    readonly reconnues: Readonly<Record<string, string>>;
    readonly ignorees: readonly string[];
  };
  /** Notre en-tête → valeur étrangère → la nôtre, quand elles diffèrent. */
  readonly valeurs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Lignes qui ne sont pas des enregistrements : préambule, lignes vides, en-têtes répétés, totaux, pieds. */
  readonly ignorees: readonly { readonly ligne: number; readonly raison: RaisonIgnoree }[];
}

export type RaisonIgnoree =
  'preambule' | 'vide' | 'en-tete-suite' | 'en-tete-repete' | 'total' | 'pied';

/** Une valeur d'une ligne de la source, et ce qui ne va pas. */
export interface Remarque {
  readonly ligne: number;
  /** En-tête dans la source, ou le nôtre si la colonne y manque. */
  readonly colonne: string;
  readonly valeur: string;
  readonly code: string;
  readonly message: string;
}
