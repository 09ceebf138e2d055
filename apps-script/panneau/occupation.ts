import { el } from './elements';

/** Au-delà, on rassure : le premier appel à Google prend parfois dix secondes. */
const PATIENCE = 8000;

/** Le bas du panneau : les boutons, ce qui est en cours, et une seule action à la fois. */
export interface Occupation {
  readonly pied: HTMLElement;
  enCours(): boolean;
  dire(texte: string): void;
  /** Lance `tache` si rien n'est en cours ; jusqu'à sa fin, rien d'autre ne peut partir. */
  mener(bouton: HTMLButtonElement, phrase: string, tache: () => Promise<void>): Promise<void>;
}

/** `contenu` est mis hors d'atteinte pendant une action : ce qui est montré est ce qui est parti. */
export function creerOccupation(
  contenu: HTMLElement,
  annonce: Node | string,
  boutons: readonly HTMLButtonElement[],
): Occupation {
  const etat = el('p', { class: 'etat', role: 'status' });
  const barre = el('div', { class: 'barre', hidden: '' });
  const pied = el(
    'div',
    { class: 'pied' },
    barre,
    annonce,
    etat,
    el('div', { class: 'boutons' }, ...boutons),
  );
  let occupe = false;

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
    dire: (texte) => (etat.textContent = texte),
    async mener(bouton, phrase, tache) {
      if (occupe) return;
      occupe = true;
      bouton.focus({ preventScroll: true });
      basculer(bouton);
      etat.textContent = phrase;
      const rassurer = setTimeout(
        () => (etat.textContent = 'Google travaille encore, cela peut être un peu long…'),
        PATIENCE,
      );
      try {
        await tache();
      } finally {
        clearTimeout(rassurer);
        occupe = false;
        basculer(bouton);
        etat.textContent = '';
      }
    },
  };
}
