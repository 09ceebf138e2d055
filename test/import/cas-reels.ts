import type { TableEchangeable } from '../../src/classeur/tables';
import type { Profil } from '../../src/import/profil';

export interface CasReel {
  readonly fichier: string;
  readonly table: TableEchangeable;
  readonly profil?: Profil;
}

const clients = (organisation: string, siret: string): Profil => ({
  table: 'clients',
  colonnes: { Organisation: organisation, 'SIREN/SIRET': siret },
});

/** Chaque fichier, vers la table qu'il nourrit, ou à défaut celle qui le refuse. */
export const CAS_REELS: readonly CasReel[] = [
  { fichier: 'invoiceninja/clients.csv', table: 'clients' },
  { fichier: 'invoiceninja/quotes.csv', table: 'devis' },
  { fichier: 'invoiceninja/invoice.csv', table: 'factures' },
  { fichier: 'invoiceninja/payments.csv', table: 'factures' },
  {
    fichier: 'invoiceninja/payments.csv',
    table: 'affaires',
    profil: {
      table: 'affaires',
      colonnes: { 'N°': 'Invoice Number', 'Montant estimé': 'Amount' },
      constantes: { Étape: 'Facturée', Objet: 'Règlement' },
      format: { date: 'M/J/AAAA' },
    },
  },
  { fichier: 'invoiceninja/LICENSE', table: 'clients' },
  {
    fichier: 'derived/castelmaurou_excel_fr_cp1252.csv',
    table: 'clients',
    profil: clients('Bénéficiaire', 'SIRET bénéficiaire'),
  },
  {
    fichier: 'derived/castelmaurou_excel_fr_cp1252.csv',
    table: 'actions',
    profil: {
      table: 'actions',
      colonnes: { Date: 'Date convention', Client: 'Bénéficiaire', 'Compte rendu': 'Objet' },
      constantes: { Type: 'Visite' },
    },
  },
  { fichier: 'derived/devis_entete_cassee_style_bureau_etudes.csv', table: 'clients' },
  {
    fichier: 'derived/devis_entete_cassee_style_bureau_etudes.csv',
    table: 'devis',
    profil: {
      table: 'devis',
      colonnes: { 'N°': 'NOM_INTERNE', 'Créé le': 'DateFirstUpload', Document: 'Devis_file_name' },
      constantes: { Statut: 'Brouillon' },
    },
  },
  {
    fichier: 'fr/subventions-commune-de-castelmaurou.csv',
    table: 'clients',
    profil: clients('nomBeneficiaire', 'idBeneficiaire'),
  },
  {
    fichier: 'fr/ValeursFoncieres-2024.txt',
    table: 'clients',
    profil: {
      table: 'clients',
      colonnes: { Organisation: 'Voie', 'Code postal': 'Code postal', Ville: 'Commune' },
    },
  },
  { fichier: 'fr/ids_fr.csv', table: 'clients', profil: clients('code', 'siret') },
  {
    fichier: 'fr/dates.csv',
    table: 'actions',
    profil: {
      table: 'actions',
      colonnes: { Date: 'date_creation', Échéance: 'rfc822' },
      constantes: { Type: 'Appel' },
    },
  },
  { fichier: 'csvkit/test_utf8_bom.csv', table: 'clients' },
  { fichier: 'csvkit/bad.csv', table: 'clients', profil: clients('column_c', 'column_b') },
  { fichier: 'csvkit/test_skip_lines.csv', table: 'clients' },
  { fichier: 'csvkit/test_latin1.csv', table: 'clients', profil: clients('c', 'b') },
  { fichier: 'csvkit/COPYING', table: 'clients' },
  {
    fichier: 'messytables/spanish_chars.csv',
    table: 'tarifs',
    profil: {
      table: 'tarifs',
      colonnes: { Code: 'GF_ID', Désignation: 'GF', 'Prix HT': 'Gasto total 2011' },
    },
  },
  {
    fichier: 'messytables/utf-16le_encoded.csv',
    table: 'clients',
    profil: { table: 'clients', colonnes: { Organisation: 'Organisation_name' } },
  },
  {
    fichier: 'messytables/simple.xlsx',
    table: 'actions',
    profil: {
      table: 'actions',
      colonnes: { Date: 'date', 'Compte rendu': 'place' },
      constantes: { Type: 'Visite' },
    },
  },
  {
    fichier: 'csv_detective/a_test_file.csv',
    table: 'tarifs',
    profil: {
      table: 'tarifs',
      colonnes: { Code: 'NUMCOM', Désignation: 'NOMCOM', 'Prix HT': 'TXCOUVGLO_COM_2014' },
    },
  },
  {
    fichier: 'csv_detective/file.xlsx',
    table: 'clients',
    profil: { table: 'clients', colonnes: { Organisation: 'NOM', Notes: 'LABEL' } },
  },
  { fichier: 'csv_detective/LICENSE', table: 'clients' },
];
