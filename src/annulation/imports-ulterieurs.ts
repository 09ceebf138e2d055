import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable } from '../classeur/tables';
import { numeroDansOrigine, origineAnnulation } from '../import/origines';
import { signer, texteCompare, type Signature } from './empreinte';
import type { Refus } from './refus';
import { lireRetours, type Retour } from './retour';
import type { Enregistrement } from './nommer-ligne';

/**
 * Les imports faits depuis sur les lignes qui empêchent d'annuler celui-ci, le dernier en premier. Aucun
 * si les changements viennent de personnes.
 */
export function importsUlterieurs(
  snapshot: Snapshot,
  numero: number,
  refus: readonly Refus[],
): number[] {
  const lieux = refus.flatMap(({ lieu }) => (lieu ? [lieu] : []));
  if (lieux.length === 0) return [];
  const cles = new Set(lieux.flatMap(({ table, enregistrement: e }) => clesDe(table, e)));
  return [...retoursParImport(snapshot)]
    .filter(
      ([n, retours]) => n > numero && retours.some((r) => touches(r).some((cle) => cles.has(cle))),
    )
    .map(([n]) => n)
    .sort((a, b) => b - a);
}

/** Ce que le Journal garde des imports qui n'ont pas été annulés, par numéro. */
function retoursParImport({ tables }: Snapshot): Map<number, readonly Retour[]> {
  const annules = new Set(tables.journal.map((l) => l.origine));
  const cellules = new Map<number, string[]>();
  for (const { origine, retour } of tables.journal) {
    const n = numeroDansOrigine(origine);
    if (n === null || retour === null || annules.has(origineAnnulation(n))) continue;
    const deN = cellules.get(n);
    if (deN) deN.push(retour);
    else cellules.set(n, [retour]);
  }
  return new Map([...cellules].map(([n, textes]) => [n, lireRetours(textes) ?? []]));
}

/** Les créations des autres imports, encore telles qu'ils les ont écrites : elles ne sont pas de celui-ci. */
export function creationsDAutresImports(
  snapshot: Snapshot,
  numero: number,
): (table: CleTable, signature: Signature) => boolean {
  let connues: Set<string> | null = null;
  return (table, { empreinte }) => {
    connues ??= new Set(
      [...retoursParImport(snapshot)].flatMap(([n, retours]) =>
        n === numero ? [] : retours.flatMap((r) => (r.sorte === 'creations' ? touches(r) : [])),
      ),
    );
    return connues.has(`${table} ${empreinte}`);
  };
}

/** Les enregistrements qu'un import a écrits : par leur nom s'il les a modifiés, par leur signature sinon. */
function touches(retour: Retour): string[] {
  if (retour.sorte === 'creations') {
    return retour.lignes.map(({ empreinte }) => `${retour.table} ${empreinte}`);
  }
  const { table, identite } = retour;
  return [nomDe(table, (cle) => identite[cle] ?? null)];
}

function clesDe(table: CleTable, e: Enregistrement): string[] {
  return [`${table} ${signer(table, e).empreinte}`, nomDe(table, (cle) => texteCompare(e[cle]))];
}

const nomDe = (table: CleTable, texte: (cle: string) => string | null): string =>
  `${table} ${JSON.stringify(TABLES[table].identite.map(texte))}`;
