import type { Synonymes } from './type';

/** Les colonnes que plusieurs tables partagent. */

export const CLIENT: Synonymes = {
  fr: [
    'Nom du client',
    'Nom client',
    'Société',
    'Entreprise',
    'Raison sociale',
    'Tiers',
    'Nom du tiers',
    'Compte',
    'Donneur d’ordre',
    'Organisation',
    'Clients',
    'Dénomination',
    'Dénomination sociale',
    'Structure',
    'Maître d’ouvrage',
  ],
  en: [
    'Client Name',
    'Customer',
    'Customer Name',
    'Account',
    'Account Name',
    'Company',
    'Company Name',
    'Organization',
    'Associated Company',
    'Partner',
    'Deal - Organization',
  ],
};
export const NUMERO = ['Numéro', 'Num', 'No', 'N', 'Référence', 'Réf', 'Ref'];
export const RESPONSABLE: Synonymes = {
  fr: [
    'Commercial',
    'Chargé d’affaires',
    'Suivi par',
    'Propriétaire',
    'Vendeur',
    'Responsable commercial',
  ],
  en: [
    'Owner',
    'Deal Owner',
    'Deal owner',
    'Salesperson',
    'Sales Agent',
    'Assigned To',
    'Account Owner',
    'Company owner',
    'Deal - Owner',
  ],
};
export const MONTANT_HT: Synonymes = {
  fr: [
    'Montant',
    'Total HT',
    'HT',
    'Prix HT',
    'Montant HT (€)',
    'Montant H.T.',
    'Montant (HT)',
    'Montant hors taxes',
    'Montant total HT',
    'Mt HT',
    'Montant € HT',
    'Honoraires',
    'Honoraires HT',
    'Honoraires (HT)',
  ],
  en: [
    'Amount',
    'Subtotal',
    'Sub Total',
    'Untaxed Amount',
    'Net Amount',
    'Amount (excl. tax)',
    'Deal - Value',
    'Value',
  ],
};
export const MONTANT_TTC: Synonymes = {
  fr: [
    'TTC',
    'Total TTC',
    'Montant TTC (€)',
    'Montant T.T.C.',
    'Montant (TTC)',
    'Montant total TTC',
  ],
  en: ['Total', 'Grand Total', 'Total incl. tax', 'Amount incl. tax', 'Amount (incl. tax)'],
};
export const OBJET: Synonymes = {
  fr: [
    'Objet de la mission',
    'Objet du devis',
    'Intitulé',
    'Libellé',
    'Désignation',
    'Projet',
    'Titre',
    'Sujet',
    'Description',
  ],
  en: ['Subject', 'Title', 'Name', 'Deal Name', 'Deal - Title', 'Opportunity', 'Project'],
};
export const TVA: Synonymes = {
  fr: ['Taux TVA', 'Taux de TVA', 'TVA (%)', 'TVA %', '% TVA'],
  en: ['Tax Rate', 'VAT Rate', 'VAT %'],
};
/** Une somme, pas un taux ; « TVA » et « Tax » sont l'un ou l'autre. */
export const TVA_MONTANT: Synonymes = {
  fr: ['TVA', 'Montant TVA', 'Total TVA', 'Montant de la TVA'],
  en: ['Tax', 'VAT', 'Tax Amount', 'Total Tax', 'VAT Amount'],
};
export const STATUT: Synonymes = {
  fr: ['État', 'Situation', 'Avancement'],
  en: ['Status', 'State', 'Stage', 'Deal Stage', 'Deal - Status', 'Quote Stage'],
};
