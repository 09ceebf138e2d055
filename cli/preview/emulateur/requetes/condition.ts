import { invalide } from '../erreur-api';
import type { TypeGoogle } from '../schema/types';

type Condition = TypeGoogle<'BooleanCondition'>;

/** Combien de valeurs chaque condition attend : [au moins, au plus]. */
const UNE = [1, 1] as const;
const DEUX = [2, 2] as const;
const AUCUNE = [0, 0] as const;

function attendues(type: string): readonly [number, number] {
  if (type === 'ONE_OF_LIST') return [1, 500];
  if (type === 'BOOLEAN') return [0, 2];
  if (/_(NOT_)?BETWEEN$/.test(type)) return DEUX;
  if (/^(NOT_)?BLANK$|_IS_(EMAIL|URL|VALID)$/.test(type)) return AUCUNE;
  return UNE;
}

/** Les conditions qu'une validation n'admet pas, et celles qu'un format n'admet pas. */
const INTERDITES: Readonly<Record<'validation' | 'format', ReadonlySet<string>>> = {
  validation: new Set([
    ...['BLANK', 'NOT_BLANK', 'TEXT_STARTS_WITH', 'TEXT_ENDS_WITH', 'TEXT_NOT_EQ', 'DATE_NOT_EQ'],
    'FILTER_EXPRESSION',
  ]),
  format: new Set([
    ...['ONE_OF_LIST', 'ONE_OF_RANGE', 'BOOLEAN', 'TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_IS_VALID'],
    ...['DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER', 'DATE_BETWEEN', 'DATE_NOT_BETWEEN', 'TEXT_NOT_EQ'],
    ...['DATE_NOT_EQ', 'FILTER_EXPRESSION'],
  ]),
};

/** Refuse une condition dont le nombre de valeurs ou l'emploi n'est pas celui que Google admet. */
export function controlerCondition(condition: Condition, emploi: 'validation' | 'format'): void {
  const { type, values = [] } = condition;
  if (type === undefined) throw invalide('condition.type must be specified.');
  if (INTERDITES[emploi].has(type)) {
    throw invalide(`Condition type ${type} is not supported here.`);
  }
  const [min, max] = attendues(type);
  if (values.length < min || values.length > max) {
    throw invalide(
      `condition ${type} requires between ${min} and ${max} values, but ${values.length} were given.`,
    );
  }
  const textes = values.map((v) => v.userEnteredValue);
  if (type === 'ONE_OF_LIST' && new Set(textes).size < textes.length) {
    throw invalide('condition ONE_OF_LIST cannot have duplicate values.');
  }
  const formule = type === 'CUSTOM_FORMULA' || type === 'ONE_OF_RANGE';
  if (formule && !textes[0]?.startsWith('=')) {
    throw invalide(`condition ${type} requires a value that starts with =.`);
  }
}
