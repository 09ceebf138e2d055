import type { Changement } from '../classeur/changements';
import type { Colonne } from '../classeur/colonne';
import { ecrireCellule } from '../classeur/ecrire-cellule';
import { ILLISIBLE, lireCellule } from '../classeur/lire-cellule';
import type { CelluleIllisible, Snapshot, TablesLues } from '../classeur/snapshot';
import { TABLES, type CleTable } from '../classeur/tables';
import { grouperPar } from '../commun/grouper';
import type { Enregistrement } from './nommer-ligne';

/**
 * Le classeur tel qu'il se lirait une fois une annulation écrite, sans rien écrire : de quoi demander
 * si l'annulation suivante passerait. Ses tables et `illisiblesDe` suivent, et eux seuls.
 */
export function snapshotApres(avant: Snapshot, changements: readonly Changement[]): Snapshot {
  const changees = new Map<CleTable, TableChangee>();
  for (const siens of grouperPar(changements, (c) => c.table)) {
    const [{ table }] = siens;
    changees.set(table, changer(avant, table, siens));
  }
  const tables = Object.create(avant.tables) as TablesLues;
  for (const [table, { lignes }] of changees)
    Object.defineProperty(tables, table, { value: lignes });
  const illisiblesDe: Snapshot['illisiblesDe'] = (table) =>
    changees.get(table)?.illisibles ?? avant.illisiblesDe(table);
  return Object.create(avant, {
    tables: { value: tables },
    illisiblesDe: { value: illisiblesDe },
  }) as Snapshot;
}

interface TableChangee {
  readonly lignes: readonly Enregistrement[];
  readonly illisibles: readonly CelluleIllisible[];
}

function changer(avant: Snapshot, table: CleTable, siens: readonly Changement[]): TableChangee {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const lignes = new Map(
    (avant.tables[table] as readonly Enregistrement[]).map((e) => [e.ligne, e]),
  );
  const illisibles = new Map(avant.illisiblesDe(table).map((c) => [`${c.ligne}:${c.colonne}`, c]));
  const oter = (ligne: number, colonne: string) => illisibles.delete(`${ligne}:${colonne}`);
  let derniere = Math.max(1, ...lignes.keys());
  for (const c of siens) {
    if (c.type === 'supprimer') {
      lignes.delete(c.ligne);
      for (const colonne of Object.keys(colonnes)) oter(c.ligne, colonne);
    } else if (c.type === 'ajouter') {
      derniere += 1;
      lignes.set(derniere, { ...c.valeurs, ligne: derniere } as Enregistrement);
    } else if (c.type === 'modifier') {
      const apres: Record<string, unknown> = {};
      for (const [cle, valeur] of Object.entries(c.apres)) {
        const colonne = colonnes[cle];
        if (!colonne) continue;
        const { brut } = ecrireCellule(colonne, valeur);
        const lue = lireCellule(colonne, brut);
        oter(c.ligne, cle);
        apres[cle] = lue === ILLISIBLE ? null : lue;
        if (lue !== ILLISIBLE) continue;
        const illisible = { table, ligne: c.ligne, colonne: cle, valeur: String(brut) };
        illisibles.set(`${c.ligne}:${cle}`, illisible);
      }
      lignes.set(c.ligne, { ...lignes.get(c.ligne), ...apres, ligne: c.ligne });
    }
  }
  return { lignes: [...lignes.values()], illisibles: [...illisibles.values()] };
}
