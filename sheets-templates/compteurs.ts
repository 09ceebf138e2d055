import { TABLES, type CleTable } from '../src/classeur/tables';
import { FICHIER, type Support } from './support';

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

/** « Que faire aujourd’hui » : fonctions communes à Excel 2016, LibreOffice et Sheets. */
export function compteurs({ colonne: col, dire }: Support): readonly Compteur[] {
  const statut = col('devis', 'statut');
  const sansGo = ['Détectée', 'Qualifiée', 'Devis en cours']
    .flatMap((etape) =>
      ['', 'À compléter', 'À revoir'].map(
        (decision) =>
          `COUNTIFS(${col('affaires', 'etape')},"${etape}",${col('affaires', 'decision')},"${decision}")`,
      ),
    )
    .join('+');
  return [
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
      formule: `COUNTIFS(${statut},"Envoyé",${col('devis', 'prochaineRelance')},"<="&TODAY())`,
      precision: `Envoyés, dont la prochaine relance est arrivée : ${dire('« suivi relances »', 'menu Relances')}.`,
      attention: true,
    },
    {
      cle: 'expires',
      libelle: 'Devis expirés',
      table: 'devis',
      formule: `COUNTIFS(${statut},"Envoyé",${col('devis', 'validite')},"<"&TODAY())`,
      precision: 'Envoyés, sans décision, et leur validité est passée.',
      attention: true,
    },
    {
      cle: 'enValidation',
      libelle: 'Devis en validation',
      table: 'devis',
      formule: `COUNTIFS(${statut},"En validation")`,
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
      precision: `Cellules douteuses relevées par ${dire('« suivi controler »', 'le menu Contrôler')} (onglet ${TABLES.anomalies.onglet}).`,
      attention: true,
    },
  ];
}

export const COMPTEURS = compteurs(FICHIER);
