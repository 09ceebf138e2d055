type Attributs = Readonly<Record<string, string | number>>;

const ESPACE = 'http://www.w3.org/2000/svg';

/** Un élément SVG et son contenu. */
export function svg(
  nom: string,
  attributs: Attributs = {},
  ...contenu: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(ESPACE, nom);
  for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, String(valeur));
  element.append(...contenu);
  return element;
}
