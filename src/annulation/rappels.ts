import type { Snapshot } from '../classeur/snapshot';
import type { Horodatage } from '../commun/date-civile';
import { numeroDansOrigine, origineAnnulation } from '../import/origines';

/** Un import, pour le rappeler : son numéro, son jour, les onglets qu'il a touchés. */
export interface ImportRappele {
  readonly numero: number;
  readonly le: Horodatage | null;
  readonly onglets: readonly string[];
}

/** Les imports du Journal qui n'ont pas été annulés, le plus récent d'abord. */
export function rappeler({ tables }: Snapshot): ImportRappele[] {
  const annules = new Set(tables.journal.map((l) => l.origine));
  const imports = new Map<number, { le: Horodatage | null; onglets: Set<string> }>();
  for (const { origine, le, onglet } of tables.journal) {
    const numero = numeroDansOrigine(origine);
    if (numero === null || annules.has(origineAnnulation(numero))) continue;
    const connu = imports.get(numero) ?? { le, onglets: new Set<string>() };
    imports.set(numero, connu);
    if (onglet !== null) connu.onglets.add(onglet);
  }
  return [...imports]
    .sort(([a], [b]) => b - a)
    .map(([numero, { le, onglets }]) => ({ numero, le, onglets: [...onglets] }));
}
