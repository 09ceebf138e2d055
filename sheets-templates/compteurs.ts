import { TABLES, type CleTable } from '../src/classeur/tables';
import { colonneEntiere as col } from './references';

/** Un compte de l'Accueil : une formule vivante, que le lecteur peut suivre jusqu'aux lignes. */
export interface Compteur {
  readonly cle: string;
  readonly libelle: string;
  readonly table: CleTable;
  readonly formule: string;
  /** Ce que l'on compte, et où le voir. */
  readonly precision: string;
  /** En couleur d'attention dès que le compte dépasse zéro. */
  readonly attention: boolean;
}

const DEVIS_STATUT = col('devis', 'statut');
const ETAPE = col('affaires', 'etape');
const DECISION = col('affaires', 'decision');

const sansGo = ['Détectée', 'Qualifiée', 'Devis en cours']
  .flatMap((etape) =>
    ['', 'À compléter', 'À revoir'].map(
      (decision) => `COUNTIFS(${ETAPE},"${etape}",${DECISION},"${decision}")`,
    ),
  )
  .join('+');

/** « Que faire aujourd’hui » : fonctions communes à Excel 2016, LibreOffice et Sheets. */
export const COMPTEURS: readonly Compteur[] = [
  {
    cle: 'revue',
    libelle: 'Devis à passer en revue',
    table: 'revueHebdo',
    // Sans suggestion, la ligne ne garde que la note de quelqu'un sur un devis qui n'est plus à examiner.
    formule: `COUNTIFS(${col('revueHebdo', 'numero')},"<>",${col('revueHebdo', 'suggestion')},"<>",${col('revueHebdo', 'decision')},"")`,
    precision: 'La revue du lundi : lignes dont la décision reste à choisir.',
    attention: false,
  },
  {
    cle: 'aRelancer',
    libelle: 'Devis à relancer',
    table: 'devis',
    formule: `COUNTIFS(${DEVIS_STATUT},"Envoyé",${col('devis', 'prochaineRelance')},"<="&TODAY())`,
    precision: 'Envoyés, dont la prochaine relance est arrivée : « suivi relances ».',
    attention: true,
  },
  {
    cle: 'expires',
    libelle: 'Devis expirés',
    table: 'devis',
    formule: `COUNTIFS(${DEVIS_STATUT},"Envoyé",${col('devis', 'validite')},"<"&TODAY())`,
    precision: 'Envoyés, sans décision, et leur validité est passée.',
    attention: true,
  },
  {
    cle: 'enValidation',
    libelle: 'Devis en validation',
    table: 'devis',
    formule: `COUNTIFS(${DEVIS_STATUT},"En validation")`,
    precision: 'Ils attendent l’accord du gérant, qui leur donne leur numéro.',
    attention: false,
  },
  {
    cle: 'sansGo',
    libelle: 'Affaires sans Go/NoGo',
    table: 'affaires',
    formule: sansGo,
    precision: 'En amont du devis ou en devis : décision absente, à compléter ou à revoir.',
    attention: true,
  },
  {
    cle: 'aRecontacter',
    libelle: 'Affaires à recontacter',
    table: 'affaires',
    formule: `COUNTIFS(${col('affaires', 'recontacterLe')},"<="&TODAY())`,
    precision: 'Le jour noté « À recontacter le » est arrivé.',
    attention: false,
  },
  {
    cle: 'facturesEnRetard',
    libelle: 'Factures en retard',
    table: 'factures',
    formule: `COUNTIFS(${col('factures', 'echeance')},"<"&TODAY(),${col('factures', 'payeLe')},"",${col('factures', 'type')},"<>Avoir")`,
    precision: 'Échéance passée et règlement attendu.',
    attention: true,
  },
  {
    cle: 'anomalies',
    libelle: 'Anomalies',
    table: 'anomalies',
    formule: `MAX(0,COUNTA(${col('anomalies', 'onglet')})-1)`,
    precision: `Cellules douteuses relevées par « suivi controler » (onglet ${TABLES.anomalies.onglet}).`,
    attention: true,
  },
];
