import { CHOIX_VIDE } from '../../src/messages/panneau';
import type { Commande } from './commande';
import type { Champ } from './contrat';
import { el, identifiant } from './elements';

/** Les réponses fermées : liste, boutons radio, et « Oui / Non » côte à côte. */

/** Jusqu'ici, des boutons radio : tout se voit sans ouvrir de liste. */
const MAXIMUM_RADIOS = 3;
const NON_PRECISE = 'Non précisé';

interface Option {
  readonly valeur: string;
  readonly libelle: string;
  /** Ce qu'on entend, si le libellé ne se dit pas. */
  readonly nom?: string;
}

/** Une valeur déjà là et qui n'est plus permise reste montrée : c'est au serveur d'en parler. */
function optionsDe(champ: Champ): readonly Option[] {
  const { choix, valeur } = champ;
  const valeurs = valeur === '' || choix.includes(valeur) ? choix : [...choix, valeur];
  return valeurs.map((v) => ({ valeur: v, libelle: v }));
}

function liste(champ: Champ, options: readonly Option[]): Commande {
  const select = el('select', { dir: 'auto' });
  if (!champ.requis || champ.valeur === '') {
    select.append(el('option', { value: '' }, champ.requis ? 'Choisir…' : NON_PRECISE));
  }
  for (const { valeur, libelle } of options)
    select.append(el('option', { value: valeur }, libelle));
  select.value = champ.valeur;
  return {
    racine: el('div', { class: 'cadre liste' }, select),
    cible: select,
    groupe: false,
    unite: null,
    vide: CHOIX_VIDE,
    lire: () => select.value,
    viser: () => select.focus(),
    vider: () => {
      select.value = '';
    },
  };
}

function radios(champ: Champ, options: readonly Option[], classe: string): Commande {
  const name = identifiant('radio');
  const boutons = options.map(({ valeur, nom }) => {
    const bouton = el('input', { type: 'radio', name, value: valeur, 'aria-label': nom ?? false });
    bouton.checked = valeur === champ.valeur && (valeur !== '' || !champ.requis);
    return bouton;
  });
  const groupe = el(
    'div',
    { role: 'radiogroup', class: classe },
    ...options.map(({ libelle }, i) =>
      el('label', {}, boutons[i] ?? '', el('span', { dir: 'auto' }, libelle)),
    ),
  );
  return {
    racine: groupe,
    cible: groupe,
    groupe: true,
    unite: null,
    vide: CHOIX_VIDE,
    lire: () => boutons.find((b) => b.checked)?.value ?? '',
    viser: () => (boutons.find((b) => b.checked) ?? boutons[0])?.focus(),
    vider: () => {
      for (const bouton of boutons) bouton.checked = bouton.value === '';
    },
  };
}

export function choixFerme(champ: Champ): Commande {
  const options = optionsDe(champ);
  if (options.length > MAXIMUM_RADIOS) return liste(champ, options);
  const vide = champ.requis ? [] : [{ valeur: '', libelle: NON_PRECISE }];
  return radios(champ, [...options, ...vide], 'radios');
}

export function ouiNon(champ: Champ): Commande {
  const options: Option[] = ['Oui', 'Non'].map((v) => ({ valeur: v, libelle: v }));
  if (!champ.requis) options.push({ valeur: '', libelle: '–', nom: NON_PRECISE });
  return radios(champ, options, 'segments');
}
