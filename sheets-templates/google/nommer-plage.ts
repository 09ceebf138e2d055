import type { PlageNommeeJson } from '../../src/sheets-api/reponses';
import type { PlageGrille, Requete } from '../../src/sheets-api/rest';

/** Nomme une plage, et elle seule ; rien si elle a déjà ce nom. `presentes` : toutes celles du classeur. */
export function nommerPlage(
  presentes: readonly PlageNommeeJson[],
  name: string,
  range: PlageGrille,
): Requete[] {
  const memes = presentes.filter((p) => p.name === name);
  const la = memes[0]?.range;
  const enPlace =
    la !== undefined &&
    la.sheetId === range.sheetId &&
    (la.startRowIndex ?? 0) === (range.startRowIndex ?? 0) &&
    (la.startColumnIndex ?? 0) === (range.startColumnIndex ?? 0) &&
    la.endRowIndex === range.endRowIndex;
  if (memes.length === 1 && enPlace) return [];
  return [
    ...memes.map(({ namedRangeId }): Requete => ({ deleteNamedRange: { namedRangeId } })),
    { addNamedRange: { namedRange: { name, range } } },
  ];
}
