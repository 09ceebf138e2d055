import { accord } from './formats';

/** Ce que « Installer / Réparer » a fait, dit à qui l'a demandé. */
const noms = (liste: readonly string[]): string => liste.map((n) => `« ${n} »`).join(', ');

export const FAITS = {
  onglets: (crees: readonly string[]) =>
    `${accord(crees.length, 'onglet créé', 'onglets créés')} : ${noms(crees)}.`,
  colonnes: (onglet: string, ajoutees: readonly string[]) =>
    `Onglet « ${onglet} » : ${accord(ajoutees.length, 'colonne ajoutée', 'colonnes ajoutées')} à la fin : ${noms(ajoutees)}.`,
  titre: (avant: string, apres: string) => `L’onglet « ${avant} » a repris son nom, « ${apres} ».`,
  entete: (onglet: string, avant: string, apres: string) =>
    `Onglet « ${onglet} » : l’en-tête « ${avant} » a repris son nom, « ${apres} », celui que cherchent la commande et les exports.`,
  regles: (onglets: readonly string[]) => `Mises en valeur rétablies : ${noms(onglets)}.`,
  protections: (onglets: readonly string[]) =>
    `Avertissement avant modification, sans verrou : ${noms(onglets)}.`,
  contenu: (onglets: readonly string[]) => `Textes et réglages de départ : ${noms(onglets)}.`,
  regional: () => 'Langue du classeur : français ; fuseau horaire : Paris.',
  marques: () => 'Onglets et colonnes marqués : les renommer ne les perdra plus.',
  copie: () =>
    'Ce classeur était la copie d’un autre : il est maintenant à part entière, avec sa propre suite de numéros. Ses automatismes sont à remettre en marche.',
} as const;

export const REMARQUES = {
  puces: (detail: string) =>
    `Google n’a pas voulu des puces de couleur dans les listes (${detail}) : les listes restent, sans elles.`,
  pagesPrises: (onglets: readonly string[]) =>
    `Le tableau de bord n’est pas posé : ${noms(onglets)} existe déjà et n’est pas de Suivi commercial. Renommez-le, puis relancez « Installer / Réparer ».`,
  titrePris: (titre: string, voulu: string) =>
    `L’onglet « ${titre} » garde son nom : un autre s’appelle déjà « ${voulu} ».`,
} as const;
