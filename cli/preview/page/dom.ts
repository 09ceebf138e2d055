/** L'élément qui porte cet identifiant dans `page.html`. */
export function parId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.querySelector<E>(`#${id}`);
  if (!element) throw new Error(`#${id}`);
  return element;
}

type Attributs = Readonly<Record<string, string>>;

/** Un élément et son contenu ; un texte reste un texte, jamais du HTML. */
export function creer<N extends keyof HTMLElementTagNameMap>(
  nom: N,
  attributs: Attributs = {},
  ...contenu: readonly (Node | string)[]
): HTMLElementTagNameMap[N] {
  const element = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, valeur);
  element.append(...contenu);
  return element;
}
