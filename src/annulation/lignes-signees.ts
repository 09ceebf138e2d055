import type { Snapshot } from '../classeur/snapshot';
import type { CleTable } from '../classeur/tables';
import { signer, type Signature } from './empreinte';
import type { Enregistrement } from './nommer-ligne';

export interface LigneSignee {
  readonly enregistrement: Enregistrement;
  readonly signature: Signature;
}

/** Le texte des cellules incomprises d'une table, par ligne. */
export function textesIllisibles(
  snapshot: Snapshot,
  table: CleTable,
): (ligne: number, colonne: string) => string | null {
  const textes = new Map(
    snapshot.illisiblesDe(table).map((c) => [`${c.ligne}:${c.colonne}`, c.valeur]),
  );
  return (ligne, colonne) =>
    textes.size === 0 ? null : (textes.get(`${ligne}:${colonne}`) ?? null);
}

/** Tous les enregistrements d'une table, signés comme ils le seraient si un import les créait. */
export function signerTable(snapshot: Snapshot, table: CleTable): LigneSignee[] {
  const illisible = textesIllisibles(snapshot, table);
  return (snapshot.tables[table] as readonly Enregistrement[]).map((enregistrement) => ({
    enregistrement,
    signature: signer(table, enregistrement, (c) => illisible(enregistrement.ligne, c)),
  }));
}
