/** Factures : ce qui empêche de connaître la prochaine étape du règlement. */
export const MESSAGES_FACTURES = {
  FACTURE_CELLULE_ILLISIBLE: (a: {
    onglet: string;
    cellule: string;
    entete: string;
    valeur: string;
  }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} (${a.entete}) : « ${a.valeur} » n’est pas compris. La prochaine étape d’une facture en dépend. Corrigez la cellule.`,
  FACTURE_SANS_ECHEANCE: (a: { facture: string; cellule: string }) =>
    `Facture ${a.facture} : elle est émise mais son échéance manque (onglet « Factures », cellule ${a.cellule}). Écrivez celle de la commande, à défaut celle de vos conditions générales.`,
  FACTURE_SANS_MONTANT: (a: { facture: string; cellule: string }) =>
    `Facture ${a.facture} : son montant TTC manque (onglet « Factures », cellule ${a.cellule}) alors qu’un règlement est noté. On ne peut pas savoir si elle est soldée. Écrivez-le.`,
  FACTURE_CLIENT_INCONNU: (a: { facture: string; client: string; proche: string | null }) =>
    `Facture ${a.facture} : le client « ${a.client} » n’est pas dans l’onglet « Clients ».` +
    (a.proche ? ` Vouliez-vous dire « ${a.proche} » ?` : '') +
    ' Corrigez le nom du client, ou créez-le.',
} as const;
