import { invalide } from '../erreur-api';
import type { Classeur } from '../modele';
import { fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

export function updateSpreadsheetProperties(
  c: Classeur,
  r: TypeGoogle<'UpdateSpreadsheetPropertiesRequest'>,
): object {
  const masque = masqueDe(r.fields, 'SpreadsheetProperties');
  const neuves = fusionner(c.proprietes, r.properties ?? {}, masque);
  controlerProprietes(neuves);
  c.proprietes = neuves;
  return {};
}

export function controlerProprietes(p: TypeGoogle<'SpreadsheetProperties'>): void {
  if ((p.title ?? '') === '') throw invalide('title cannot be empty.');
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(p.locale ?? '')) {
    throw invalide(`Unsupported locale: ${p.locale ?? ''}`);
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: p.timeZone ?? '' }).format(0);
  } catch {
    throw invalide(`Invalid timezone: ${p.timeZone ?? ''}`);
  }
}
