import type { CleTable } from '../../src/classeur/tables';
import type { CodeAlerte } from '../../src/messages/tableau';
import { CAS_SUFFISANTS } from '../../src/tableau-de-bord/indicateur';
import {
  COLONNES_OBJECTIF,
  INDICATEURS_A_OBJECTIF,
  type ColonneObjectif,
} from '../../src/tableau-de-bord/objectifs';
import type { CleMesure } from '../../src/tableau-de-bord/calculs/mesures';
import { chiffre, type Chiffre } from './chiffre';
import { caFactureAVenir } from './repartition';
import { leMoisMoins } from './series';

/** Plus grand que tout numéro de ligne. */
const AU_DELA = '10^7';

/** La première ligne de Devis où toutes les conditions, sur des colonnes du portefeuille, sont vraies. */
const premiere = (...conditions: string[]): string =>
  `INDEX({portefeuille.ligne},${AU_DELA}-SUMPRODUCT(MAX(${conditions.map((c) => `(${c})*`).join('')}(${AU_DELA}-ROW({portefeuille.place^})))))`;

/** La première ligne, dans son onglet, où une colonne vaut ce nombre. */
const egale = (
  bloc: 'devis' | 'portefeuille' | 'factures',
  colonne: string,
  nombre: number,
): string => `INDEX({${bloc}.ligne},MATCH(${nombre},{${bloc}.${colonne}^},0)+1)`;

/** Part du mois écoulée, le jour même compris : 1 une fois fini, 0 avant qu'il commence. */
const PART_ECOULEE = 'MAX(0,MIN(1,(<aujourdHui>-<mois>+1)/(EDATE(<mois>,1)-<mois>)))';

/** Un si l'objectif, au prorata du mois (un taux : en entier), n'est pas atteint. */
function enRetard(colonne: ColonneObjectif): string {
  const [o, r] = [`TB_objectifs_${colonne}_objectif`, `TB_objectifs_${colonne}_realise`];
  const vise = INDICATEURS_A_OBJECTIF[colonne].unite === 'taux' ? o : `${o}*${PART_ECOULEE}`;
  return `IF(AND(ISNUMBER(${o}),ISNUMBER(${r})),IF(ROUND(${r}-${vise},9)<0,1,0),0)`;
}

const ceMois = leMoisMoins(0);
const troisMoisAvant = (cle: CleMesure): string =>
  `(${[1, 2, 3].map((n) => leMoisMoins(n)(cle)).join('+')})`;
const TAUX_EN_BAISSE =
  `IF(AND(${ceMois('decides')}>=${CAS_SUFFISANTS},${troisMoisAvant('decides')}>=${CAS_SUFFISANTS}),` +
  `IF(${ceMois('signes')}*${troisMoisAvant('decides')}<${troisMoisAvant('signes')}*${ceMois('decides')},1,0),0)`;

const PREVU = 'TB_previsions_2_pondereHt';
const A_FACTURER = `${caFactureAVenir(1)},${caFactureAVenir(2)}`;
const CARNET_VIDE =
  'IF(COUNTIF({devisLus.cle},"?*")+SUM({devis.sansNumero^})=0,0,' +
  `IF(${PREVU}<=0,1,IF(COUNT(${A_FACTURER})=0,0,IF(ROUND(${PREVU}-SUM(${A_FACTURER}),2)<0,1,0))))`;

/** Ce qui demande une action, et l'onglet où la faire ; la première ligne touchée est au bout du lien. */
export interface NatureAlerte {
  readonly cle: string;
  /** L'alerte de la commande, une par ligne touchée ; `null` si la sienne en réunit plusieurs. */
  readonly code: CodeAlerte | null;
  readonly libelle: string;
  /** Dans la page, où la place manque. */
  readonly court: string;
  readonly nombre: string;
  /** Sa première ligne, quand il y en a, et l'onglet où elle est ; absente si la page suffit. */
  readonly lien?: { readonly table: CleTable; readonly ligne: string };
}

