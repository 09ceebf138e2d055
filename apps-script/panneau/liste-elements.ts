import { accord } from '../../src/messages/formats';
import type { Element as Resultat, LienLigne } from './contrat';
import { el, identifiant, signe } from './elements';
import { texteLong } from './texte-long';

/** Les éléments d'un résultat : un titre, un détail, et où aller voir. */

const LIMITE = 300;
/** Combien d'éléments paraissent d'un coup : mille anomalies ne figent pas la page. */
const PAR_PAGE = 50;

const MOTS = { gagne: 'Fait', attention: 'Attention', perdu: 'Refus' } as const;

/** Le signe d'un ton, et le mot qui le dit à un lecteur d'écran. */
export function marque(ton: Resultat['ton']): readonly Node[] {
  return ton === 'neutre' ? [] : [signe(ton), el('span', { class: 'lecteur' }, `${MOTS[ton]} : `)];
}

/** Une adresse que l'on peut ouvrir sans crainte ; toute autre ne sera qu'un texte. */
function adresseSure(adresse: string): URL | null {
  try {
    const url = new URL(adresse);
    return url.protocol === 'https:' && url.username === '' ? url : null;
  } catch {
    return null;
  }
}

function lienExterieur(adresse: string, decrit: string): HTMLElement {
  const url = adresseSure(adresse);
  if (!url) return texteLong(el('p', { class: 'detail' }), adresse, LIMITE);
  const ou = url.hostname === 'mail.google.com' ? 'dans Gmail' : url.hostname;
  const lien = el('a', { class: 'lien', 'aria-describedby': decrit }, `Ouvrir ${ou}`);
  lien.href = url.href;
  lien.target = '_blank';
  lien.rel = 'noopener noreferrer';
  return lien;
}

export type AllerA = (lien: LienLigne, bouton: HTMLButtonElement) => void;

function ligneDe({ titre, detail, ton, lien, adresse }: Resultat, allerA: AllerA): HTMLElement {
  const id = identifiant('titre');
  const bloc = el('li', { class: ton }, ...marque(ton));
  bloc.append(texteLong(el('p', { class: 'titre', id }), titre, LIMITE));
  if (detail) bloc.append(texteLong(el('p', { class: 'detail' }), detail, LIMITE));
  const liens = el('div', { class: 'liens' });
  if (lien) {
    const attributs = { type: 'button', class: 'lien', dir: 'auto', 'aria-describedby': id };
    const bouton = el('button', attributs, lien.texte);
    bouton.addEventListener('click', () => allerA(lien, bouton));
    liens.append(bouton);
  }
  if (adresse) liens.append(lienExterieur(adresse, id));
  if (liens.hasChildNodes()) bloc.append(liens);
  return bloc;
}

/** La liste, et de quoi montrer la suite si elle est longue. */
export function listeElements(elements: readonly Resultat[], allerA: AllerA): readonly Node[] {
  if (elements.length === 0) return [];
  const signes = elements.some((e) => e.ton !== 'neutre');
  const liste = el('ul', { class: signes ? 'elements signes' : 'elements' });
  const suite = el('button', { type: 'button', class: 'secondaire' });
  let montres = 0;

  function montrer(): void {
    const nouveaux = elements.slice(montres, montres + PAR_PAGE).map((e) => ligneDe(e, allerA));
    montres += nouveaux.length;
    liste.append(...nouveaux);
    const reste = elements.length - montres;
    suite.hidden = reste === 0;
    suite.textContent = `Voir la suite (${accord(reste, 'autre', 'autres')})`;
    const premier = nouveaux[0];
    if (montres <= PAR_PAGE || !premier) return;
    premier.tabIndex = -1;
    premier.focus();
  }
  montrer();
  suite.addEventListener('click', montrer);
  return [liste, suite];
}
