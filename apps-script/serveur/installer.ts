import { accord } from '../../src/messages/formats';
import { element, resultat, suite } from '../actions/vues';
import type { VueResultat } from '../panneau/contrat';
import type { ActionServeur } from './action-serveur';
import { reparerAutomatismes } from './automatismes';
import { idClasseur } from './classeur';
import { contexteGoogle } from './identite';
import { jetonClasseur } from './jetons';
import { panneauDe } from './panneau';
import { partie } from './partie';
import { piloter } from './piloter';
import { sousVerrou } from './verrou';

const TITRE = 'Installer / Réparer';

/** Le classeur d'abord, les automatismes ensuite ; le refaire ne change rien de plus. */
function installer(): VueResultat {
  const contexte = contexteGoogle();
  const { installerClasseurGoogle } = partie('installation');
  const rapport = piloter(
    installerClasseurGoogle(idClasseur(), { jeton: jetonClasseur, contexte }),
  );
  const automatismes = reparerAutomatismes(contexte, rapport.copie);
  const message =
    rapport.faits.length === 0
      ? 'Tout était en place : rien n’a été changé.'
      : `${accord(rapport.faits.length, 'chose faite', 'choses faites')} ; vos données n’ont pas été touchées.`;
  const souci = rapport.remarques.length > 0 || automatismes.element.ton === 'attention';
  return resultat(souci ? 'attention' : 'gagne', message, {
    elements: [
      ...rapport.faits.map((fait) => element(fait, { ton: 'gagne' })),
      ...rapport.remarques.map((remarque) => element(remarque, { ton: 'attention' })),
      automatismes.element,
    ],
    suites: [
      ...automatismes.suites,
      suite('Nouvelle affaire…', 'affaire.nouvelle'),
      suite('Aide', 'aide'),
    ],
  });
}

export const installerAction: ActionServeur = {
  titre: TITRE,
  ouvrir: () => panneauDe(TITRE, sousVerrou(installer)),
};
