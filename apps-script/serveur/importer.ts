import type { Panneau, ReponseEnvoi } from '../panneau/contrat';
import type { ActionServeur } from './action-serveur';
import { idClasseur } from './classeur';
import { jetonClasseur } from './jetons';
import { panneauDe } from './panneau';
import { partie } from './partie';
import { piloter } from './piloter';

const TITRE = 'Importer';
/** Google arrête un script à six minutes : on s'arrête avant, et l'on continue d'un clic. */
const BUDGET_MS = 200_000;

/** Quelle table, quel fichier ; si l'on regarde un onglet à soi, c'est sans doute lui. */
function ouvrir(): Panneau {
  const { ongletsImportables, ouvrirImport } = partie('importation');
  const onglets = piloter(ongletsImportables(idClasseur()));
  return panneauDe(TITRE, ouvrirImport(onglets, SpreadsheetApp.getActiveSheet().getName()));
}

type Refus = Omit<Extract<ReponseEnvoi, { ok: false }>, 'ok'>;
const refuser = (refus: Refus): ReponseEnvoi => ({ ok: false, ...refus });

/** Le plan : rien n'est écrit. */
export const importer: ActionServeur = {
  titre: TITRE,
  ouvrir,
  envoi: {
    ecrit: false,
    traiter({ valeurs }, contexte) {
      const { lireDemande, prevoirImport } = partie('importation');
      const lue = lireDemande(valeurs);
      if ('refus' in lue) return refuser(lue.refus);
      const suite = piloter(prevoirImport(idClasseur(), lue.demande, contexte));
      if ('refus' in suite) return refuser(suite.refus);
      return { ok: true, panneau: panneauDe(TITRE, suite.vue) };
    },
  },
};

/** L'écriture, telle que le plan l'a montrée. Renvoyée, elle reconnaît ce qui est déjà là. */
export const importerEcrire: ActionServeur = {
  titre: TITRE,
  ouvrir,
  envoi: {
    ecrit: true,
    traiter({ cible, valeurs }, contexte) {
      const debut = Date.now();
      const { creerCadence, ecrireImport, relireDemande } = partie('importation');
      const lue = relireDemande(cible, valeurs);
      if ('refus' in lue) return refuser(lue.refus);
      const conduite = {
        jeton: jetonClasseur,
        contexte,
        cadence: creerCadence(() => Date.now()),
        arreter: () => Date.now() - debut > BUDGET_MS,
      };
      const suite = piloter(ecrireImport(idClasseur(), lue.demande, lue.cible, conduite));
      if ('refus' in suite) return refuser(suite.refus);
      return { ok: true, panneau: panneauDe(TITRE, suite.vue) };
    },
  },
};
