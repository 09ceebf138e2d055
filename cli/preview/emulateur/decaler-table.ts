import { decalerPlage } from './mouvement';
import type { Mouvement } from './mouvement';
import type { TypeGoogle } from './schema/types';

type Table = TypeGoogle<'Table'>;

/** Les colonnes d'une table gardent leur type quand on en insère, ôte ou déplace. */
export function decalerTable(table: Table, m: Mouvement): Table | null {
  const range = table.range && decalerPlage(table.range, m);
  if (!range) return null;
  if (m.dimension === 'ROWS') return { ...table, range };
  const avant = table.range?.startColumnIndex ?? 0;
  const debut = range.startColumnIndex ?? 0;
  const columnProperties = Array.from(
    { length: (range.endColumnIndex ?? debut) - debut },
    (_, i) => {
      const origine = m.origine(debut + i);
      return (origine === null ? undefined : table.columnProperties?.[origine - avant]) ?? {};
    },
  );
  return { ...table, range, columnProperties };
}
