/** Ce qui sort du classeur : fichiers d'export, entrepôt, copie d'un classeur dans un autre. */

const RIEN = 'Rien n’a été écrit.';

export const MESSAGES_EXPORT = {
  ENTREPOT_DOSSIER_OCCUPE: (a: { dossier: string }) =>
    `Le dossier « ${a.dossier} » contient autre chose qu’un entrepôt de Suivi commercial. ${RIEN} Choisissez un dossier vide, ou un nom nouveau.`,
} as const;
