import type { RegleJson } from '../../src/sheets-api/reponses';
import type { RegleConditionnelle, Requete } from '../../src/sheets-api/rest';
import type { Regle } from '../regles';
import { formuleDeLigne, rangDe, type Lieu } from './lieux';
import { couleur } from './style';

/** Sheets ne met en valeur que par la couleur, le gras et le barré : ni format, ni filet. */
export function regleConditionnelle(
  regle: Pick<Regle, 'couleur' | 'gras' | 'barre'>,
  formule: string,
  ranges: RegleConditionnelle['ranges'],
): RegleConditionnelle | null {
  const texte = {
    ...(regle.couleur ? { foregroundColorStyle: couleur(regle.couleur) } : {}),
    ...(regle.gras ? { bold: true } : {}),
    ...(regle.barre ? { strikethrough: true } : {}),
  };
  if (Object.keys(texte).length === 0) return null;
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formule }] } as const;
  return { ranges, booleanRule: { condition, format: { textFormat: texte } } };
}

/** Les mises en valeur d'un onglet, de la plus forte à la plus faible, sur toutes ses lignes. */
export function reglesDe(lieu: Lieu, regles: readonly Regle[]): RegleConditionnelle[] {
  const rangs = [...lieu.positions.values()];
  return regles.flatMap((regle) => {
    const plage = (debut: number, fin: number) => ({
      sheetId: lieu.sheetId,
      startRowIndex: 1,
      startColumnIndex: debut,
      endColumnIndex: fin + 1,
    });
    const ranges = regle.colonnes
      ? regle.colonnes.map((cle) => plage(rangDe(lieu, cle), rangDe(lieu, cle)))
      : [plage(Math.min(...rangs), Math.max(...rangs))];
    return regleConditionnelle(regle, formuleDeLigne(lieu, regle.formule), ranges) ?? [];
  });
}

const formuleDe = ({ booleanRule }: RegleJson): string | undefined =>
  booleanRule?.condition?.values?.[0]?.userEnteredValue;

/** Ce qui fait reconnaître une règle : sa formule et ses colonnes. Google peut borner ses lignes. */
const cleDe = (regle: RegleJson): string =>
  [
    formuleDe(regle),
    ...(regle.ranges ?? []).map((r) => `${r.startColumnIndex ?? 0}:${r.endColumnIndex}`),
  ].join('|');

/**
 * Rétablit les règles voulues, dans leur ordre et avant celles de l'utilisateur ; rien si elles y
 * sont déjà. `presentes` : celles de l'onglet, dans l'ordre.
 */
export function poserRegles(
  sheetId: number,
  voulues: readonly RegleConditionnelle[],
  presentes: readonly RegleJson[],
): Requete[] {
  const formules = new Set(voulues.map(formuleDe));
  const notres = presentes.flatMap((regle, index) =>
    formules.has(formuleDe(regle)) ? [{ regle, index }] : [],
  );
  const enPlace = notres.map(({ regle }) => cleDe(regle)).join('\n');
  if (enPlace === voulues.map(cleDe).join('\n')) return [];
  return [
    // De la dernière à la première : ôter une règle décale les suivantes.
    ...notres
      .sort((a, b) => b.index - a.index)
      .map(({ index }): Requete => ({ deleteConditionalFormatRule: { sheetId, index } })),
    ...voulues.map((rule, index): Requete => ({ addConditionalFormatRule: { rule, index } })),
  ];
}
