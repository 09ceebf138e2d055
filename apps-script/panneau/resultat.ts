import { creerAlerte } from './alerte';
import type { Panneau, VueResultat } from './contrat';
import type { Ecran, Page } from './ecran';
import { el } from './elements';
import { lirePanneau } from './lire-reponse';
import { listeElements, marque } from './liste-elements';
import { creerOccupation, RIEN_DE_PLUS, type Suite } from './occupation';
import { appeler, EchecPont, fermer } from './pont';
import { texteLong } from './texte-long';

const LIMITE_MESSAGE = 600;

/** L'écran d'un résultat : ce qui a été fait, ligne par ligne, et ce que l'on peut faire ensuite. */
export function ecranResultat(vue: VueResultat, page: Page): Ecran {
  const alerte = creerAlerte();
  const message = texteLong(el('p', { tabindex: '-1' }), vue.message, LIMITE_MESSAGE);
  const bandeau = el('div', { class: `bandeau ${vue.ton}` }, ...marque(vue.ton), message);
  const liste = listeElements(vue.elements, ({ onglet, ligne }, bouton) =>
    agir(bouton, 'Ouverture de la ligne…', async () => {
      await appeler('allerA', { onglet, ligne });
      return RIEN_DE_PLUS;
    }),
  );
  const contenu = el('div', { class: 'contenu' }, alerte.racine, bandeau, ...liste);

  const suites = vue.suites.map(({ libelle, action, cible }, i) => {
    const classe = i === 0 ? 'principal' : 'secondaire';
    const bouton = el('button', { type: 'button', class: classe }, libelle);
    bouton.addEventListener('click', () =>
      agir(bouton, 'Ouverture…', async () => {
        const suivant: Panneau = lirePanneau(await appeler('ouvrir', { action, cible }));
        return () => page.afficher(suivant);
      }),
    );
    return bouton;
  });
  const clore = el('button', { type: 'button' }, 'Fermer');
  clore.className = suites.length > 0 ? 'discret' : 'principal';
  const occupation = creerOccupation(contenu, null, [...suites, clore]);
  clore.addEventListener('click', () => {
    if (!occupation.enCours()) fermer();
  });

  function agir(bouton: HTMLButtonElement, phrase: string, tache: () => Promise<Suite>): void {
    if (occupation.enCours()) return;
    alerte.effacer();
    void occupation.mener(bouton, phrase, async () => {
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
    racine: el('div', { class: 'ecran' }, contenu, occupation.pied),
    viser: () => message.focus({ preventScroll: true }),
    echapper: () => true,
  };
}
