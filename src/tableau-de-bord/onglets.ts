/** Les onglets vivants du tableau de bord, et les deux cellules où l'on choisit ce qu'il montre. */
export const ONGLET_TABLEAU = 'Tableau de bord';
export const ONGLET_CALCULS = 'Calculs';
export const ONGLET_CHIFFRES = 'Chiffres';
/** Leur marque sur un onglet de Google. */
export const CLE_TABLEAU = 'tableauDeBord';
export const NOM_MOIS = 'TB_mois';
export const NOM_RESPONSABLE = 'TB_responsable';
