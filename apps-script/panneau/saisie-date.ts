import { lireDate } from '../../src/commun/lire-texte';
import { parseDateCivile } from '../../src/commun/date-civile';
import { formatDate } from '../../src/messages/formats';
import type { Commande } from './commande';
import type { Champ } from './contrat';
import { el, signe } from './elements';
import { saisieLigne } from './saisie';

/**
 * Une date se tape comme on l'écrit (`12/3`) : le serveur la lit. Le petit calendrier est celui du
 * navigateur, posé sous le dessin : un clic l'ouvre, même dans un cadre où `showPicker` est interdit.
 * Le clavier n'y passe pas (il ferait quatre arrêts de plus) : il a la saisie.
 */
export function saisieDate(champ: Champ): Commande {
  const commande = saisieLigne(champ);
  const saisie = commande.cible as HTMLInputElement;
  saisie.placeholder = 'jj/mm/aaaa';
  saisie.dir = 'ltr';
  const calendrier = el('input', { type: 'date', tabindex: '-1', 'aria-hidden': 'true' });
  calendrier.title = 'Choisir dans le calendrier';
  calendrier.addEventListener('pointerdown', () => {
    calendrier.value = lireDate(saisie.value) ?? '';
  });
  calendrier.addEventListener('change', () => {
    const jour = parseDateCivile(calendrier.value);
    if (!jour) return;
    saisie.value = formatDate(jour);
    saisie.dispatchEvent(new Event('input', { bubbles: true }));
    saisie.focus();
  });
  commande.racine.append(el('span', { class: 'agenda' }, signe('agenda'), calendrier));
  return commande;
}
