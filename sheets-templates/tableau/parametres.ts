import { REGLAGES, type CleReglage } from '../../src/classeur/parametres';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import type { Formule } from '../../src/tableau-de-bord/calculs/bloc';
import { DECIDEES, SIGNE } from '../../src/tableau-de-bord/calculs/stades';
import { HORIZONS } from '../../src/tableau-de-bord/prevision';
import { citer, colonneEntiere, lettreDe } from '../references';

/** Chaînes dont deux versions sont parties ensemble (une faute) : leur liste tient là. */
export const SUSPECTS = 50;

/** `8/10` : les formules n'écrivent pas de nombre à virgule. */
function fraction(n: number): string {
  return Number.isInteger(n) ? String(n) : `${Math.round(n * 1000)}/1000`;
}

/** Un réglage de l'onglet Paramètres ; absent, vide ou en texte, sa valeur de départ. */
function reglage(cle: CleReglage): string {
  const onglet = citer(TABLES.parametres.onglet);
  const colonne = (nom: string): string => {
    const lettre = lettreDe('parametres', nom);
    return `${onglet}!$${lettre}:$${lettre}`;
  };
  const { libelle, defaut } = REGLAGES[cle];
  const valeur = `INDEX(${colonne('valeur')},MATCH("${libelle}",${colonne('reglage')},0))`;
  return `IFERROR(IF(ISNUMBER(${valeur}),${valeur},${fraction(Number(defaut))}),${fraction(Number(defaut))})`;
}

/** Lignes d'un onglet que « Calculs » ne couvre pas encore ; `fin` : la dernière qu'il lit. */
const debordement = (table: CleTable, colonne: string, fin: string): string => {
  const toute = colonneEntiere(table, colonne);
  const reste = `INDEX(${toute},${fin}+1):INDEX(${toute},ROWS(${toute}))`;
  return `IF(${fin}>=ROWS(${toute}),0,COUNTA(${reste}))`;
};

/** La dernière ligne d'un bloc ; `mesure` : une de ses colonnes, de nombres. */
const finDuBloc = (mesure: string): string => `COUNT({${mesure}})+1`;

/** Des textes là où un nombre ou une date est attendu (l'en-tête à part) : les formules ne les lisent pas. */
const enTexte = (table: CleTable, colonne: string): string =>
  `MAX(0,COUNTA(${colonneEntiere(table, colonne)})-COUNT(${colonneEntiere(table, colonne)})-1)`;

type Parametre = readonly [repere: string, libelle: string, formule: string];

const finTenue = (nom: string, dans: string): Formule => `MAX(2,MIN(<nb${nom}>+1,ROWS({${dans}})))`;

const majuscule = (nom: string): string => nom.charAt(0).toUpperCase() + nom.slice(1);

/**
 * Combien de lignes un bloc serré a à tenir (`rang` les compte, de haut en bas : LibreOffice suivrait sa
 * dernière cellule de l'une à l'autre, à rebours), et la dernière qu'il tient (`dans` : une de ses
 * colonnes) ; dans un `.xlsx`, il peut être trop court.
 */
const tenues = (nom: string, libelle: string, rang: string, dans: string): Parametre[] => [
  [`nb${nom}`, libelle, `MAX({${rang}})`],
  [`fin${nom}`, `${libelle} : dernière`, finTenue(nom, dans)],
];

/** Un onglet lu en entier (`lues`), puis serré : sa dernière ligne lue, et ce que tient le bloc `serre`. */
const gardees = (lues: string, serre: string, quoi: string): Parametre[] => {
  const finLue = `fin${majuscule(lues)}`;
  return [
    [finLue, `Dernière ligne de calcul : ${quoi}`, `MAX(2,COUNT({${lues}.rang})+1)`],
    ...tenues(
      majuscule(serre),
      `Lignes qui ont encore à dire : ${quoi}`,
      `${lues}.rang`,
      `${serre}.ligne`,
    ),
  ];
};

/** Les lignes qui ont encore à dire, et que le bloc serré n'a pas la place de tenir. */
const tropPlein = (nom: string, dans: string): string => `MAX(0,<nb${nom}>+1-ROWS({${dans}}))`;

/** Ce que si peu de lignes regardent qu'il a son propre bloc serré. */
const LISTES_COURTES = [
  ['Remplacees', 'Versions remplacées', 'devisLus.remplaceeRang', 'remplacees.ligne'],
  ['Suites', 'Versions d’après la première', 'devis.suiteRang', 'suites.place'],
  ['EnCours', 'Devis en cours, de chacun', 'devis.enCoursRang', 'portefeuille.place'],
  ['Commandes', 'Commandes en cours', 'devis.commandeRang', 'commandes.place'],
  ['FacturesDues', 'Factures des affaires en cours', 'factures.dueRang', 'facturesDues.place'],
  ['Vives', 'Actions récentes ou prévues', 'actions.viveRang', 'vives.place'],
] as const;

/** La dernière ligne d'un bloc qui porte quelque chose, où qu'il en soit de vides : on ne cherche pas au-delà. */
const finRemplie = (cle: string): string => `MAX(2,SUMPRODUCT(MAX(({${cle}}<>"")*ROW({${cle}}))))`;

