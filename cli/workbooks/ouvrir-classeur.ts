import type { Google } from '../google/google';
import type { Classeur, Ouverture } from './classeur';
import { lireCibleGoogle } from './google/cible';
import { lireAvecOctets, type ClasseurLu } from './xlsx/lire-classeur';

/**
 * Le classeur que désigne `-c` : une adresse ou un identifiant Google, sinon un fichier `.xlsx`. Ce qui
 * parle à Google et ce qui écrit ne se chargent qu'à leur premier usage : lire un fichier n'en paie rien.
 */
export function ouvrirClasseur(cible: string, ouverture: Ouverture, google: Google): Classeur {
  const id = lireCibleGoogle(cible);
  return id === null ? ouvrirFichier(cible, ouverture) : ouvrirGoogle(id, ouverture, google);
}

function ouvrirFichier(chemin: string, { simulation, contexte }: Ouverture): Classeur {
  let dejaLu: ClasseurLu | null = null;
  return {
    fichier: chemin,
    parEnvois: null,
    lire: async () => (dejaLu = lireAvecOctets(chemin)).snapshot,
    async modifier(action, decider, origine) {
      const [{ journaliserPlan }, { modifierClasseur }] = await Promise.all([
        import('./journaliser-plan'),
        import('./xlsx/modifier-classeur'),
      ]);
      const journalise = journaliserPlan(action, decider, contexte, origine);
      return modifierClasseur(chemin, journalise, { simulation, dejaLu });
    },
  };
}

function ouvrirGoogle(id: string, ouverture: Ouverture, google: Google): Classeur {
  const ouvrir = async () => {
    const { ouvrirClasseurGoogle } = await import('./google/classeur-google');
    return ouvrirClasseurGoogle(id, ouverture, google);
  };
  return {
    fichier: null,
    lire: async () => (await ouvrir()).lire(),
    parEnvois: async (envois) => (await ouvrir()).parEnvois(envois),
    modifier: async (...demande) => (await ouvrir()).modifier(...demande),
  };
}
