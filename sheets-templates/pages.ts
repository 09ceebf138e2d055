import {
  CLE_TABLEAU,
  ONGLET_CALCULS,
  ONGLET_CHIFFRES,
  ONGLET_TABLEAU,
} from '../src/tableau-de-bord/onglets';
import { normaliser } from '../src/commun/texte';
import { ONGLET_ACCUEIL } from './accueil';

/** Les onglets que le produit dessine et qui ne portent pas d'enregistrements : leur marque, leur nom. */
export const PAGES = [
  ['accueil', ONGLET_ACCUEIL],
  [CLE_TABLEAU, ONGLET_TABLEAU],
  ['chiffres', ONGLET_CHIFFRES],
  ['calculs', ONGLET_CALCULS],
] as const;

const NOMS: ReadonlySet<string> = new Set(PAGES.map(([, nom]) => normaliser(nom)));

export const estPage = (onglet: string): boolean => NOMS.has(normaliser(onglet));
