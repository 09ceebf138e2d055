import type { ChampPose } from './champs';
import { el, signe } from './elements';
import { texteLong } from './texte-long';

const LIMITE = 400;

/** Le résumé de ce qui ne va pas, en tête de page ; il prend le curseur quand il paraît. */
export interface Alerte {
  readonly racine: HTMLElement;
  montrer(message: string, fautifs?: readonly ChampPose[]): void;
  effacer(): void;
}

/** Le nom d'un champ fautif : l'activer y mène. */
function renvoi(champ: ChampPose): HTMLElement {
  const bouton = el('button', { type: 'button', class: 'lien', dir: 'auto' }, champ.libelle);
  bouton.addEventListener('click', () => champ.viser());
  return el('li', {}, bouton);
}

export function creerAlerte(): Alerte {
  const racine = el('div', { class: 'alerte', role: 'alert', tabindex: '-1', hidden: '' });
  return {
    racine,
    montrer(message, fautifs = []) {
      racine.hidden = false;
      racine.replaceChildren(
        signe('attention'),
        el('div', {}, texteLong(el('p'), message, LIMITE)),
        ...(fautifs.length > 0 ? [el('ul', {}, ...fautifs.map(renvoi))] : []),
      );
      racine.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    },
    effacer() {
      racine.hidden = true;
      racine.replaceChildren();
    },
  };
}
