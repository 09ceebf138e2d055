/** Ce qui ne va pas dans un champ de formulaire : dit sous le champ. */

const montrer = (valeur: string): string =>
  valeur.length > 60 ? `${valeur.slice(0, 60)}…` : valeur;

export const MESSAGES_SAISIE = {
  SAISIE_REQUISE: (a: { aide: string }) => `À remplir.${a.aide === '' ? '' : ` ${a.aide}`}`,
  SAISIE_MONTANT: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas un montant sûr. Écrivez par exemple 1 234,50.`,
  SAISIE_TAUX: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas un taux sûr. Écrivez par exemple 20 % ou 5,5 %.`,
  SAISIE_NOMBRE: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas un nombre. Écrivez par exemple 1,5.`,
  SAISIE_DUREE: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas une durée. Écrivez par exemple 1h30 ou 1,5.`,
  SAISIE_DATE: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas une date. Écrivez par exemple 12/3 ou 12/03/2026.`,
  SAISIE_MOIS: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas un mois. Écrivez par exemple 02/2026 ou février 2026.`,
  SAISIE_CHOIX: (a: { valeur: string; choix: readonly string[] }) =>
    `« ${montrer(a.valeur)} » n’est pas dans la liste. Choisissez : ${a.choix.map((c) => `« ${c} »`).join(', ')}.`,
  SAISIE_OUI_NON: (a: { valeur: string }) =>
    `« ${montrer(a.valeur)} » n’est pas une réponse. Choisissez Oui ou Non.`,
} as const;
