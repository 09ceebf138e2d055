/** Une vue : ce qu'elle dit à son lecteur, et sa requête. */
export interface Vue {
  readonly nom: string;
  readonly description: string;
  readonly requete: string;
}

/** Ce que porte toute l'entreprise, et ce que personne ne porte, dans la colonne `responsable`. */
export const ENTREPRISE = '(entreprise)';
export const PERSONNE = '(sans responsable)';

/** L'adresse d'une personne, telle qu'elle se compare ; NULL si elle manque. */
export const personneSql = (colonne: string): string => `NULLIF(LOWER(TRIM(${colonne})), '')`;
