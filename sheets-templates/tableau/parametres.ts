import { REGLAGES, type CleReglage } from '../../src/classeur/parametres';
import { TABLES, type CleTable } from '../../src/classeur/tables';
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

/** Lignes d'un onglet que « Calculs » ne couvre pas encore : `mesure` y est un nombre à chaque ligne. */
const debordement = (table: CleTable, colonne: string, mesure: string): string =>
  `MAX(0,COUNTA(${colonneEntiere(table, colonne)})-1-COUNT({${mesure}}))`;

/** Des textes là où un nombre ou une date est attendu (l'en-tête à part) : les formules ne les lisent pas. */
const enTexte = (table: CleTable, colonne: string): string =>
  `MAX(0,COUNTA(${colonneEntiere(table, colonne)})-COUNT(${colonneEntiere(table, colonne)})-1)`;

type Parametre = readonly [repere: string, libelle: string, formule: string];

/**
 * Combien de lignes une liste courte de « Calculs » a, et la dernière. `dans` : une colonne du bloc qui
 * la tient, s'il est serré ; dans un `.xlsx`, il peut être trop court.
 */
const listeCourte = (nom: string, libelle: string, rang: string, dans?: string): Parametre[] => [
  [`nb${nom}`, libelle, `MAX({${rang}})`],
  [
    `fin${nom}`,
    `${libelle} : dernière`,
    dans ? `MAX(2,MIN(<nb${nom}>+1,ROWS({${dans}})))` : `MAX(2,<nb${nom}>+1)`,
  ],
];

/** Les lignes qui ont encore à dire, et que le bloc serré n'a pas la place de tenir. */
const tropPlein = (nom: string, dans: string): string => `MAX(0,<nb${nom}>+1-ROWS({${dans}}))`;

/** La dernière ligne calculée qui porte quelque chose : les recherches ne vont pas au-delà. */
const finDe = (
  repere: string,
  libelle: string,
  table: CleTable,
  colonne: string,
  mesure: string,
): Parametre => [
  repere,
  libelle,
  `MAX(2,MIN(COUNTA(${colonneEntiere(table, colonne)}),COUNT({${mesure}})+1))`,
];

/** La dernière ligne calculée d'un bloc qui lit tout son onglet : `mesure` y est un nombre. */
const finLue = (repere: string, quoi: string, mesure: string): Parametre => [
  repere,
  `Dernière ligne de calcul : ${quoi}`,
  `MAX(2,COUNT({${mesure}})+1)`,
];

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
    'COUNTIF({devisLus.compte},1)-COUNTIFS({devisLus.compte},1,{devisLus.statut},"Envoyé")',
  ],
  [
    'totalSignes',
    'Devis signés, toutes dates',
    'COUNTIFS({devisLus.compte},1,{devisLus.statut},"Signé")',
  ],
  [
    'probabiliteEnvoye',
    'Probabilité : Envoyé, ou votre taux',
    `IF(AND(<totalDecides>>0,<totalDecides>>=<casPourTauxPropre>),<totalSignes>/<totalDecides>,${reglage('probabiliteEnvoye')})`,
  ],
  finLue('finDevisLus', 'devis', 'devisLus.version'),
  finDe('finAffaires', 'Dernière affaire', 'affaires', 'numero', 'affaires.client'),
  [
    'finClients',
    'Dernier client',
    `MAX(2,MIN(COUNTA(${colonneEntiere('clients', 'organisation')}),COUNT({clients.empreinte})))`,
  ],
  finLue('finFacturesLues', 'factures', 'facturesLues.rang'),
  finLue('finSatisfactionLue', 'réponses', 'satisfactionLue.rang'),
  finLue('finActionsLues', 'actions', 'actionsLues.rang'),
  ...listeCourte('Devis', 'Devis qui ont encore à dire', 'devisLus.rang', 'devis.ligne'),
  ...listeCourte(
    'Factures',
    'Factures qui ont encore à dire',
    'facturesLues.rang',
    'factures.ligne',
  ),
  ...listeCourte(
    'Satisfaction',
    'Réponses qui ont encore à dire',
    'satisfactionLue.rang',
    'satisfaction.ligne',
  ),
  ...listeCourte('Actions', 'Actions qui ont encore à dire', 'actionsLues.rang', 'actions.ligne'),
  ...listeCourte('Remplacees', 'Versions remplacées', 'devisLus.remplaceeRang'),
  ...listeCourte('Suites', 'Versions deux et plus', 'devisLus.suiteRang'),
  ...listeCourte('Commandes', 'Commandes en cours', 'devis.carnetRang'),
  ...listeCourte('FacturesDues', 'Factures des affaires en cours', 'factures.carnetRang'),
  ...listeCourte(
    'Vives',
    'Actions récentes ou prévues',
    'actionsLues.viveRang',
    'actions.viveLigne',
  ),
  ['nbSuspects', 'Chaînes parties deux fois', 'COUNTIF({devisLus.suspect},">0")'],
  [
    'commandesSansDate',
    'Commandes à facturer sans date',
    'SUM({devis.reste^finCommandes})-SUM({devis.promis^finCommandes})',
  ],
  [
    'nonCalculees',
    'Lignes pas encore calculées',
    [
      debordement('devis', 'numero', 'devisLus.version'),
      debordement('affaires', 'numero', 'affaires.client'),
      debordement('factures', 'client', 'facturesLues.rang'),
      debordement('satisfaction', 'client', 'satisfactionLue.rang'),
      debordement('actions', 'type', 'actionsLues.rang'),
      debordement('objectifs', 'mois', 'objectifs.portee'),
      tropPlein('Devis', 'devis.ligne'),
      tropPlein('Factures', 'factures.ligne'),
      tropPlein('Satisfaction', 'satisfaction.ligne'),
      tropPlein('Actions', 'actions.ligne'),
      tropPlein('Vives', 'actions.viveLigne'),
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
