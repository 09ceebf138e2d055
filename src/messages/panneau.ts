import { accord } from './formats';

/** Ce que dit la page du panneau quand Google ne répond pas, et quand un champ est vide. */

export type Echec = 'autorisation' | 'coupure' | 'delai' | 'charge' | 'reponse' | 'autre';

const SANS_RISQUE = 'Recommencez sans risque : la même demande ne compte qu’une fois.';

const PHRASES: Readonly<Record<Echec, string>> = {
  autorisation:
    'Google n’a pas accepté votre compte. Si plusieurs comptes Google sont ouverts dans ce navigateur, ' +
    'ouvrez le classeur dans une fenêtre privée, ou déconnectez les autres comptes. Si c’est votre ' +
    'première fois, choisissez le menu « Suivi commercial », « Installer / Réparer », et acceptez les ' +
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

/** Après une coupure ou un silence, nul ne sait si la demande est arrivée. */
const DOUTEUX: ReadonlySet<Echec> = new Set(['coupure', 'delai', 'autre']);

/**
 * La phrase d'un échec. `ecrit` : la demande change le classeur, il faut dire ce qu'elle est devenue.
 * `detail` : les mots de Google, montrés quand on n'en sait pas plus.
 */
export function messageEchec(echec: Echec, ecrit: boolean, detail = ''): string {
  return [
    PHRASES[echec],
    ...(ecrit && DOUTEUX.has(echec)
      ? [`Votre demande a peut-être été prise en compte. ${SANS_RISQUE}`]
      : []),
    ...(echec === 'autre' && detail ? [`Google a dit : « ${detail} ».`] : []),
  ].join(' ');
}

export const CHAMP_VIDE = 'À remplir.';
export const CHOIX_VIDE = 'Choisissez une réponse.';

export function messageChampsVides(nombre: number): string {
  return `${accord(nombre, 'champ est', 'champs sont')} à remplir. Rien n’a été envoyé.`;
}

export function messageSuggestions(nombre: number): string {
  return nombre === 0 ? 'Aucune suggestion' : accord(nombre, 'suggestion', 'suggestions');
}

export const messageAutres = (nombre: number): string =>
  `${accord(nombre, 'autre', 'autres')} : continuez à taper.`;
