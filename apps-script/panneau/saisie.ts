import { CHAMP_VIDE } from '../../src/messages/panneau';
import type { Commande } from './commande';
import type { Champ, GenreChamp } from './contrat';
import { el, identifiant } from './elements';

/** Les saisies de texte : une ligne, plusieurs, et les nombres avec leur unité. */

const UNITES: Partial<Readonly<Record<GenreChamp, string>>> = { montant: '€', taux: '%' };
const CLAVIERS: Partial<Readonly<Record<GenreChamp, string>>> = {
  montant: 'decimal',
  taux: 'decimal',
  nombre: 'decimal',
  email: 'email',
};

/** Attributs de toute saisie : le navigateur ne propose ni ne corrige rien à la place du classeur. */
const SAISIE = { autocomplete: 'off', autocapitalize: 'off' } as const;

export function saisieLigne(champ: Champ): Commande {
  const { genre } = champ;
  const symbole = UNITES[genre];
  const input = el('input', {
    ...SAISIE,
    type: 'text',
    dir: 'auto',
    inputmode: CLAVIERS[genre] ?? 'text',
    spellcheck: genre === 'texte' ? 'true' : 'false',
  });
  const valeur = champ.valeur.trimEnd();
  input.value = symbole && valeur.endsWith(symbole) ? valeur.slice(0, -1).trimEnd() : champ.valeur;
  const unite = symbole ? el('span', { class: 'unite', id: identifiant('unite') }, symbole) : null;
  const chiffres = CLAVIERS[genre] === 'decimal';
  return {
    racine: el('div', { class: chiffres ? 'cadre chiffres' : 'cadre' }, input, unite ?? ''),
    cible: input,
    groupe: false,
    unite,
    vide: CHAMP_VIDE,
    lire: () => input.value,
    viser: () => input.focus(),
  };
}

/** Une saisie de plusieurs lignes, qui grandit avec ce qu'on y écrit (le style en borne la hauteur). */
export function saisieLongue(champ: Champ): Commande {
  const zone = el('textarea', { ...SAISIE, rows: '3', dir: 'auto', spellcheck: 'true' });
  zone.value = champ.valeur;
  const grandir = (): void => {
    zone.style.height = 'auto';
    zone.style.height = `${zone.scrollHeight}px`;
  };
  zone.addEventListener('input', grandir);
  requestAnimationFrame(grandir);
  zone.addEventListener('keydown', (evenement) => {
    if (evenement.key !== 'Enter' || !(evenement.ctrlKey || evenement.metaKey)) return;
    evenement.preventDefault();
    if (!evenement.repeat) zone.form?.requestSubmit();
  });
  return {
    racine: el('div', { class: 'cadre' }, zone),
    cible: zone,
    groupe: false,
    unite: null,
    vide: CHAMP_VIDE,
    lire: () => zone.value,
    viser: () => zone.focus(),
  };
}
