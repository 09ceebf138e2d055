import { refus, type ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { Reponse } from '../../src/sheets-api/appel';

type Echec = Extract<Reponse, { ok: false }>;

/** Cela passera peut-être en recommençant : coupure, panne de Google, trop d'appels à la fois. */
export function estPassager({ statut, message }: Echec): boolean {
  if (statut === null || statut === 429 || statut >= 500) return true;
  return statut === 403 && /rate limit/i.test(message);
}

export function direRefusGmail(echec: Echec): ErreurClasseur {
  const { statut, message } = echec;
  if (statut === null) return refus('GOOGLE_CONNEXION_IMPOSSIBLE', { cause: message });
  if (estPassager(echec)) return refus('GMAIL_INDISPONIBLE', { statut, message });
  if (statut === 400) return refus('GMAIL_SANS_BOITE', { message });
  return refus('GMAIL_REFUSE', { statut, message });
}
