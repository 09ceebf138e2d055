import { DEJA_CONNU, messageAutres, messageSuggestions } from '../../src/messages/panneau';
import type { Commande } from './commande';
import type { Champ } from './contrat';
import { el, identifiant } from './elements';
import { estComplet, preparer, rapprocher, type Repere } from './rapprocher';
import { saisieLigne } from './saisie';

const MONTREES = 8;

/**
 * Une saisie qui propose pendant la frappe, selon le motif « combobox » du guide ARIA (choix manuel) :
 * rien n'est choisi tant qu'on n'a pas descendu dans la liste, et toute autre valeur reste permise.
 */
export function saisieCompletee(champ: Champ, annoncer: (texte: string) => void): Commande {
  const commande = saisieLigne(champ);
  const saisie = commande.cible as HTMLInputElement;
  const id = identifiant('liste');
  const liste = el('ul', { role: 'listbox', id, 'aria-label': 'Suggestions' });
  const suite = el('p', { class: 'aide' });
  const volet = el('div', { class: 'volet', hidden: '' }, liste, suite);
  for (const [cle, valeur] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', id],
  ] as const) {
    saisie.setAttribute(cle, valeur);
  }
  let reperes: readonly Repere[] | null = null;
  let active = -1;

  const options = (): HTMLElement[] => [...liste.children] as HTMLElement[];

  function fermer(): void {
    volet.hidden = true;
    active = -1;
    saisie.setAttribute('aria-expanded', 'false');
    saisie.removeAttribute('aria-activedescendant');
  }

  function activer(rang: number): void {
    active = rang;
    saisie.removeAttribute('aria-activedescendant');
    for (const [i, option] of options().entries()) {
      option.setAttribute('aria-selected', String(i === rang));
      if (i !== rang) continue;
      saisie.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  function choisir(option: HTMLElement): void {
    saisie.value = option.textContent ?? '';
    fermer();
    saisie.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function ouvrir(frappe: string): void {
    reperes ??= preparer(champ.suggestions);
    const { retenues, autres, proches } = rapprocher(frappe, reperes, MONTREES);
    if (retenues.length === 0 || estComplet(frappe, retenues)) return fermer();
    liste.replaceChildren(
      ...retenues.map((texte) =>
        el('li', { role: 'option', id: identifiant('option'), dir: 'auto' }, texte),
      ),
    );
    suite.textContent = proches ? DEJA_CONNU : autres > 0 ? messageAutres(autres) : '';
    volet.hidden = false;
    saisie.setAttribute('aria-expanded', 'true');
    activer(-1);
    placer(volet, commande.racine);
    annoncer(
      proches
        ? `${DEJA_CONNU} ${retenues.join(', ')}`
        : messageSuggestions(retenues.length + autres),
    );
  }

  /** Descendre ou monter, en passant par la saisie elle-même (rang -1). */
  function deplacer(pas: 1 | -1): void {
    if (volet.hidden) ouvrir(saisie.value);
    const rangs = options().length + 1;
    if (!volet.hidden) activer(((active + 1 + pas + rangs) % rangs) - 1);
  }

  saisie.addEventListener('input', () => (saisie.value === '' ? fermer() : ouvrir(saisie.value)));
  saisie.addEventListener('click', () => {
    if (saisie.value === '' && volet.hidden) ouvrir('');
  });
  saisie.addEventListener('blur', fermer);
  saisie.addEventListener('keydown', (evenement) => {
    if (evenement.isComposing) return;
    const choisie = options()[active];
    if (evenement.key === 'ArrowDown') deplacer(1);
    else if (evenement.key === 'ArrowUp') deplacer(-1);
    else if (volet.hidden) return;
    else if (evenement.key === 'Escape') fermer();
    else if (evenement.key === 'Enter' && choisie) choisir(choisie);
    else if (evenement.key === 'Enter') fermer();
    else if (evenement.key === 'Tab' && choisie) return choisir(choisie);
    else return;
    evenement.preventDefault();
  });
  // Presser une suggestion ne doit pas ôter le curseur de la saisie, ce qui fermerait la liste.
  volet.addEventListener('mousedown', (evenement) => evenement.preventDefault());
  liste.addEventListener('click', (evenement) => {
    const option = evenement.target instanceof Element && evenement.target.closest('li');
    if (option) choisir(option);
  });
  commande.racine.append(volet);
  return commande;
}

/** Sous la saisie, ou au-dessus s'il n'y a pas la place et qu'il y en a plus en haut. */
function placer(volet: HTMLElement, cadre: HTMLElement): void {
  const pied = document.querySelector('.pied');
  const bas = pied ? pied.getBoundingClientRect().top : innerHeight;
  const boite = cadre.getBoundingClientRect();
  const dessous = bas - boite.bottom;
  volet.classList.toggle('dessus', dessous < volet.offsetHeight && boite.top > dessous);
}
