import type { Commande, Fabrique } from './commande';
import { choixFerme, ouiNon } from './choix';
import { saisieCompletee } from './completion';
import type { Champ, GenreChamp } from './contrat';
import { el, identifiant } from './elements';
import { choixFichier, garde } from './fichier';
import { saisieDate } from './saisie-date';
import { saisieLigne, saisieLongue } from './saisie';

/** Un champ posé dans la page : étiquette, commande, aide, erreur. */
export interface ChampPose {
  readonly cle: string;
  readonly libelle: string;
  readonly racine: HTMLElement;
  lire(): string;
  viser(): void;
  vider(): void;
  /** Montre ce qui ne va pas ; `null` l'efface. */
  reprocher(message: string | null): void;
  /** Ce qu'il faut dire d'un champ requis laissé vide ; `null` s'il n'y a rien à redire. */
  manque(): string | null;
}

/** Une ligne ne garderait pas les retours à la ligne d'une valeur : elle devient une saisie longue. */
const ligne: Fabrique = (champ, annoncer) => {
  if (/[\r\n]/.test(champ.valeur)) return saisieLongue(champ);
  return champ.suggestions.length > 0 ? saisieCompletee(champ, annoncer) : saisieLigne(champ);
};

const FABRIQUES: Readonly<Record<GenreChamp, Fabrique>> = {
  texte: ligne,
  email: ligne,
  long: saisieLongue,
  montant: saisieLigne,
  taux: saisieLigne,
  nombre: saisieLigne,
  date: saisieDate,
  choix: choixFerme,
  ouiNon,
  fichier: choixFichier,
  garde,
};

function etiqueter(champ: Champ, commande: Commande): HTMLElement {
  const { cible, groupe } = commande;
  const etiquette = groupe ? el('span', { class: 'etiquette' }) : el('label', { for: cible.id });
  etiquette.append(champ.libelle);
  if (groupe) {
    etiquette.id = identifiant('nom');
    cible.setAttribute('aria-labelledby', etiquette.id);
  }
  const facultatif = champ.requis ? '' : el('span', { class: 'facultatif' }, 'facultatif');
  return el('div', { class: 'entete' }, etiquette, facultatif);
}

export function poserChamp(champ: Champ, annoncer: (texte: string) => void): ChampPose {
  const commande = FABRIQUES[champ.genre](champ, annoncer);
  const { cible } = commande;
  cible.id = identifiant('champ');
  const aide = el('p', { class: 'aide', id: identifiant('aide') }, champ.aide);
  const erreur = el('p', { class: 'erreur', id: identifiant('erreur') });
  const racine = el('div', { class: 'champ' }, etiqueter(champ, commande), commande.racine);
  racine.hidden = champ.genre === 'garde';
  if (champ.aide) racine.append(aide);
  racine.append(erreur);
  if (champ.requis) cible.setAttribute('aria-required', 'true');

  function reprocher(message: string | null): void {
    erreur.textContent = message ?? '';
    racine.classList.toggle('fautif', message !== null);
    if (message === null) cible.removeAttribute('aria-invalid');
    else cible.setAttribute('aria-invalid', 'true');
    const decrit = [commande.unite, message ? erreur : null, champ.aide ? aide : null];
    const ids = decrit.flatMap((e) => (e ? [e.id] : [])).join(' ');
    if (ids) cible.setAttribute('aria-describedby', ids);
    else cible.removeAttribute('aria-describedby');
  }
  reprocher(null);
  for (const signal of ['input', 'change']) racine.addEventListener(signal, () => reprocher(null));

  return {
    cle: champ.cle,
    libelle: champ.libelle,
    racine,
    lire: commande.lire,
    viser: commande.viser,
    vider: () => commande.vider?.(),
    reprocher,
    manque: () => (champ.requis && commande.lire().trim() === '' ? commande.vide : null),
  };
}
