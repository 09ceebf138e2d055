/** L'aperçu : ce qu'il ne peut pas enregistrer dans un fichier. */

const RIEN = 'Rien n’a été écrit.';

export const MESSAGES_APERCU = {
  ONGLET_NON_CREE: (a: { onglet: string }) =>
    `L’onglet « ${a.onglet} » n’est pas dans le fichier, et l’aperçu n’en crée pas. Ajoutez-le dans votre tableur (un onglet vide de ce nom suffit), enregistrez, puis recommencez. ${RIEN}`,
  ONGLET_NON_OTE: (a: { onglet: string }) =>
    `L’aperçu n’ôte ni ne renomme un onglet : « ${a.onglet} » reste tel quel. Faites-le dans votre tableur. ${RIEN}`,
  ONGLET_PROTEGE: (a: { onglet: string }) =>
    `L’onglet « ${a.onglet} » est rempli par Suivi commercial et protégé contre les frappes par mégarde. ${RIEN}`,
  SAISIE_REFUSEE: (a: { onglet: string; cellule: string; valeur: string; raison: string }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} : « ${a.valeur} » n’est pas accepté. ${a.raison}`,
  SAISIE_PERIMEE: (a: { onglet: string; cellule: string; valeur: string }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule}. Le classeur a changé pendant votre saisie : ${a.valeur === '' ? 'l’effacement de cette cellule' : `« ${a.valeur} »`} n’est pas enregistré. Recommencez sur la ligne à jour.`,
  SAISIE_HORS_GRILLE: (a: { onglet: string; cellule: string }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} : elle est au-delà de ce qu’un classeur contient. ${RIEN}`,
} as const;
