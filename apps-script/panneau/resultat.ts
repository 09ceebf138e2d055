import { creerAlerte } from './alerte';
import type { VueResultat } from './contrat';
import type { Ecran, Page } from './ecran';
import { el } from './elements';
import { creerGestes, listeSuites } from './gestes';
import { listeElements, marque } from './liste-elements';
import { creerOccupation, type Occupation } from './occupation';
import { fermer } from './pont';
import { texteLong } from './texte-long';

const LIMITE_MESSAGE = 600;

/** L'écran d'un résultat : ce qui a été fait, ligne par ligne, et ce que l'on peut faire ensuite. */
export function ecranResultat(vue: VueResultat, page: Page): Ecran {
  const alerte = creerAlerte();
  const gestes = creerGestes(page, alerte, () => occupation);
  const message = texteLong(el('p', { tabindex: '-1' }), vue.message, LIMITE_MESSAGE);
  const [principale, ...autres] = vue.suites;
  const contenu = el(
    'div',
    { class: 'contenu' },
    alerte.racine,
    el('div', { class: `bandeau ${vue.ton}` }, ...marque(vue.ton), message),
    ...listeElements(vue.elements, gestes.allerA),
    ...listeSuites(autres, gestes.ouvrir),
  );

  const clore = el('button', { type: 'button', class: 'principal' }, 'Fermer');
  const boutons = [clore];
  if (principale) {
    const bouton = el('button', { type: 'button', class: 'principal' }, principale.libelle);
    bouton.addEventListener('click', () => gestes.ouvrir(principale, bouton));
    clore.className = 'discret';
    boutons.unshift(bouton);
  }
  const occupation: Occupation = creerOccupation(contenu, null, boutons);
  clore.addEventListener('click', () => {
    if (!occupation.enCours()) fermer();
  });

  return {
    racine: el('div', { class: 'ecran' }, contenu, occupation.pied),
    viser: () => message.focus({ preventScroll: true }),
    echapper: () => true,
  };
}
