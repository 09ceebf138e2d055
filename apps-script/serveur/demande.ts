import type { Destination, Envoi, Ouverture } from '../panneau/contrat';
import { EchecModule } from './echec-module';
import { estJeton } from './jetons';

/** Ce que la page envoie est du texte venu d'ailleurs : rien n'en est cru avant d'être lu. */

type Objet = Readonly<Record<string, unknown>>;

function lireObjet(texte: unknown): Objet {
  try {
    const lu: unknown = JSON.parse(String(texte));
    if (typeof lu === 'object' && lu !== null) return lu as Objet;
  } catch {
    throw new EchecModule('DEMANDE');
  }
  throw new EchecModule('DEMANDE');
}

function exiger<T>(valeur: unknown, est: (v: unknown) => v is T): T {
  if (!est(valeur)) throw new EchecModule('DEMANDE');
  return valeur;
}

const estTexte = (v: unknown): v is string => typeof v === 'string';
const estTexteOuNul = (v: unknown): v is string | null => v === null || typeof v === 'string';
const estLigne = (v: unknown): v is number => Number.isSafeInteger(v) && Number(v) >= 1;
const sontDesTextes = (v: unknown): v is Readonly<Record<string, string>> =>
  typeof v === 'object' && v !== null && Object.values(v).every(estTexte);

export function lireOuverture(texte: unknown): Ouverture {
  const { action, cible } = lireObjet(texte);
  return { action: exiger(action, estTexte), cible: exiger(cible, estTexteOuNul) };
}

export function lireEnvoi(texte: unknown): Envoi {
  const objet = lireObjet(texte);
  const jeton = exiger(objet['jeton'], estTexte);
  if (!estJeton(jeton)) throw new EchecModule('DEMANDE');
  return { ...lireOuverture(texte), jeton, valeurs: exiger(objet['valeurs'], sontDesTextes) };
}

export function lireDestination(texte: unknown): Destination {
  const { onglet, ligne } = lireObjet(texte);
  return { onglet: exiger(onglet, estTexte), ligne: exiger(ligne, estLigne) };
}
