import type { Vue } from '../actions/action';
import { resultat } from '../actions/vues';
import type { Panneau } from '../panneau/contrat';
import { pagePanneau } from '../panneau/incruster';
import { jetonNeuf } from './jetons';
import { direErreur } from './erreurs';

export function panneauDe(titre: string, vue: Vue): Panneau {
  return { titre, jeton: jetonNeuf(), vue };
}

/** Un panneau, quoi qu'il arrive : une erreur y devient une phrase. */
export function panneauOuErreur(titre: string, faire: () => Panneau): Panneau {
  try {
    return faire();
  } catch (erreur) {
    return panneauDe(titre, resultat('perdu', direErreur(erreur)));
  }
}

/** Montre le panneau à droite du classeur. */
export function montrer(panneau: Panneau): void {
  const page = HtmlService.createHtmlOutputFromFile('panneau').getContent();
  const sortie = HtmlService.createHtmlOutput(pagePanneau(page, panneau)).setTitle(
    'Suivi commercial',
  );
  SpreadsheetApp.getUi().showSidebar(sortie);
}
