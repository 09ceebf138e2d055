import type { Requete } from '../../../src/sheets-api/rest';

/** Les suites ininterrompues de rangs voulus : le premier, et combien. */
export function suites(
  rangs: readonly number[],
  voulu: (rang: number) => boolean,
): readonly (readonly [rang: number, combien: number])[] {
  const trouvees: [number, number][] = [];
  for (const rang of rangs) {
    if (!voulu(rang)) continue;
    const derniere = trouvees[trouvees.length - 1];
    if (derniere && derniere[0] + derniere[1] === rang) derniere[1] += 1;
    else trouvees.push([rang, 1]);
  }
  return trouvees;
}

/** Les tailles données à des lignes ou des colonnes (rangs à partir de 0), voisines égales ensemble. */
export function tailler(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  tailles: ReadonlyMap<number, number>,
): Requete[] {
  const rangs = [...tailles.keys()].sort((a, b) => a - b);
  return [...new Set(tailles.values())].flatMap((pixelSize) =>
    suites(rangs, (rang) => tailles.get(rang) === pixelSize).map(
      ([startIndex, combien]): Requete => ({
        updateDimensionProperties: {
          range: { sheetId, dimension, startIndex, endIndex: startIndex + combien },
          properties: { pixelSize },
          fields: 'pixelSize',
        },
      }),
    ),
  );
}
