import type { Alerte } from './alerte';
import type { LienLigne, Ouverture, Destination, Suite } from './contrat';
import type { Page } from './ecran';
import { el } from './elements';
import { lireArrivee, lirePanneau } from './lire-reponse';
import { RIEN_DE_PLUS, type Apres, type Occupation } from './occupation';
import { appeler, EchecPont } from './pont';

/** Ce que tout écran permet : ouvrir un autre panneau, aller à une ligne du classeur. */
export interface Gestes {
  ouvrir(suite: Suite, bouton: HTMLButtonElement): void;
  allerA(lien: LienLigne, bouton: HTMLButtonElement): void;
}

/** `occupation` est demandée au moment d'agir : elle se construit après ce que l'écran contient. */
export function creerGestes(page: Page, alerte: Alerte, occupation: () => Occupation): Gestes {
  function agir(bouton: HTMLButtonElement, phrase: string, tache: () => Promise<Apres>): void {
    void occupation().mener(bouton, phrase, async () => {
      alerte.effacer();
      try {
        return await tache();
      } catch (erreur) {
        if (!(erreur instanceof EchecPont)) throw erreur;
        const { message } = erreur;
        return () => alerte.montrer(message);
      }
    });
  }
  return {
    ouvrir: ({ action, cible }, bouton) =>
      agir(bouton, 'Ouverture…', async () => {
        const demande: Ouverture = { action, cible };
        const suivant = lirePanneau(await appeler('ouvrir', demande));
        return () => page.afficher(suivant);
      }),
    allerA: ({ onglet, ligne }, bouton) =>
      agir(bouton, 'Ouverture de la ligne…', async () => {
        const demande: Destination = { onglet, ligne };
        const { message } = lireArrivee(await appeler('allerA', demande));
        return message === null ? RIEN_DE_PLUS : () => alerte.montrer(message);
      }),
  };
}

/** D'autres chemins que l'action principale, un par ligne ; rien s'il n'y en a pas. */
export function listeSuites(suites: readonly Suite[], ouvrir: Gestes['ouvrir']): readonly Node[] {
  if (suites.length === 0) return [];
  const lignes = suites.map((suite) => {
    const bouton = el('button', { type: 'button', class: 'lien', dir: 'auto' }, suite.libelle);
    bouton.addEventListener('click', () => ouvrir(suite, bouton));
    return el('li', {}, bouton);
  });
  return [
    el('div', { class: 'suites' }, el('p', {}, 'Vous pouvez aussi'), el('ul', {}, ...lignes)),
  ];
}
