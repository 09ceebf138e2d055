import { el } from './elements';

/** Au-delà, on replie ; la marge évite de cacher trois mots derrière un bouton. */
const MARGE = 80;

/** Coupe avant `limite`, entre deux mots si possible, jamais au milieu d'un caractère. */
function couper(texte: string, limite: number): string {
  const debut = texte.slice(0, limite);
  const espace = debut.search(/\s\S*$/);
  return (
    (espace > limite / 2 ? debut.slice(0, espace) : debut.replace(/[\ud800-\udbff]$/, '')) + '…'
  );
}

/** Le texte dans `bloc`, replié derrière « Lire la suite » s'il dépasse `limite` caractères. */
export function texteLong<E extends HTMLElement>(bloc: E, texte: string, limite: number): E {
  bloc.dir = 'auto';
  if (texte.length <= limite + MARGE) {
    bloc.append(texte);
    return bloc;
  }
  const montre = el('span', {}, couper(texte, limite));
  const bouton = el('button', { type: 'button', class: 'lien', 'aria-expanded': 'false' });
  bouton.textContent = 'Lire la suite';
  bouton.addEventListener('click', () => {
    const ouvert = bouton.getAttribute('aria-expanded') === 'false';
    montre.textContent = ouvert ? texte : couper(texte, limite);
    bouton.textContent = ouvert ? 'Replier' : 'Lire la suite';
    bouton.setAttribute('aria-expanded', String(ouvert));
  });
  bloc.append(montre, ' ', bouton);
  return bloc;
}
