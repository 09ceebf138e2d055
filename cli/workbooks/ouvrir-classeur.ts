import type { Google } from '../google/google';
import type { Classeur, Ouverture } from './classeur';
import { lireCibleGoogle } from './google/cible';
import { ouvrirClasseurGoogle } from './google/classeur-google';
import { journaliserPlan } from './journaliser-plan';
import { lireClasseur, modifierClasseur } from './xlsx/modifier-classeur';

/** Le classeur que désigne `-c` : une adresse ou un identifiant Google, sinon un fichier `.xlsx`. */
export function ouvrirClasseur(cible: string, ouverture: Ouverture, google: Google): Classeur {
  const id = lireCibleGoogle(cible);
  return id === null
    ? ouvrirFichier(cible, ouverture)
    : ouvrirClasseurGoogle(id, ouverture, google);
}

function ouvrirFichier(chemin: string, { simulation, contexte }: Ouverture): Classeur {
  return {
    fichier: chemin,
    parEnvois: null,
    lire: async () => lireClasseur(chemin),
    modifier: (action, decider, origine) =>
      modifierClasseur(chemin, journaliserPlan(action, decider, contexte, origine), { simulation }),
  };
}
