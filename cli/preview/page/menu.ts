import type { EntreeMenu } from '../hote/contrat';
import { creer } from './dom';

type Menu = Extract<EntreeMenu, { sorte: 'menu' }>;
type Choisir = (fonction: string) => void;

/** La barre de menus posée par le module, au clavier comme à la souris (modèle « menubar » d'ARIA). */
export function poserMenus(
  barre: HTMLElement,
  entrees: readonly EntreeMenu[],
  choisir: Choisir,
): void {
  const menus = entrees.filter((e): e is Menu => e.sorte === 'menu');
  barre.replaceChildren(...menus.map((m) => boutonMenu(m, choisir)));
}

function boutonMenu(menu: Menu, choisir: Choisir): HTMLElement {
  const bouton = creer(
    'button',
    { type: 'button', role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    menu.libelle,
  );
  const fermer = (rendreLeFocus: boolean): void => {
    liste.hidden = true;
    bouton.setAttribute('aria-expanded', 'false');
    if (rendreLeFocus) bouton.focus();
  };
  const liste = listeDe(menu, (fonction) => {
    fermer(true);
    choisir(fonction);
  });
  const ouvrir = (): void => {
    liste.hidden = false;
    bouton.setAttribute('aria-expanded', 'true');
    viser(liste, 0);
  };
  bouton.addEventListener('click', () => (liste.hidden ? ouvrir() : fermer(true)));
  bouton.addEventListener('keydown', (e) => {
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
    e.preventDefault();
    ouvrir();
    if (e.key === 'ArrowUp') viser(liste, -1);
  });
  liste.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' || e.key === 'Tab') fermer(e.key === 'Escape');
  });
  document.addEventListener('pointerdown', (e) => {
    if (e.target instanceof Node && !enveloppe.contains(e.target)) fermer(false);
  });
  const enveloppe = creer('div', { class: 'menu' }, bouton, liste);
  return enveloppe;
}

function listeDe(menu: Menu, choisir: Choisir): HTMLElement {
  const liste = creer('div', { role: 'menu', class: 'liste-menu', 'aria-label': menu.libelle });
  liste.hidden = true;
  liste.append(...menu.entrees.map((e) => entreeDe(e, choisir)));
  liste.addEventListener('keydown', (e) => {
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp' && e.key !== 'Home' && e.key !== 'End') return;
    e.preventDefault();
    e.stopPropagation();
    const actuel = choix(liste).findIndex((c) => c === document.activeElement);
    if (e.key === 'Home' || e.key === 'End') viser(liste, e.key === 'Home' ? 0 : -1);
    else viser(liste, actuel + (e.key === 'ArrowDown' ? 1 : -1));
  });
  return liste;
}

function entreeDe(entree: EntreeMenu, choisir: Choisir): HTMLElement {
  if (entree.sorte === 'separateur') return creer('hr', { role: 'separator' });
  if (entree.sorte === 'menu') return sousMenu(entree, choisir);
  const bouton = creer(
    'button',
    { type: 'button', role: 'menuitem', tabindex: '-1' },
    entree.libelle,
  );
  bouton.addEventListener('click', () => choisir(entree.fonction));
  return bouton;
}

function sousMenu(menu: Menu, choisir: Choisir): HTMLElement {
  const bouton = creer(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      tabindex: '-1',
      class: 'a-sous-menu',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    menu.libelle,
  );
  const liste = listeDe(menu, (fonction) => {
    fermer();
    choisir(fonction);
  });
  const fermer = (): void => {
    liste.hidden = true;
    bouton.setAttribute('aria-expanded', 'false');
  };
  const ouvrir = (): void => {
    liste.hidden = false;
    bouton.setAttribute('aria-expanded', 'true');
  };
  bouton.addEventListener('click', () => {
    ouvrir();
    viser(liste, 0);
  });
  bouton.addEventListener('keydown', (e) => {
    if (e.key !== 'ArrowRight') return;
    e.preventDefault();
    ouvrir();
    viser(liste, 0);
  });
  liste.addEventListener('keydown', (e) => {
    if (e.key !== 'ArrowLeft' && e.key !== 'Escape') return;
    e.preventDefault();
    e.stopPropagation();
    fermer();
    bouton.focus();
  });
  const enveloppe = creer('div', { class: 'sous-menu' }, bouton, liste);
  enveloppe.addEventListener('pointerenter', ouvrir);
  enveloppe.addEventListener('pointerleave', fermer);
  return enveloppe;
}

/** Les choix d'une liste, sans ceux de ses sous-menus. */
const choix = (liste: HTMLElement): HTMLElement[] => [
  ...liste.querySelectorAll<HTMLElement>(
    ':scope > [role="menuitem"], :scope > .sous-menu > [role="menuitem"]',
  ),
];

/** Met le focus sur un choix ; la liste est un cercle. */
function viser(liste: HTMLElement, rang: number): void {
  const tous = choix(liste);
  tous[(rang + tous.length) % tous.length]?.focus();
}
