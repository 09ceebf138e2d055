import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { TABLES, type CleTable, type ValeursDe } from '../../src/classeur/tables';
import { Bureau } from './bureau';

type Contenu = { readonly [K in CleTable]?: readonly Partial<ValeursDe<K>>[] };

interface FeuilleJson {
  readonly properties: { title: string; gridProperties: { rowCount: number } };
  data?: { rowData?: object[] }[];
}

/** Un classeur de plusieurs milliers de lignes, posé d'un coup : les écrire une à une prendrait des minutes. */
export function grandClasseur(contenu: Contenu): Bureau {
  return new Bureau({}, undefined, (json) => {
    for (const [table, lignes] of Object.entries(contenu)) {
      const { onglet, colonnes } = TABLES[table as CleTable];
      const feuille = (json.sheets as FeuilleJson[]).find((f) => f.properties.title === onglet);
      const grille = feuille?.data?.[0]?.rowData;
      if (!feuille || !grille) throw new Error(`Onglet absent : ${onglet}`);
      for (const valeurs of lignes as Record<string, unknown>[]) {
        grille.push({
          values: Object.entries(colonnes).map(([cle, colonne]) =>
            cellule(ecrireCellule(colonne, valeurs[cle]).brut),
          ),
        });
      }
      const { gridProperties } = feuille.properties;
      gridProperties.rowCount = Math.max(gridProperties.rowCount, grille.length + 100);
    }
  });
}

function cellule(brut: string | number | boolean | null): object {
  if (brut === null) return {};
  return {
    userEnteredValue:
      typeof brut === 'number' ? { numberValue: brut } : { stringValue: String(brut) },
  };
}
