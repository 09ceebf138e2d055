import type { Contexte } from '../../src/commun/contexte';
import { formatDate } from '../../src/messages/formats';
import { AUTOMATISMES, noterAutomatisme } from '../../src/sheets-api/automatismes';
import { element, resultat, suite } from '../actions/vues';
import type { Element, Suite, VueFormulaire } from '../panneau/contrat';
import type { ActionServeur } from './action-serveur';
import { idClasseur } from './classeur';
import { poserLesMiens, sontEnPlace } from './declencheurs';
import { estErreurClasseur } from './erreurs';
import { contexteGoogle } from './identite';
import { panneauDe } from './panneau';
import { piloter } from './piloter';
import {
  inscrireCopie,
  inscrireProprietaire,
  lireProprietaire,
  memeAdresse,
  vientDUneCopie,
  type Proprietaire,
} from './proprietaire';
import { statutDe } from './statut';

/** Les automatismes du classeur : une personne les porte, et elle seule. */

const CE_QU_ILS_FONT =
  'Le lundi à 7 h la revue, chaque jour ouvré à 7 h les relances (en brouillons, dans votre Gmail), le 1er du mois à 6 h la clôture du mois fini.';

const REFUSES =
  'Google n’a pas le droit de programmer des tâches pour vous. Choisissez « Installer / Réparer » et acceptez cette autorisation. Le reste fonctionne sans.';

/** L'Accueil montre qui les porte ; s'il ne peut pas l'être, ils n'en marchent pas moins. */
function montrerSurAccueil(proprietaire: string): void {
  try {
    for (const a of AUTOMATISMES) piloter(noterAutomatisme(idClasseur(), a, { proprietaire }));
  } catch (erreur) {
    if (!estErreurClasseur(erreur)) throw erreur;
  }
}

/**
 * Met les automatismes au nom de qui agit. À appeler sous le verrou. Ceux d'un porteur précédent
 * s'effaceront d'eux-mêmes : il n'est plus celui que le document a inscrit.
 */
function prendre({ utilisateur, aujourdHui }: Contexte): Proprietaire {
  const proprietaire = { adresse: utilisateur, depuis: aujourdHui };
  poserLesMiens();
  inscrireProprietaire(proprietaire);
  return proprietaire;
}

export interface EtatAutomatismes {
  readonly element: Element;
  readonly suites: readonly Suite[];
}

const dire = (detail: string, ton: Element['ton'] = 'neutre'): Element =>
  element('Automatismes', { detail, ton });

/**
 * Ce qu'« Installer / Réparer » fait des automatismes. Personne ne les porte : ils sont mis en marche,
 * sauf sur une copie, où c'est proposé. Un autre les porte : rien n'est doublé, le transfert est proposé.
 */
export function reparerAutomatismes(contexte: Contexte, copie: boolean): EtatAutomatismes {
  const porteur = lireProprietaire();
  try {
    if (copie) inscrireCopie();
    if (porteur === null && vientDUneCopie()) {
      return {
        element: dire('Ce classeur était une copie : rien n’y est programmé.'),
        suites: [suite('Mettre en marche les automatismes…', 'automatismes.prendre')],
      };
    }
    if (porteur && !memeAdresse(porteur.adresse, contexte.utilisateur)) {
      return {
        element: dire(
          `Ils sont portés par ${porteur.adresse} depuis le ${formatDate(porteur.depuis)} : rien n’est doublé.`,
        ),
        suites: [suite('Reprendre les automatismes…', 'automatismes.prendre')],
      };
    }
    if (porteur && sontEnPlace()) {
      return {
        element: dire(`En marche, à votre nom, depuis le ${formatDate(porteur.depuis)}.`, 'gagne'),
        suites: [],
      };
    }
    prendre(contexte);
    montrerSurAccueil(contexte.utilisateur);
    return { element: dire(`Mis en marche, à votre nom. ${CE_QU_ILS_FONT}`, 'gagne'), suites: [] };
  } catch (erreur) {
    if (statutDe(erreur) !== 403) throw erreur;
    return { element: dire(REFUSES, 'attention'), suites: [] };
  }
}

const confirmer = (porteur: Proprietaire | null): VueFormulaire => ({
  sorte: 'formulaire',
  action: 'automatismes.prendre',
  cible: null,
  intro: porteur
    ? [`Portés par ${porteur.adresse} depuis le ${formatDate(porteur.depuis)}.`, CE_QU_ILS_FONT]
    : [CE_QU_ILS_FONT],
  champs: [],
  annonce: porteur
    ? `Ils passeront à votre nom ; ceux de ${porteur.adresse} s’arrêteront.`
    : 'Ils seront à votre nom.',
  bouton: porteur ? 'Reprendre les automatismes' : 'Mettre en marche',
  elements: [],
  suites: [],
});

/** Mettre en marche, ou reprendre à son nom. */
export const automatismesPrendre: ActionServeur = {
  titre: 'Automatismes',
  ouvrir: () => panneauDe('Automatismes', confirmer(lireProprietaire())),
  envoi: {
    ecrit: true,
    traiter(_, contexte) {
      const avant = lireProprietaire();
      try {
        prendre(contexte);
      } catch (erreur) {
        if (statutDe(erreur) !== 403) throw erreur;
        return { ok: false, message: REFUSES, champs: {} };
      }
      montrerSurAccueil(contexte.utilisateur);
      const deja = avant && memeAdresse(avant.adresse, contexte.utilisateur);
      const ancien = avant && !deja ? ` Ceux de ${avant.adresse} s’arrêtent.` : '';
      const vue = resultat(
        'gagne',
        `Les automatismes sont à votre nom.${ancien} ${CE_QU_ILS_FONT}`,
      );
      return { ok: true, panneau: panneauDe('Automatismes', vue) };
    },
  },
};

/** Qui porte les automatismes est-il celui qui exécute ? */
export function estLePorteur(contexte: Contexte): boolean {
  const porteur = lireProprietaire();
  return porteur !== null && memeAdresse(porteur.adresse, contexte.utilisateur);
}

export const contexteAutomatique = (): Contexte => contexteGoogle('module, automatique');
