/** Ce qui sort du classeur : fichiers d'export, entrepôt, copie d'un classeur dans un autre. */

const RIEN = 'Rien n’a été écrit.';

export const MESSAGES_EXPORT = {
  ENTREPOT_DOSSIER_OCCUPE: (a: { dossier: string }) =>
    `Le dossier « ${a.dossier} » contient autre chose qu’un entrepôt de Suivi commercial. ${RIEN} Choisissez un dossier vide, ou un nom nouveau.`,
  COPIE_CIBLE_OCCUPEE: (a: { cible: string; onglets: readonly string[] }) =>
    `Le classeur « ${a.cible} » n’est pas vide : ${a.onglets.map((o) => `« ${o} »`).join(', ')} ${a.onglets.length === 1 ? 'porte' : 'portent'} déjà autre chose que ce qui serait copié. ${RIEN} Donnez l’adresse d’un classeur Google neuf.`,
} as const;
