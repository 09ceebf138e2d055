/**
 * Fabriquer la page. Toute donnée y entre comme du texte (nœud de texte ou valeur), jamais comme du
 * HTML : ce qu'un client a tapé dans une cellule ne peut rien exécuter.
 */

export type Attributs = Readonly<Record<string, string | false>>;

/** Un élément, ses attributs (`false` : absent) et ses enfants ; un texte devient un nœud de texte. */
export function el<N extends keyof HTMLElementTagNameMap>(
  nom: N,
  attributs: Attributs = {},
  ...enfants: readonly (Node | string)[]
): HTMLElementTagNameMap[N] {
  const element = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) {
    if (valeur !== false) element.setAttribute(cle, valeur);
  }
  element.append(...enfants);
  return element;
}

let rang = 0;

/** Un identifiant qui ne sert qu'une fois dans la page. */
export const identifiant = (prefixe: string): string => `${prefixe}-${++rang}`;

const SIGNES = {
  gagne: 'M3.5 8.5l3 3 6-7',
  attention: 'M8 3.5v5.5M8 11.8v.7',
  perdu: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  agenda: 'M3 4.5h10v8.5H3zM3 7h10M5.5 2.8v3M10.5 2.8v3',
} as const;

/** Un signe dessiné (16 × 16), muet pour un lecteur d'écran : un mot le double toujours. */
export function signe(nom: keyof typeof SIGNES): SVGSVGElement {
  const espace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(espace, 'svg');
  const trait = document.createElementNS(espace, 'path');
  trait.setAttribute('d', SIGNES[nom]);
  svg.append(trait);
  for (const [cle, valeur] of [
    ['viewBox', '0 0 16 16'],
    ['class', 'signe'],
    ['aria-hidden', 'true'],
  ] as const) {
    svg.setAttribute(cle, valeur);
  }
  return svg;
}
