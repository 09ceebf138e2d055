import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { CLIENTS } from './synonymes/clients';
import { AFFAIRES, DEVIS } from './synonymes/devis';
import { ACTIONS, FACTURES, OBJECTIFS, SATISFACTION, TARIFS } from './synonymes/suivi';
import type { Synonymes, SynonymesTable } from './synonymes/type';

/** Colonnes de lignes d'article, qui ne sont pas des nôtres : leur somme fait le montant du document. */
export const COLONNES_ARTICLE: Readonly<Record<'total' | 'prix' | 'quantite', Synonymes>> = {
  total: {
    fr: [
      'Montant ligne',
      'Total ligne',
      'Montant HT ligne',
      'Total HT ligne',
      'Montant HT de la ligne',
    ],
    en: [
      'Line Total',
      'Item Total',
      'Line Amount',
      'Order Lines/Subtotal',
      'Invoice lines/Subtotal',
    ],
  },
  prix: {
    fr: ['Prix unitaire', 'Prix unitaire HT', 'PU HT', 'PU'],
    en: ['Item Cost', 'Item Price', 'Unit Price', 'Unit Cost', 'Order Lines/Unit Price'],
  },
  quantite: {
    fr: ['Quantité', 'Qté'],
    en: ['Item Quantity', 'Quantity', 'Qty', 'Order Lines/Quantity'],
  },
};

/** Noms trop généraux pour l'emporter sur un nom précis (« Date » cède à « Date d’envoi »). */
export const NOMS_GENERIQUES: ReadonlySet<string> = new Set(
  [
    'Date',
    'Nom',
    'Name',
    'Client',
    'Montant',
    'Amount',
    'Total',
    'Value',
    'Description',
    'Notes',
    'Note',
    'Source',
    'Référence',
    'Réf',
    'Ref',
    'Reference',
    'Numéro',
    'Num',
    'No',
    'N',
    'Number',
    'Type',
    'Titre',
    'Title',
    'HT',
    'Contact',
    'Compte',
    'Email',
    'Status',
    'Statut',
  ].map(normaliser),
);

export const SYNONYMES: { readonly [K in TableEchangeable]: SynonymesTable } = {
  clients: CLIENTS,
  affaires: AFFAIRES,
  devis: DEVIS,
  actions: ACTIONS,
  factures: FACTURES,
  satisfaction: SATISFACTION,
  objectifs: OBJECTIFS,
  tarifs: TARIFS,
};
