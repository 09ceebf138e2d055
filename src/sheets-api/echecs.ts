import { ErreurClasseur } from '../classeur/erreur-classeur';
import { probleme, type Probleme } from '../messages/probleme';
import type { Reponse } from './appel';

export type Echec = Extract<Reponse, { ok: false }>;

/** Trop de demandes : rien n'a été fait, il faut attendre. */
const QUOTA = /quota|rate ?limit/i;

export const estQuota = ({ statut, message }: Echec): boolean =>
  statut === 429 || (statut === 403 && QUOTA.test(message));

/** Une écriture a pu avoir lieu malgré cet échec : réponse perdue, ou panne chez Google. */
export const estAmbigu = ({ statut }: Echec): boolean =>
  statut === null || statut === 408 || statut >= 500;

const TEXTES: readonly (readonly [RegExp, () => Probleme])[] = [
  [/not supported for this document/i, () => probleme('PAS_UNE_FEUILLE_GOOGLE', undefined)],
  [/protected (cell|range|sheet|object)/i, () => probleme('PLAGE_PROTEGEE', undefined)],
  [
    /has not been used|it is disabled|SERVICE_DISABLED/i,
    () => probleme('API_GOOGLE_ETEINTE', undefined),
  ],
  [/10,?000,?000 cells|limit of 10/i, () => probleme('CLASSEUR_PLEIN', undefined)],
];

/** Ce qu'un refus de Google veut dire, et ce qu'il faut faire. */
function problemeDe(echec: Echec, id: string): Probleme {
  const { statut, message } = echec;
  if (estQuota(echec)) return probleme('QUOTA_GOOGLE', undefined);
  const connu = TEXTES.find(([texte]) => texte.test(message));
  if (connu) return connu[1]();
  if (statut === 401) return probleme('CONNEXION_GOOGLE', undefined);
  if (statut === 403) return probleme('DROITS_GOOGLE', undefined);
  if (statut === 404) return probleme('CLASSEUR_GOOGLE_ABSENT', { id });
  if (estAmbigu(echec)) return probleme('GOOGLE_INJOIGNABLE', { cause: causeDe(echec) });
  return probleme('GOOGLE_REFUSE', { detail: message });
}

export const causeDe = ({ statut, message }: Echec): string =>
  statut === null ? message || 'pas de réponse' : `erreur ${statut}`;

export const erreurDe = (echec: Echec, id: string): ErreurClasseur =>
  new ErreurClasseur([problemeDe(echec, id)]);
