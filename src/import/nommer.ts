import { designer } from '../devis/designation';

/** Le nom d'un enregistrement, pour le Journal et les messages : `DEV-2026-0042-V2`, une organisation… */
export function nommer(valeurs: Readonly<Record<string, unknown>>): string {
  const { numero, version } = valeurs;
  if (typeof numero === 'string') {
    return designer({ numero, version: typeof version === 'number' ? version : null });
  }
  return ['organisation', 'code', 'mois', 'responsable']
    .map((cle) => valeurs[cle])
    .filter((v) => typeof v === 'string')
    .join(' · ');
}
