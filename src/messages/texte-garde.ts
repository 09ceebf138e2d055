import { INSECABLE } from './formats';

/** Ce que devient un texte qui ne se lit pas : tel quel, ou marqué d'un « ? » s'il passerait pour une valeur. */
export const suiviDe = (a: { valeur: string; garde: string }): string =>
  a.garde === a.valeur.trim()
    ? ''
    : `, suivi d’un «${INSECABLE}?${INSECABLE}» pour ne pas passer pour une valeur`;
