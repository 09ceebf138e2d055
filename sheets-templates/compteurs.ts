import { TABLES, type CleTable } from '../src/classeur/tables';
import { compter, premiereLigne, type Critere } from './criteres';
import { moisAClore } from './mois-a-clore';
import { FICHIER, type Support } from './support';

/** Un compte de l'Accueil : une formule vivante, que le lecteur peut suivre jusqu'aux lignes. */
export interface Compteur {
  readonly cle: string;
  readonly libelle: string;
  readonly table: CleTable;
  readonly formule: string;
  /** La première ligne comptée, s'il y en a une. */
  readonly premiere: string | null;
  /** Ce que l'on compte, et où le voir. */
  readonly precision: string;
  /** Une formule qui dit mieux que `precision` où l'on en est. */
  readonly etat?: string;
  /** En couleur d'attention dès que le compte dépasse zéro. */
  readonly attention: boolean;
}

/** Un compte déclaré par ses critères : sa formule et sa première ligne en viennent. */
interface Compte extends Omit<Compteur, 'formule' | 'premiere'> {
  /** Une colonne que toute ligne de la table remplit. */
  readonly temoin: string;
  /** La ligne compte si l'un de ces cas tient. */
  readonly cas: readonly (readonly Critere[])[];
}

const SANS_GO: readonly Critere[] = [
  ['etape', 'parmi', ['Détectée', 'Qualifiée', 'Devis en cours']],
  ['decision', 'parmi', ['', 'À compléter', 'À revoir']],
];

/** La revue a été préparée depuis lundi. */
const prepareeCetteSemaine = (support: Support): string =>
  `COUNTIFS(${support.colonne('journal', 'action')},"revue",${support.colonne('journal', 'le')},">="&TODAY()-WEEKDAY(TODAY(),2)+1)>0`;

function comptes(support: Support): readonly Compte[] {
  const { dire } = support;
  const envoye: Critere = ['statut', '=', 'Envoyé'];
  const devis = { table: 'devis', temoin: 'numero' } as const;
  return [
    {
      ...devis,
      cle: 'aRelancer',
      libelle: 'Devis à relancer',
      cas: [[envoye, ['prochaineRelance', '<=', 'TODAY()']]],
      precision: `Envoyés, dont la prochaine relance est arrivée : ${dire('« suivi relances »', 'menu Relances')}.`,
      attention: true,
    },
    {
      ...devis,
      cle: 'enValidation',
      libelle: 'Devis à valider',
      cas: [[['statut', '=', 'En validation']]],
      precision: 'Ils attendent l’accord du gérant, qui leur donne leur numéro.',
      attention: true,
    },
    {
      ...devis,
      cle: 'expirent',
      libelle: 'Devis qui expirent sous 7 jours',
      cas: [[envoye, ['validite', '>=', 'TODAY()'], ['validite', '<=', 'TODAY()+7']]],
      precision: 'Envoyés, sans décision : il est encore temps d’appeler.',
      attention: true,
    },
    {
      ...devis,
      cle: 'expires',
      libelle: 'Devis expirés',
      cas: [[envoye, ['validite', '<', 'TODAY()']]],
      precision: 'Envoyés, sans décision, et leur validité est passée.',
      attention: true,
    },
    {
      cle: 'revue',
      libelle: 'Devis à passer en revue',
      table: 'revueHebdo',
      temoin: 'numero',
      // Sans suggestion, la ligne ne garde que la note de quelqu'un sur un devis qui n'est plus à examiner.
      cas: [
        [
          ['numero', '<>', ''],
          ['suggestion', '<>', ''],
          ['decision', '=', ''],
        ],
      ],
      precision: 'La revue du lundi : lignes dont la décision reste à choisir.',
      etat: `IF(${prepareeCetteSemaine(support)},"La revue de cette semaine est préparée : décisions qui restent à choisir.","La revue de cette semaine n’est pas préparée : ${dire('« suivi revue »', 'menu Revue hebdo, « Préparer »')}.")`,
      attention: false,
    },
    {
      cle: 'sansGo',
      libelle: 'Affaires sans Go/NoGo',
      table: 'affaires',
      temoin: 'numero',
      cas: [SANS_GO],
      precision: 'En amont du devis ou en devis : décision absente, à compléter ou à revoir.',
      attention: true,
    },
    {
      cle: 'aRecontacter',
      libelle: 'Affaires à recontacter',
      table: 'affaires',
      temoin: 'numero',
      cas: [[['recontacterLe', '<=', 'TODAY()']]],
      precision: 'Le jour noté « À recontacter le » est arrivé.',
      attention: false,
    },
    {
      cle: 'facturesEnRetard',
      libelle: 'Factures en retard',
      table: 'factures',
      temoin: 'client',
      cas: [
        [
          ['echeance', '<', 'TODAY()'],
          ['payeLe', '=', ''],
          ['type', '<>', 'Avoir'],
        ],
      ],
      precision: 'Échéance passée et règlement attendu.',
      attention: true,
    },
  ];
}

/** « Que faire aujourd’hui » : fonctions communes à Excel 2016, LibreOffice et Sheets. */
export function compteurs(support: Support): readonly Compteur[] {
  const { colonne, dire } = support;
  return [
    ...comptes(support).map(({ temoin, cas, ...compte }): Compteur => {
      const parCas = cas.map((criteres) => compter(support, compte.table, criteres));
      const premiere = premiereLigne(support, compte.table, temoin, cas);
      return Object.assign({ formule: parCas.join('+'), premiere }, compte);
    }),
    {
      cle: 'moisAClore',
      libelle: 'Mois à clôturer',
      table: 'historique',
      formule: moisAClore(support),
      premiere: null,
      precision: `Mois finis dont les chiffres ne sont pas figés : ${dire('« suivi tableau --cloturer »', 'menu Tableau de bord, « Clôturer le mois »')}.`,
      attention: true,
    },
    {
      cle: 'anomalies',
      libelle: 'Anomalies',
      table: 'anomalies',
      formule: `MAX(0,COUNTA(${colonne('anomalies', 'onglet')})-1)`,
      premiere: null,
      precision: `Cellules douteuses relevées par ${dire('« suivi controler »', 'le menu Contrôler')} (onglet ${TABLES.anomalies.onglet}).`,
      attention: true,
    },
  ];
}

export const COMPTEURS = compteurs(FICHIER);
