import { lettreColonne } from '../src/classeur/source';
import { TABLES, type CleTable } from '../src/classeur/tables';

export const DERNIERE_LIGNE = 1_048_576;

/** `Devis`, `'Revue hebdo'`, `'Équipe'` : un nom d'onglet tel qu'une formule le cite. */
export function citer(onglet: string): string {
  return /^[A-Za-z_]+$/.test(onglet) ? onglet : `'${onglet}'`;
}

/** Lettre d'une colonne déclarée, dans l'ordre du modèle. */
export function lettreDe(table: CleTable, colonne: string): string {
  const rang = Object.keys(TABLES[table].colonnes).indexOf(colonne);
  if (rang < 0) throw new RangeError(`Colonne inconnue : ${table}.${colonne}`);
  return lettreColonne(rang);
}

/** `Devis!$L:$L` : la colonne entière, pour que les lignes puissent croître. */
export function colonneEntiere(table: CleTable, colonne: string): string {
  const lettre = lettreDe(table, colonne);
  return `${citer(TABLES[table].onglet)}!$${lettre}:$${lettre}`;
}

/**
 * Une formule que LibreOffice recalcule toujours à l'ouverture : il garde sinon la valeur écrite dans
 * le fichier, même si d'autres cellules ont changé. `TODAY()` la rend volatile sans la modifier.
 */
export function toujoursRecalculee(formule: string, genre: 'nombre' | 'texte'): string {
  if (formule.includes('TODAY()')) return formule;
  return genre === 'nombre' ? `${formule}+0*TODAY()` : `${formule}&T(TODAY())`;
}

/** Remplace `[statut]` par `$L2` : une formule vue de la première ligne de données. */
export function formuleDeLigne(table: CleTable, formule: string): string {
  return formule.replace(/\[(-?)(\w+)\]/g, (_, precedente: string, cle: string) =>
    precedente ? `$${lettreDe(table, cle)}1` : `$${lettreDe(table, cle)}2`,
  );
}

/** `A2:A1048576` : toutes les lignes de données, d'une colonne à une autre. */
export function plageDonnees(table: CleTable, de: string, a: string): string {
  return `${lettreDe(table, de)}2:${lettreDe(table, a)}${DERNIERE_LIGNE}`;
}
