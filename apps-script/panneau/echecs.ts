import type { Echec } from '../../src/messages/panneau';

/**
 * Les mots de Google (anglais, ou la langue du compte) → ce qui s'est passé. Dans cet ordre : une
 * autorisation refusée arrive parfois sous le nom d'une erreur du réseau.
 */
const SIGNES: readonly (readonly [RegExp, Echec])[] = [
  [
    /permission_denied|authori[sz]ation is required|not authori[sz]ed|permissions? (are|is) not sufficient|insufficient (authentication|permission)|do(es)? not have permission|autorisation (est )?(requise|n[ée]cessaire)|pas l.autorisation/i,
    'autorisation',
  ],
  [/maximum execution time|dur[ée]e maximale|deadline_exceeded|timed? ?out/i, 'delai'],
  [
    /too many|trop de|resource_exhausted|service unavailable|server error|erreur (du )?serveur|http 5\d\d/i,
    'charge',
  ],
  [/networkerror|network error|connection failure|[ée]chec de la connexion|http 0/i, 'coupure'],
];

/** Ce que veut dire un échec de `google.script.run`, d'après son message et l'état du réseau. */
export function reconnaitreEchec(message: string, enLigne: boolean): Echec {
  if (!enLigne) return 'coupure';
  return SIGNES.find(([signe]) => signe.test(message))?.[1] ?? 'autre';
}
