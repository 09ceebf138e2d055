import { INSECABLE } from './formats';

/** `garde` : ce qui est écrit dans le classeur d'un texte qui ne se lit pas ; `null` si sa ligne est rejetée. */
export interface TexteIllisible {
  readonly valeur: string;
  readonly garde: string | null;
}

/** Ce que devient ce texte : tel quel, ou marqué d'un « ? » s'il passerait pour une valeur. */
export const suiviDe = (a: TexteIllisible): string =>
  a.garde === a.valeur.trim()
    ? ''
    : `, suivi d’un «${INSECABLE}?${INSECABLE}» pour ne pas passer pour une valeur`;

/** Une phrase de plus s'il est gardé : rien ne l'est d'une ligne rejetée. */
export const siGarde = (a: TexteIllisible, suite: (suivi: string) => string): string =>
  a.garde === null ? '' : ` Le texte est gardé${suite(suiviDe(a))}`;
