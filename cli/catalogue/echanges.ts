import { TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { PROFILS_PRETS } from '../../src/import/profils-prets';
import type { CommandeDeclaree } from '../declaration';

/** Créer un classeur, y faire entrer et en sortir des données. */
export const ECHANGES: readonly CommandeDeclaree[] = [
  {
    chemin: ['init'],
    resume: 'Crée un classeur .xlsx, ou installe le suivi dans un classeur Google vide',
    arguments: [
      {
        nom: 'CLASSEUR',
        aide: 'Chemin du .xlsx à créer, ou adresse d’un classeur Google qui existe déjà',
      },
    ],
    options: [
      { nom: 'exemple', aide: 'Le remplit de 18 mois d’une entreprise plausible' },
      {
        nom: 'depuis',
        valeur: 'CLASSEUR',
        aide: 'Y copie tout un autre classeur, .xlsx ou Google : onglets, réglages, Registre, Journal',
      },
    ],
    exemples: [
      'suivi init suivi.xlsx',
      'suivi init demo.xlsx --exemple --le 2026-03-02',
      'suivi init https://docs.google.com/spreadsheets/d/…/edit',
      'suivi init https://docs.google.com/spreadsheets/d/…/edit --depuis suivi.xlsx',
    ],
    charger: () => import('../commands/init'),
  },
  {
    chemin: ['importer'],
    resume: 'Importe un fichier CSV, TXT, XLSX, ODS ou JSON dans un onglet',
    arguments: [
      { nom: 'TABLE', aide: TABLES_ECHANGEABLES.join(', '), choix: TABLES_ECHANGEABLES },
      { nom: 'SOURCE', aide: 'Le fichier à importer' },
    ],
    options: [
      {
        nom: 'profil',
        valeur: 'NOM',
        aide: `Le logiciel d’où vient le fichier (${PROFILS_PRETS.map((p) => p.nom).join(', ')}), ou un fichier de profil`,
      },
      {
        nom: 'enregistrer-profil',
        valeur: 'FICHIER',
        aide: 'Enregistre la correspondance trouvée, pour la corriger ou la réutiliser (aussi en simulation)',
      },
      {
        nom: 'rejets',
        valeur: 'FICHIER',
        aide: 'Écrit les lignes rejetées et leur motif (CSV ; aussi en simulation)',
      },
      {
        nom: 'feuille',
        valeur: 'NOM',
        aide: 'Feuille d’un classeur, liste d’un JSON',
      },
      { nom: 'entete', valeur: 'LIGNE', aide: 'Numéro de la ligne des noms de colonnes' },
      {
        nom: 'reprendre',
        aide: 'Finit un import interrompu, sous son numéro (Google)',
      },
    ],
    exemples: [
      'suivi importer clients anciens-clients.csv -c suivi.xlsx --simulation',
      'suivi importer devis export.csv -c suivi.xlsx --profil devis.json --rejets rejets.csv',
      'suivi importer clients tiers.csv -c suivi.xlsx --profil dolibarr',
    ],
    charger: () => import('../commands/importer'),
  },
  {
    chemin: ['annuler'],
    resume: 'Défait un import, exactement ; refuse si un changement fait depuis devait être perdu',
    arguments: [
      { nom: 'IMPORT', aide: 'Le numéro de l’import : donné à sa fin, et dans le Journal' },
    ],
    options: [],
    exemples: [
      'suivi annuler 12 -c suivi.xlsx --simulation',
      'suivi annuler 12 -c suivi.xlsx --json',
    ],
    charger: () => import('../commands/annuler'),
  },
  {
    chemin: ['exporter'],
    resume: 'Exporte un onglet, ou tous',
    arguments: [
      {
        nom: 'TABLE',
        aide: [...TABLES_ECHANGEABLES, 'tout'].join(', '),
        choix: [...TABLES_ECHANGEABLES, 'tout'],
      },
      { nom: 'DOSSIER', aide: 'Avec --vers : le dossier de l’entrepôt', facultatif: true },
    ],
    options: [
      {
        nom: 'sortie',
        court: 'o',
        valeur: 'SORTIE',
        aide: 'Fichier .csv (Excel français), .json, .ndjson ou .xlsx ; pour « tout », .json, .xlsx ou un dossier de .csv',
      },
      {
        nom: 'vers',
        valeur: 'FORMAT',
        choix: ['parquet'],
        aide: 'Écrit tout le classeur dans un entrepôt : parquet, avec les vues SQL des indicateurs (DuckDB, BigQuery)',
      },
    ],
    exemples: [
      'suivi exporter devis -o devis.csv -c suivi.xlsx',
      'suivi exporter tout -o sauvegarde.json -c suivi.xlsx',
      'suivi exporter tout --vers parquet entrepot -c suivi.xlsx',
    ],
    charger: () => import('../commands/exporter'),
  },
];
