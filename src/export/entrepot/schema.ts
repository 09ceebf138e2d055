import type { Horodatage } from '../../commun/date-civile';
import type { TableAExporter, TypeEntrepot } from './tables-entrepot';

/** Change quand une table, une colonne ou un type change de sens. */
const FORMAT_ENTREPOT = 1;

const TYPES_SQL: Readonly<Record<TypeEntrepot, string>> = {
  texte: 'VARCHAR',
  entier: 'BIGINT',
  decimal: 'DECIMAL(18,2)',
  reel: 'DOUBLE',
  date: 'DATE',
  horodatage: 'TIMESTAMP',
  booleen: 'BOOLEAN',
};

/** La description des tables, pour un programme : `schema.json`. */
export function schemaJson(tables: readonly TableAExporter[], exporteLe: Horodatage): object {
  return {
    produit: 'suivi-commercial',
    format: FORMAT_ENTREPOT,
    exporteLe,
    tables: tables.map(({ nom, description, nombre, colonnes }) => ({
      nom,
      fichier: `courant/${nom}.parquet`,
      description,
      lignes: nombre,
      colonnes: colonnes.map((c) => ({
        nom: c.nom,
        type: TYPES_SQL[c.type],
        nullable: !c.requise,
        description: c.description,
      })),
    })),
  };
}

const enCommentaire = (texte: string): string => texte.replace(/\s+/g, ' ');

/** Les mêmes tables, en SQL courant, chaque colonne expliquée : `schema.sql`. */
export function schemaSql(tables: readonly TableAExporter[]): string {
  const creees = tables.map(({ nom, description, colonnes }) => {
    const lignes = colonnes.map((c, i) => {
      const fin = i === colonnes.length - 1 ? '' : ',';
      const obligatoire = c.requise ? ' NOT NULL' : '';
      return `  -- ${enCommentaire(c.description)}\n  ${c.nom} ${TYPES_SQL[c.type]}${obligatoire}${fin}`;
    });
    return `-- ${enCommentaire(description)}\nCREATE TABLE ${nom} (\n${lignes.join('\n')}\n);`;
  });
  return `${creees.join('\n\n')}\n`;
}