export const NATURES_ALERTES: readonly NatureAlerte[] = [
  {
    cle: 'objectifsEnRetard',
    code: 'OBJECTIF_EN_RETARD',
    libelle: 'Objectifs en retard, à ce jour du mois',
    court: 'Objectifs en retard',
    nombre: COLONNES_OBJECTIF.map(enRetard).join('+'),
  },
  {
    cle: 'tauxEnBaisse',
    code: 'TAUX_EN_BAISSE',
    libelle: 'Taux sur décidés en baisse (1 : oui)',
    court: 'Taux en baisse',
    nombre: TAUX_EN_BAISSE,
  },
  {
    cle: 'carnetVide',
    code: 'CARNET_VIDE',
    libelle: 'Carnet qui se vide, à deux mois (1 : oui)',
    court: 'Carnet qui se vide',
    nombre: CARNET_VIDE,
  },
  {
    cle: 'facturesEnRetard',
    code: 'FACTURE_EN_RETARD',
    libelle: 'Factures en retard',
    court: 'Factures en retard',
    nombre: 'SUM({factures.retard^})',
    lien: { table: 'factures', ligne: egale('factures', 'retard', 1) },
  },
  {
    cle: 'expires',
    code: 'DEVIS_EXPIRE',
    libelle: 'Devis expirés',
    court: 'Devis expirés',
    nombre: 'COUNTIFS({portefeuille.validite^},">0",{portefeuille.validite^},"<"&<aujourdHui>)',
    lien: {
      table: 'devis',
      ligne: premiere('{portefeuille.validite^}>0', '{portefeuille.validite^}<<aujourdHui>'),
    },
  },
  {
    cle: 'sansSuite',
    code: 'DEVIS_SANS_SUITE_PREVUE',
    libelle: 'Devis sans suite prévue',
    court: 'Sans suite prévue',
    nombre: 'SUM({portefeuille.sansSuite^})',
    lien: { table: 'devis', ligne: egale('portefeuille', 'sansSuite', 1) },
  },
  {
    cle: 'sansGo',
    code: 'GO_MANQUANT',
    libelle: 'Devis sans Go',
    court: 'Devis sans Go',
    nombre: 'COUNTIF({portefeuille.ouvert^},3)',
    lien: { table: 'devis', ligne: egale('portefeuille', 'ouvert', 3) },
  },
  {
    cle: 'signaturePassee',
    code: 'SIGNATURE_PREVUE_PASSEE',
    libelle: 'Signature prévue passée',
    court: 'Signature passée',
    nombre: 'COUNTIFS({portefeuille.signature^},">0",{portefeuille.signature^},"<"&<aujourdHui>)',
    // Un texte vide est plus grand que tout nombre : il n'est pas avant aujourd'hui.
    lien: {
      table: 'devis',
      ligne: premiere('{portefeuille.signature^}>0', '{portefeuille.signature^}<<aujourdHui>'),
    },
  },
  {
    cle: 'sansSignature',
    code: null,
    libelle: 'Devis sans signature prévue',
    court: 'Sans date prévue',
    nombre: 'COUNTIF({portefeuille.signature^},0)',
    lien: { table: 'devis', ligne: egale('portefeuille', 'signature', 0) },
  },
  {
    cle: 'sansNumero',
    code: 'DEVIS_SANS_NUMERO',
    libelle: 'Devis sans numéro',
    court: 'Devis sans numéro',
    nombre: 'SUM({devis.sansNumero^})',
    lien: { table: 'devis', ligne: egale('devis', 'sansNumero', 1) },
  },
];

export const alertes = (): Chiffre[] =>
  NATURES_ALERTES.map(({ cle, libelle, nombre }) =>
    chiffre(`alertes_${cle}`, libelle, 'nombre', nombre),
  );

/** Combien la commande compte de chaque alerte, par clé. */
export const comptesDesAlertes = (
  alertes: readonly { readonly code: CodeAlerte }[],
): ReadonlyMap<string, number> =>
  new Map(
    NATURES_ALERTES.flatMap(({ cle, code }) =>
      code === null ? [] : [[cle, alertes.filter((a) => a.code === code).length] as const],
    ),
  );
