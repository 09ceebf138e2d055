import { estValeurBrute } from '../classeur/ecrire-cellule';
import type { Genre } from '../classeur/colonne';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { enEuros, type Centimes } from '../commun/montant';
import { colonnesExportees, enregistrements } from './enregistrements';

/** Objets dont les clés sont celles de nos colonnes : montants en euros, dates `AAAA-MM-JJ`, vides `null`. */
export function* versJson(
  snapshot: Snapshot,
  table: TableEchangeable,
): Generator<Record<string, unknown>> {
  const colonnes = colonnesExportees(table);
  for (const e of enregistrements(snapshot, table)) {
    yield Object.fromEntries(colonnes.map(([cle, c]) => [cle, valeurJson(c.genre, e[cle])]));
  }
}

/** Une valeur, comme tout JSON du produit la donne. */
export function valeurJson(genre: Genre, valeur: unknown): unknown {
  if (valeur === null || valeur === undefined) return null;
  if (estValeurBrute(valeur)) return valeur.brut;
  return genre === 'montant' ? enEuros(valeur as Centimes) : valeur;
}
