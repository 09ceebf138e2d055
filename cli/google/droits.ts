/** Ce que la commande demande à Google, et rien de plus : les classeurs ; pour `--gmail`, les brouillons. */
export const DROITS_GOOGLE = {
  sheets: 'https://www.googleapis.com/auth/spreadsheets',
  gmail: 'https://www.googleapis.com/auth/gmail.compose',
} as const;

export type DroitGoogle = keyof typeof DROITS_GOOGLE;

export const LIBELLES_DROIT: Readonly<Record<DroitGoogle, string>> = {
  sheets: 'consulter et modifier vos feuilles de calcul Google Sheets',
  gmail: 'gérer les brouillons Gmail',
};
