import type { Snapshot } from '../../../src/classeur/snapshot';
import type { DevisNomme } from '../../../src/devis/designation';
import type { Geste } from '../../../src/devis/transitions';
import { estDeCode, type Probleme } from '../../../src/messages/probleme';
import { phrases } from '../../formulaire/phrase';
import type { Suite, VueResultat } from '../../panneau/contrat';
import { referenceExacte } from '../listes';
import { element, lienVers, resultat, suite } from '../vues';
import { decrireDevis } from './decrire';

/** Les gestes que le panneau sait ouvrir, et le libellé de leur bouton. */
export const LIBELLES_GESTES: Partial<Readonly<Record<Geste, string>>> = {
  soumettre: 'Soumettre…',
  renvoyer: 'Renvoyer à l’auteur…',
  valider: 'Valider et numéroter…',
  envoyer: 'Marquer envoyé…',
  signer: 'Signer…',
  refuser: 'Refuser…',
  reviser: 'Nouvelle version…',
  annuler: 'Annuler le devis…',
  rouvrir: 'Réouvrir…',
};

export const autreDevis = (action: string): Suite =>
  suite('Choisir un autre devis…', 'choisir.devis', action);

/** Ce qui mène à la solution : la revue de contrat, ou ce que l'état du devis permet. */
function remedes(p: Probleme, devis: DevisNomme | null): Suite[] {
  if (estDeCode(p, 'ETAT_REFUSE')) {
    return p.args.possibles.flatMap((geste) => {
      const libelle = LIBELLES_GESTES[geste];
      return libelle && devis ? [suite(libelle, `devis.${geste}`, referenceExacte(devis))] : [];
    });
  }
  const affaire = SANS_GO.some((code) => estDeCode(p, code)) ? devis?.affaire : null;
  return affaire ? [suite('Go/NoGo…', 'affaire.gonogo', affaire)] : [];
}

const SANS_GO = [
  'GO_MANQUANT',
  'GO_REFUSE',
  'GO_A_REVOIR',
  'GO_A_COMPLETER',
  'GO_SANS_CONDITIONS',
  'GO_AVANT_HAUSSE',
] as const;

/** Le geste est impossible d'avance : pourquoi, et par où passer. */
export function refusDevis(
  snapshot: Snapshot,
  problemes: readonly Probleme[],
  action: string,
  devis: DevisNomme | null,
): VueResultat {
  const [nom = '', ...detail] = devis ? decrireDevis(snapshot, devis) : [];
  return resultat('perdu', phrases(problemes), {
    elements: devis
      ? [element(nom, { detail: detail.join('\n'), lien: lienVers('devis', devis.ligne) })]
      : [],
    suites: [...problemes.flatMap((p) => remedes(p, devis)), autreDevis(action)],
  });
}
