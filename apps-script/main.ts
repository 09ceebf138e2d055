import { allerVers } from './serveur/aller';
import { ouvrirDuMenu } from './serveur/ouvrir-du-menu';
import { passer } from './serveur/passages';
import { poserMenu, redemanderAutorisations } from './serveur/poser-menu';
import { panneauSuivant, reponseA } from './serveur/repondre';

/**
 * Ce que Google appelle : une fonction de premier niveau par export. Le menu est dans `menu.ts`, ce que
 * chaque action fait dans `actions/`, et comment elle parle à Google dans `serveur/`.
 */

/** À l'ouverture du classeur. Ne touche à aucun service autorisé. */
export const onOpen = (): void => poserMenu();

// Le menu.
export const nouvelleAffaire = (): void => ouvrirDuMenu('nouvelleAffaire');
export const nouveauDevis = (): void => ouvrirDuMenu('nouveauDevis');
export const goNoGo = (): void => ouvrirDuMenu('goNoGo');
export const soumettreDevis = (): void => ouvrirDuMenu('soumettreDevis');
export const validerDevis = (): void => ouvrirDuMenu('validerDevis');
export const envoyerDevis = (): void => ouvrirDuMenu('envoyerDevis');
export const signerDevis = (): void => ouvrirDuMenu('signerDevis');
export const refuserDevis = (): void => ouvrirDuMenu('refuserDevis');
export const reviserDevis = (): void => ouvrirDuMenu('reviserDevis');
export const annulerDevis = (): void => ouvrirDuMenu('annulerDevis');
export const rouvrirDevis = (): void => ouvrirDuMenu('rouvrirDevis');
export const actionCommerciale = (): void => ouvrirDuMenu('actionCommerciale');
export const preparerRevue = (): void => ouvrirDuMenu('preparerRevue');
export const appliquerRevue = (): void => ouvrirDuMenu('appliquerRevue');
export const preparerRelances = (): void => ouvrirDuMenu('preparerRelances');
export const actualiserTableau = (): void => ouvrirDuMenu('actualiserTableau');
export const cloturerMois = (): void => ouvrirDuMenu('cloturerMois');
export const importer = (): void => ouvrirDuMenu('importer');
export const controler = (): void => ouvrirDuMenu('controler');
export const installer = (): void => {
  ouvrirDuMenu('installer');
  redemanderAutorisations();
};
export const aide = (): void => ouvrirDuMenu('aide');

// La page du panneau : du texte JSON à l'aller comme au retour (`panneau/contrat.ts`).
export const envoyer = (envoi: unknown): string => JSON.stringify(reponseA(envoi));
export const ouvrir = (ouverture: unknown): string => JSON.stringify(panneauSuivant(ouverture));
export const allerA = (destination: unknown): string => JSON.stringify(allerVers(destination));

// Les automatismes.
export const revueDuLundi = (): void => passer('revue');
export const relancesDuJour = (): void => passer('relances');
export const clotureDuMois = (): void => passer('cloture');
