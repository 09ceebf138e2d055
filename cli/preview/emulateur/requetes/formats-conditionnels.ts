import { invalide } from '../erreur-api';
import type { Classeur, Feuille } from '../modele';
import { ranger, resoudre, trouverFeuille } from '../plages';
import type { TypeGoogle } from '../schema/types';
import { controlerCondition } from './condition';

type Regle = TypeGoogle<'ConditionalFormatRule'>;

/** Les seuls aspects qu'un format conditionnel peut changer. */
const ASPECTS = new Set(['backgroundColor', 'backgroundColorStyle', 'textFormat']);
const TEXTE = new Set([
  ...['bold', 'italic', 'strikethrough', 'underline', 'foregroundColor', 'foregroundColorStyle'],
]);

function controlerRegle(c: Classeur, regle: Regle | undefined): { feuille: Feuille; regle: Regle } {
  const [premiere, ...autres] = regle?.ranges ?? [];
  if (!regle || !premiere) throw invalide('rule.ranges must be specified.');
  const { feuille } = resoudre(c, premiere);
  for (const plage of autres) {
    if (resoudre(c, plage).feuille !== feuille) {
      throw invalide('All ranges in a conditional format rule must be on the same sheet.');
    }
  }
  if (!regle.booleanRule && !regle.gradientRule) throw invalide('No rule type specified.');
  if (regle.booleanRule) {
    const { condition, format = {} } = regle.booleanRule;
    if (!condition) throw invalide('booleanRule.condition must be specified.');
    controlerCondition(condition, 'format');
    const trop =
      Object.keys(format).find((cle) => !ASPECTS.has(cle)) ??
      Object.keys(format.textFormat ?? {}).find((cle) => !TEXTE.has(cle));
    if (trop !== undefined) {
      throw invalide(`ConditionalFormatRule.format cannot set ${trop}.`);
    }
  }
  return { feuille, regle: { ...regle, ranges: (regle.ranges ?? []).map(ranger) } };
}

const inserer = <T>(liste: readonly T[], index: number, x: T): readonly T[] => [
  ...liste.slice(0, index),
  x,
  ...liste.slice(index),
];

function regleA(f: Feuille, index: number | undefined): { index: number; regle: Regle } {
  const regle = f.formats[index ?? 0];
  if (!regle) {
    throw invalide(`No conditional format on sheet: ${f.id} at index: ${index ?? 0}`);
  }
  return { index: index ?? 0, regle };
}

/** Sans `index`, Google la met en premier. */
export function addConditionalFormatRule(
  c: Classeur,
  r: TypeGoogle<'AddConditionalFormatRuleRequest'>,
): object {
  const { feuille, regle } = controlerRegle(c, r.rule);
  const index = r.index ?? 0;
  if (index < 0 || index > feuille.formats.length) {
    throw invalide(`index[${index}] is after the last rule[${feuille.formats.length}].`);
  }
  feuille.formats = inserer(feuille.formats, index, regle);
  return {};
}

export function updateConditionalFormatRule(
  c: Classeur,
  r: TypeGoogle<'UpdateConditionalFormatRuleRequest'>,
): object {
  if (r.rule) {
    const { feuille, regle } = controlerRegle(c, r.rule);
    if (feuille !== trouverFeuille(c, r.sheetId ?? feuille.id)) {
      throw invalide('rule.ranges must be on the sheet of the rule.');
    }
    const { index, regle: oldRule } = regleA(feuille, r.index);
    feuille.formats = feuille.formats.map((x, i) => (i === index ? regle : x));
    return { newRule: regle, newIndex: index, oldRule, oldIndex: index };
  }
  const feuille = trouverFeuille(c, r.sheetId);
  const { index, regle } = regleA(feuille, r.index);
  const vers = r.newIndex ?? 0;
  if (vers < 0 || vers >= feuille.formats.length)
    throw invalide(`newIndex[${vers}] is out of range.`);
  feuille.formats = inserer(
    feuille.formats.filter((_, i) => i !== index),
    vers,
    regle,
  );
  return { newRule: regle, newIndex: vers, oldRule: regle, oldIndex: index };
}

export function deleteConditionalFormatRule(
  c: Classeur,
  r: TypeGoogle<'DeleteConditionalFormatRuleRequest'>,
): object {
  const feuille = trouverFeuille(c, r.sheetId);
  const { index, regle } = regleA(feuille, r.index);
  feuille.formats = feuille.formats.filter((_, i) => i !== index);
  return { rule: regle };
}