/** Ce que les formules partagent, une cellule chacun : repère, libellé, formule. */
export const PARAMETRES_VIVANTS: readonly Parametre[] = [
  ['aujourdHui', 'Aujourd’hui', 'TODAY()'],
  [
    'mois',
    'Mois regardé',
    'IF(ISNUMBER(TB_mois),DATE(YEAR(TB_mois),MONTH(TB_mois),1),DATE(YEAR(<aujourdHui>),MONTH(<aujourdHui>),1))',
  ],
  ['qui', 'Responsable choisi', 'LOWER(TRIM(TB_responsable&""))'],
  ['janvier', 'Janvier de l’année', 'DATE(YEAR(<mois>),1,1)'],
  ['debut12', 'Début des douze mois', 'EDATE(<mois>,-11)'],
  ['debutAn', 'Le même mois, un an avant', 'EDATE(<mois>,-12)'],
  ['debutSuivi', 'Rien de plus vieux ne se montre', 'EDATE(<janvier>,-24)'],
  ['finSuivi', 'Ni rien de plus récent', 'EDATE(<mois>,1)'],
  ['debutAVenir', 'Un an avant les mois qui viennent', 'DATE(YEAR(EDATE(<aujourdHui>,1))-1,1,1)'],
  ['finAVenir', 'Fin de cette année-là', 'DATE(YEAR(EDATE(<aujourdHui>,2)),1,1)'],
  ...HORIZONS.map(
    (h) => [`limite${h}`, `Horizon à ${h} mois`, `EDATE(<aujourdHui>,${h})`] as const,
  ),
  ['seuil', REGLAGES.seuilSatisfaction.libelle, reglage('seuilSatisfaction')],
  ['joursSansAction', REGLAGES.joursSansAction.libelle, reglage('joursSansAction')],
  [
    'debutActions',
    'Aucune action plus vieille ne se garde',
    'MIN(<debutSuivi>,<aujourdHui>-<joursSansAction>)',
  ],
  ['probabiliteBrouillon', REGLAGES.probabiliteBrouillon.libelle, reglage('probabiliteBrouillon')],
  [
    'probabiliteEnValidation',
    REGLAGES.probabiliteEnValidation.libelle,
    reglage('probabiliteEnValidation'),
  ],
  ['probabiliteValide', REGLAGES.probabiliteValide.libelle, reglage('probabiliteValide')],
  ['casPourTauxPropre', REGLAGES.casPourTauxPropre.libelle, reglage('casPourTauxPropre')],
  [
    'totalDecides',
    'Devis décidés, toutes dates',
    `COUNTIFS(${DECIDEES})-SUM({suites.decidesEnTrop^})`,
  ],
  [
    'totalSignes',
    'Devis signés, toutes dates',
    `COUNTIF({devisLus.stade},${SIGNE})-SUM({suites.signesEnTrop^})`,
  ],
  [
    'probabiliteEnvoye',
    'Probabilité : Envoyé, ou votre taux',
    `IF(AND(<totalDecides>>0,<totalDecides>>=<casPourTauxPropre>),<totalSignes>/<totalDecides>,${reglage('probabiliteEnvoye')})`,
  ],
  ['finAffaires', 'Dernière affaire', finRemplie('affaires.cle')],
  ['finClients', 'Dernier client', finRemplie('clients.cle')],
  ...gardees('devisLus', 'devis', 'devis'),
  ...gardees('facturesLues', 'factures', 'factures'),
  ...gardees('satisfactionLue', 'satisfaction', 'réponses'),
  ...gardees('actionsLues', 'actions', 'actions'),
  ['provisoires', 'Numéros provisoires', 'COUNTIF({devisLus.cle},"PROV-*")'],
  ...LISTES_COURTES.flatMap(([nom, libelle, rang, dans]) => tenues(nom, libelle, rang, dans)),
  ['nbSuspects', 'Chaînes parties deux fois', 'COUNTIF({suites.suspect^},">0")'],
  [
    'commandesSansDate',
    'Commandes à facturer sans date',
    'SUM({commandes.reste^})-SUM({commandes.promis^})',
  ],
  [
    'nonCalculees',
    'Lignes pas encore calculées',
    [
      debordement('devis', 'numero', '<finDevisLus>'),
      debordement('affaires', 'numero', finDuBloc('affaires.client')),
      debordement('clients', 'organisation', finDuBloc('clients.empreinte')),
      debordement('factures', 'client', '<finFacturesLues>'),
      debordement('satisfaction', 'client', '<finSatisfactionLue>'),
      debordement('actions', 'type', '<finActionsLues>'),
      debordement('objectifs', 'mois', finDuBloc('objectifs.portee')),
      tropPlein('Devis', 'devis.ligne'),
      tropPlein('Factures', 'factures.ligne'),
      tropPlein('Satisfaction', 'satisfaction.ligne'),
      tropPlein('Actions', 'actions.ligne'),
      ...LISTES_COURTES.map(([nom, , , dans]) => tropPlein(nom, dans)),
    ].join('+'),
  ],
  [
    'enTexte',
    'Nombres et dates en texte',
    [
      ...['montantHt', 'envoyeLe', 'premierEnvoi', 'decideLe'].map((c) => enTexte('devis', c)),
      ...['montantHt', 'emiseLe', 'paye', 'payeLe'].map((c) => enTexte('factures', c)),
      enTexte('affaires', 'signaturePrevue'),
      enTexte('satisfaction', 'date'),
    ].join('+'),
  ],
];
