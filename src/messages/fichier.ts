/** Le fichier du classeur, sur le disque : le lire, l'écrire, le partager. */

const RIEN = 'Rien n’a été écrit.';

export const MESSAGES_FICHIER = {
  FICHIER_ABSENT: (a: { chemin: string }) =>
    `Le fichier « ${a.chemin} » n’existe pas. Vérifiez son nom, ou créez-le avec « suivi init ».`,
  FICHIER_ILLISIBLE: (a: { chemin: string; cause: string }) =>
    `Le fichier « ${a.chemin} » ne peut pas être lu (${a.cause}). Vérifiez son nom, et vos droits sur lui.`,
  PAS_UN_CLASSEUR: (a: { chemin: string; nature: string }) =>
    `« ${a.chemin} » n’est pas un classeur .xlsx : ${a.nature}. Ouvrez-le dans un tableur et enregistrez-le au format « Classeur Excel (.xlsx) ».`,
  CLASSEUR_CHIFFRE: (a: { chemin: string }) =>
    `« ${a.chemin} » est protégé par un mot de passe à l’ouverture. Retirez ce mot de passe dans Excel (Fichier, Informations, Protéger le classeur), puis recommencez.`,
  CLASSEUR_TROP_GROS: (a: { chemin: string; partie: string }) =>
    `« ${a.chemin} » n’est pas ouvert : une fois décompressé, « ${a.partie} » dépasserait la taille permise. Ce fichier est peut-être piégé ; demandez-le à nouveau à qui vous l’a envoyé.`,
  CLASSEUR_TRONQUE: (a: { chemin: string; detail: string }) =>
    `« ${a.chemin} » est abîmé ou incomplet (${a.detail}). Recopiez-le, ou reprenez une version du dossier « .sauvegardes ».`,
  FICHIER_OUVERT: (a: { chemin: string; temoin: string }) =>
    `« ${a.chemin} » est ouvert dans un tableur. Enregistrez-le, fermez-le et recommencez. ${RIEN} (Si personne ne l’a ouvert, supprimez le fichier « ${a.temoin} ».)`,
  FICHIER_CHANGE: (a: { chemin: string }) =>
    `« ${a.chemin} » a été modifié par quelqu’un d’autre pendant l’opération. ${RIEN} Recommencez.`,
  CLASSEUR_OCCUPE: (a: { chemin: string; detenteur: string; attente: number }) =>
    `« ${a.chemin} » est en cours d’écriture par ${a.detenteur} depuis plus de ${a.attente} s. ${RIEN} Recommencez quand ce sera fini.`,
  DOSSIER_PROTEGE: (a: { dossier: string }) =>
    `Impossible d’écrire dans le dossier « ${a.dossier} ». ${RIEN} Vérifiez vos droits, ou copiez le classeur dans un autre dossier.`,
  SORTIE_PROTEGEE: (a: { chemin: string }) =>
    `« ${a.chemin} » n’a pas pu être écrit : vous n’avez pas le droit d’écrire là. ${RIEN} Donnez-lui un autre dossier.`,
  DISQUE_PLEIN: (a: { dossier: string }) =>
    `Le disque de « ${a.dossier} » est plein. ${RIEN} Libérez de la place et recommencez.`,
  ECRITURE_IMPOSSIBLE: (a: { chemin: string; cause: string }) =>
    `« ${a.chemin} » n’a pas pu être écrit (${a.cause}). ${RIEN} Vérifiez ce chemin, puis recommencez.`,
  ONGLET_PLEIN: (a: { onglet: string }) =>
    `Onglet « ${a.onglet} » : il dépasserait 1 048 576 lignes, la limite d’un tableur. Archivez les plus anciennes. ${RIEN}`,
  ONGLET_TROP_LOURD: (a: { onglet: string }) =>
    `Onglet « ${a.onglet} » : ainsi rempli, il dépasserait 500 Mo et le classeur ne se rouvrirait plus. Répartissez ces lignes en plusieurs classeurs, par exemple un par année. ${RIEN}`,
  TABLE_AVEC_TOTAL: (a: { onglet: string; table: string }) =>
    `Onglet « ${a.onglet} » : le tableau « ${a.table} » finit par une ligne de total, on ne peut rien ajouter dessous. Retirez-la (Création de tableau, Ligne Total). ${RIEN}`,
  FORMULE_MATRICIELLE: (a: { onglet: string; cellule: string; plage: string }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} : elle appartient à une formule matricielle (${a.plage}) et ne peut pas être écrite seule. Supprimez cette formule. ${RIEN}`,
  FICHIER_EXISTE: (a: { chemin: string }) =>
    `Le fichier « ${a.chemin} » existe déjà : il n’est jamais écrasé. Choisissez un autre nom, ou déplacez-le.`,
  EXTENSION_INCONNUE: (a: { chemin: string }) =>
    `« ${a.chemin} » : un classeur porte l’extension .xlsx. Écrivez par exemple suivi.xlsx.`,
} as const;
