import { accord, typographier } from './formats';

/** Ce que dit la page du panneau quand Google ne répond pas, et quand un champ est vide. */

export type Echec = 'autorisation' | 'coupure' | 'delai' | 'charge' | 'reponse' | 'autre';

const DOUTE =
  'Votre demande a peut-être été prise en compte ; recommencer est sans risque, elle ne comptera qu’une fois.';

const PHRASES: Readonly<Record<Echec, string>> = {
  autorisation:
    'Google n’a pas accepté votre compte.\n' +
    'Plusieurs comptes Google sont ouverts ? Ouvrez le classeur dans une fenêtre privée, ou déconnectez ' +
    'les autres comptes.\n' +
    'C’est votre première fois ? Menu « Suivi commercial », « Installer / Réparer » : acceptez les ' +
    'autorisations.',
  coupure:
    'La connexion avec Google a été coupée. Vérifiez votre accès à Internet, puis recommencez.',
  delai: 'Google n’a pas répondu depuis une minute.',
  charge: 'Google est trop chargé en ce moment. Attendez une minute, puis recommencez.',
  reponse:
    'La réponse de Google n’a pas été comprise. Fermez ce panneau et rouvrez-le par le menu ' +
    '« Suivi commercial ».',
  autre: 'L’action n’a pas abouti.',
};

/** Après une coupure, un silence ou une panne, nul ne sait si la demande est arrivée. */
const DOUTEUX: ReadonlySet<Echec> = new Set(['coupure', 'delai', 'charge', 'autre']);

/**
 * La phrase d'un échec. `ecrit` : la demande change le classeur, il faut dire ce qu'elle est devenue.
 * `detail` : les mots de Google, montrés quand on n'en sait pas plus.
 */
export function messageEchec(echec: Echec, ecrit: boolean, detail = ''): string {
  const phrases = [
    PHRASES[echec],
    ...(ecrit && DOUTEUX.has(echec) ? [DOUTE] : []),
    ...(echec === 'autre' && detail ? [`Google a dit : « ${detail} ».`] : []),
  ];
  return typographier(phrases.join(' '));
}

export const CHAMP_VIDE = 'À remplir.';
export const CHOIX_VIDE = 'Choisissez une réponse.';

export function messageChampsVides(nombre: number): string {
  return `${accord(nombre, 'champ est', 'champs sont')} à remplir. Rien n’a été envoyé.`;
}

export function messageSuggestions(nombre: number): string {
  return nombre === 0 ? 'Aucune suggestion' : accord(nombre, 'suggestion', 'suggestions');
}

/** Sous un nom tapé qui n'est pas connu, mais ressemble. */
export const DEJA_CONNU = typographier('Déjà connu : est-ce le même ?');

export const messageAutres = (nombre: number): string =>
  typographier(`${accord(nombre, 'autre', 'autres')} : continuez à taper.`);
