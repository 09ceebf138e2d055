import { el } from './elements';

/** Au-delà, on rassure : le premier appel à Google prend parfois dix secondes. */
const PATIENCE = 8000;

/** Ce qu'il reste à faire à l'écran, une fois la réponse reçue. */
export type Apres = () => void;
export const RIEN_DE_PLUS: Apres = () => undefined;

/** Le bas du panneau : les boutons, ce qui est en cours, et une seule action à la fois. */
export interface Occupation {
  readonly pied: HTMLElement;
  enCours(): boolean;
  dire(texte: string): void;
  /**
   * Lance `tache` si rien n'est en cours ; jusqu'à sa fin, rien d'autre ne peut partir. Ce qu'elle rend
   * est fait ensuite, quand la page est de nouveau à portée (un élément inerte ne prend pas le curseur).
   */
  mener(bouton: HTMLButtonElement, phrase: string, tache: () => Promise<Apres>): Promise<void>;
}

/** `contenu` est mis hors d'atteinte pendant une action : ce qui est montré est ce qui est parti. */
export function creerOccupation(
  contenu: HTMLElement,
  annonce: HTMLElement | null,
  boutons: readonly HTMLButtonElement[],
): Occupation {
  const etat = el('p', { class: 'etat', role: 'status' });
  const barre = el('div', { class: 'barre', hidden: '' });
  const pied = el(
    'div',
    { class: 'pied' },
    barre,
    ...(annonce ? [annonce] : []),
    etat,
    el('div', { class: 'boutons' }, ...boutons),
  );
  // Le second clic d'un double clic peut tomber sur le bouton du panneau suivant, déjà là.
  pied.addEventListener(
    'click',
    (evenement) => {
      if (evenement.detail < 2) return;
      evenement.preventDefault();
      evenement.stopPropagation();
    },
    true,
  );
  // Le champ où l'on écrit ne se cache pas derrière ce bas, quelle qu'en soit la hauteur.
  new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingBottom = `${pied.offsetHeight + 16}px`;
  }).observe(pied);
  let occupe = false;

  /** Ce qui se passe prend la place de ce qui allait se passer : le bas du panneau ne saute pas. */
  function dire(texte: string): void {
    etat.textContent = texte;
    if (annonce) annonce.hidden = texte !== '';
  }

  // `aria-disabled` plutôt que `disabled` : le curseur reste sur le bouton, et se retrouve.
  function basculer(bouton: HTMLButtonElement): void {
    barre.hidden = !occupe;
    contenu.inert = occupe && !contenu.contains(bouton);
    contenu.closest('main')?.setAttribute('aria-busy', String(occupe));
    for (const b of boutons) b.setAttribute('aria-disabled', String(occupe));
    bouton.classList.toggle('occupe', occupe);
  }

  return {
    pied,
    enCours: () => occupe,
    dire,
    async mener(bouton, phrase, tache) {
      if (occupe) return;
      occupe = true;
      bouton.focus({ preventScroll: true });
      basculer(bouton);
      dire(phrase);
      const rassurer = setTimeout(
        () => dire('Google travaille encore, cela peut être un peu long…'),
        PATIENCE,
      );
      let apres = RIEN_DE_PLUS;
      try {
        apres = await tache();
      } finally {
        clearTimeout(rassurer);
        occupe = false;
        basculer(bouton);
        dire('');
      }
      apres();
    },
  };
}
