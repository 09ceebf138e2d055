import { accord, formatNombre } from './formats';

/** Structure du classeur : onglets, en-têtes, réglages. */

const GENRES = {
  texte: 'un texte',
  entier: 'un nombre entier',
  nombre: 'un nombre',
  taux: 'un pourcentage, par exemple 20 %',
  booleen: 'Oui ou Non',
} as const;

export const MESSAGES_CLASSEUR = {
  ONGLET_MANQUANT: (a: { onglet: string; proche: string | null }) =>
    `L’onglet « ${a.onglet} » manque.` +
    (a.proche
      ? ` « ${a.proche} » lui ressemble : renommez-le « ${a.onglet} ».`
      : ' Rétablissez-le, ou repartez d’une sauvegarde.'),
  ENTETE_MANQUANT: (a: { onglet: string; entete: string; proche: string | null }) =>
    `Onglet « ${a.onglet} » : la colonne « ${a.entete} » manque.` +
    (a.proche
      ? ` « ${a.proche} » lui ressemble : renommez-la « ${a.entete} ».`
      : ' Ajoutez cet en-tête en ligne 1, à la place que vous voulez.'),
  ENTETE_EN_DOUBLE: (a: { onglet: string; entete: string }) =>
    `Onglet « ${a.onglet} » : deux colonnes s’appellent « ${a.entete} ». Renommez celle que vous avez ajoutée.`,
  VALEUR_TROP_LONGUE: (a: { colonne: string; longueur: number }) =>
    `« ${a.colonne} » a ${formatNombre(a.longueur)} caractères, une cellule en contient 32\u202f767 au plus. Raccourcissez ce texte.`,
  EXEMPLE_CLASSEUR_REMPLI: (a: { onglet: string; lignes: number }) =>
    `L’onglet « ${a.onglet} » a déjà ${accord(a.lignes, 'ligne', 'lignes')} : l’exemple ne se mêle pas à vos données. Installez-le dans un classeur vide.`,
  TEXTE_TROP_LONG: (a: { onglet: string; cellule: string; longueur: number; maximum: number }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} : le texte a ${formatNombre(a.longueur)} caractères, une cellule en contient ${formatNombre(a.maximum)} au plus. Raccourcissez-le. Rien n’a été écrit.`,
  REGLAGE_ILLISIBLE: (a: {
    reglage: string;
    cellule: string;
    valeur: string;
    genre: keyof typeof GENRES;
  }) =>
    `Onglet « Paramètres », cellule ${a.cellule} : « ${a.valeur} » ne convient pas au réglage « ${a.reglage} ». Écrivez ${GENRES[a.genre]}.`,
} as const;
