import { accord, formatNombre } from './formats';

/** Le classeur chez Google : y accéder, le lire, l'écrire à plusieurs. */

const RIEN = 'Rien n’a été écrit.';
const REPARER = 'menu « Suivi commercial », « Installer / Réparer »';

export const MESSAGES_GOOGLE = {
  CLASSEUR_NON_INSTALLE: () =>
    `Suivi commercial n’est pas installé dans ce classeur. Ouvrez-le dans Google Sheets : ${REPARER} ; ou lancez « suivi init » avec son adresse. ${RIEN}`,
  CLASSEUR_A_REPARER: () =>
    `Une partie du classeur manque. ${REPARER.charAt(0).toUpperCase()}${REPARER.slice(1)} la rétablit sans toucher à vos données.`,
  CLASSEUR_COPIE: () =>
    `Ce classeur est la copie d’un autre : y tirer des numéros ferait des doublons. Pour en faire un classeur à part entière : ${REPARER}. ${RIEN}`,
  CLASSEUR_GOOGLE_ABSENT: (a: { id: string }) =>
    `Aucun classeur Google « ${a.id} », ou il n’est pas partagé avec vous. Vérifiez l’adresse et le partage. ${RIEN}`,
  PAS_UNE_FEUILLE_GOOGLE: () =>
    `Ce fichier n’est pas une feuille Google mais un fichier Excel déposé dans Drive. Ouvrez-le, puis Fichier, « Enregistrer au format Google Sheets ». ${RIEN}`,
  CONNEXION_GOOGLE: () =>
    `Google demande de vous connecter à nouveau. Rechargez la page, ou refaites la connexion de la commande, puis recommencez. ${RIEN}`,
  DROITS_GOOGLE: () =>
    `Google vous refuse ce classeur. Demandez à son propriétaire le droit de le modifier. Si plusieurs comptes Google sont ouverts dans ce navigateur, ne gardez que celui-là, ou ouvrez le classeur dans une fenêtre privée. ${RIEN}`,
  API_GOOGLE_ETEINTE: () =>
    `Le service « Google Sheets API » n’est pas activé pour ce projet Google Cloud. Activez-le dans sa console (API et services), attendez quelques minutes et recommencez. ${RIEN}`,
  QUOTA_GOOGLE: () =>
    `Google reçoit trop de demandes en ce moment. ${RIEN} Attendez une minute et recommencez.`,
  GOOGLE_INJOIGNABLE: (a: { cause: string }) =>
    `Google Sheets ne répond pas (${a.cause}). ${RIEN} Vérifiez la connexion et recommencez.`,
  ECRITURE_INCERTAINE: (a: { cause: string }) =>
    `Google Sheets n’a pas dit si l’écriture a eu lieu (${a.cause}). Elle est entière ou absente, jamais à moitié. Rouvrez le classeur et regardez l’onglet Journal avant de recommencer.`,
  PLAGE_PROTEGEE: () =>
    `Une partie du classeur est protégée contre vos modifications. ${RIEN} Demandez à son propriétaire de lever la protection (Données, « Protéger des feuilles et des plages »).`,
  CLASSEUR_PLEIN: () =>
    `Le classeur dépasserait les dix millions de cellules que Google permet. ${RIEN} Supprimez des lignes ou des colonnes vides, ou archivez les plus anciennes.`,
  IMPORT_TROP_GRAND: (a: { presentes: number; ajoutees: number; permises: number }) =>
    `Cet import ajouterait ${accord(a.ajoutees, 'cellule', 'cellules')} au classeur, qui en compte ${formatNombre(a.presentes, 0)} ; Google n’en permet que ${formatNombre(a.permises, 0)}. ${RIEN} Supprimez les lignes, les colonnes et les onglets vides, ou importez une partie du fichier dans un autre classeur.`,
  IMPORT_INTERROMPU: (a: { import: number; restants: number }) =>
    `L’import n° ${a.import} est interrompu : ${accord(a.restants, 'enregistrement reste', 'enregistrements restent')} à écrire, ce qui est écrit est entier. Reprenez-le avec le même fichier (la commande : « --reprendre ») : rien ne sera écrit deux fois.`,
  GOOGLE_REFUSE: (a: { detail: string }) =>
    `Google Sheets a refusé l’opération (${a.detail}). ${RIEN} Si cela se répète : ${REPARER}.`,
  CLASSEUR_DISPUTE: () =>
    `D’autres écrivent dans ce classeur en ce moment, et ont chaque fois été plus rapides. ${RIEN} Recommencez dans un instant.`,
  LIGNE_DISPARUE: (a: { onglet: string; nom: string }) =>
    `Onglet « ${a.onglet} » : la ligne de « ${a.nom} » a été supprimée ou changée pendant l’écriture ; ses modifications n’ont pas pu y être portées. Le reste est écrit. Vérifiez cette ligne et recommencez.`,
  LIGNE_REMISE: (a: { onglet: string; ligne: number }) =>
    `Onglet « ${a.onglet} », ligne ${a.ligne} : quelqu’un a déplacé des lignes pendant l’écriture ; cette ligne, vidée par erreur, a été remise. Vérifiez qu’elle est bien avec ce que vous avez écrit dans vos propres colonnes.`,
  LIGNE_A_VERIFIER: (a: { onglet: string; ligne: number; entetes: string }) =>
    `Onglet « ${a.onglet} », ligne ${a.ligne} : quelqu’un a déplacé des lignes pendant l’écriture, et ce que contenait ${a.entetes} n’a pas pu être rétabli. Vérifiez cette ligne (Fichier, « Historique des versions »).`,
} as const;
