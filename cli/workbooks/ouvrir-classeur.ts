import type { Google } from '../google/google';
import type { Classeur, Ouverture } from './classeur';
import { lireCibleGoogle } from './google/cible';
import { ouvrirClasseurGoogle } from './google/classeur-google';
import { journaliserPlan } from './journaliser-plan';
import { lireAvecEmpreinte, modifierClasseur, type ClasseurLu } from './xlsx/modifier-classeur';

/** Le classeur que désigne `-c` : une adresse ou un identifiant Google, sinon un fichier `.xlsx`. */
export function ouvrirClasseur(cible: string, ouverture: Ouverture, google: Google): Classeur {
  const id = lireCibleGoogle(cible);
  return id === null
    ? ouvrirFichier(cible, ouverture)
    : ouvrirClasseurGoogle(id, ouverture, google);
}

function ouvrirFichier(chemin: string, { simulation, contexte }: Ouverture): Classeur {
  let dejaLu: ClasseurLu | null = null;
  return {
    fichier: chemin,
    parEnvois: null,
    lire: async () => (dejaLu = lireAvecEmpreinte(chemin)).snapshot,
    modifier: (action, decider, origine) =>
      modifierClasseur(chemin, journaliserPlan(action, decider, contexte, origine), {
        simulation,
        dejaLu,
      }),
  };
}
