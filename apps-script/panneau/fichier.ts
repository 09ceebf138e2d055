import { FICHIER } from '../../src/messages/panneau';
import type { Fabrique } from './commande';
import type { FichierChoisi } from './contrat';
import { decoder } from './decoder';
import { el, identifiant } from './elements';

/** Un fichier de l'ordinateur, lu dans la page : son texte seul part vers le serveur. */

/** Ce qu'un appel au serveur porte sans peine. */
const MEGAOCTETS = 4;

/** Ce que les champs `fichier` ont lu : un panneau suivant l'envoie sans le redemander. */
const gardes = new Map<string, string>();

export const garde: Fabrique = ({ cle }) => {
  const racine = el('div');
  return {
    racine,
    cible: racine,
    groupe: true,
    unite: null,
    vide: '',
    lire: () => gardes.get(cle) ?? '',
    viser: () => undefined,
  };
};

/** Le fichier choisi, ou la phrase de ce qui empêche de le lire. */
async function lireFichier(fichier: File): Promise<FichierChoisi | string> {
  if (fichier.size > MEGAOCTETS * 1_000_000) return FICHIER.tropGros(MEGAOCTETS);
  try {
    const lu = decoder(new Uint8Array(await fichier.arrayBuffer()));
    return typeof lu === 'string' ? FICHIER[lu] : { nom: fichier.name, ...lu };
  } catch {
    return FICHIER.illisible;
  }
}

const compter = (texte: string): number => texte.split(/\r\n|\r|\n/).filter((l) => l !== '').length;

export const choixFichier: Fabrique = ({ cle }, annoncer) => {
  gardes.delete(cle);
  // Posée, invisible, sur tout le cadre : un clic n'importe où l'ouvre, un fichier s'y dépose.
  const input = el('input', {
    type: 'file',
    accept: '.csv,.txt,.tsv,.json,.ndjson,.jsonl,text/*,application/json',
  });
  const bouton = el('span', { class: 'choisir', 'aria-hidden': 'true' }, FICHIER.choisir);
  const etat = el('span', { dir: 'auto', id: identifiant('choisi') }, FICHIER.aucun);
  const dire = (texte: string, souci: boolean): void => {
    etat.textContent = texte;
    etat.classList.toggle('souci', souci);
    annoncer(texte);
  };
  let tour = 0;
  input.addEventListener('change', () => {
    const [fichier] = input.files ?? [];
    gardes.delete(cle);
    if (!fichier) return dire(FICHIER.aucun, false);
    const sien = ++tour;
    dire(FICHIER.lecture, false);
    void lireFichier(fichier).then((lu) => {
      if (sien !== tour) return;
      if (typeof lu === 'string') return dire(lu, true);
      gardes.set(cle, JSON.stringify(lu));
      bouton.textContent = FICHIER.changer;
      dire(FICHIER.pret(lu.nom, compter(lu.texte)), false);
    });
  });
  return {
    racine: el('div', { class: 'cadre fichier' }, input, bouton, etat),
    cible: input,
    groupe: false,
    unite: etat,
    vide: FICHIER.aucun,
    lire: () => gardes.get(cle) ?? '',
    viser: () => input.focus(),
    vider: () => {
      tour++;
      input.value = '';
      gardes.delete(cle);
      bouton.textContent = FICHIER.choisir;
      etat.textContent = FICHIER.aucun;
      etat.classList.remove('souci');
    },
  };
};
