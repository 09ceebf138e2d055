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

/** Combien de lignes une liste courte de « Calculs » a, et la dernière. */
const listeCourte = (nom: string, libelle: string, rang: string): Parametre[] => [
  [`nb${nom}`, libelle, `MAX({${rang}})`],
  [`fin${nom}`, `${libelle} : dernière`, `MAX(2,<nb${nom}>+1)`],
];

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
  ['debutSuivi', 'Rien de plus vieux ne se montre', 'EDATE(<janvier>,-24)'],
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
    'COUNTIF({devis.compte},1)-COUNTIFS({devis.compte},1,{devis.statut},"Envoyé")',
  ],
  [
    'totalSignes',
    'Devis signés, toutes dates',
    'COUNTIFS({devis.compte},1,{devis.statut},"Signé")',
  ],
  [
    'probabiliteEnvoye',
    'Probabilité : Envoyé, ou votre taux',
    `IF(AND(<totalDecides>>0,<totalDecides>>=<casPourTauxPropre>),<totalSignes>/<totalDecides>,${reglage('probabiliteEnvoye')})`,
  ],
  ['finDevis', 'Dernière ligne de calcul des devis', 'MAX(2,COUNT({devis.version})+1)'],
  finDe('finAffaires', 'Dernière affaire', 'affaires', 'numero', 'affaires.signature'),
  [
    'finClients',
    'Dernier client',
    `MAX(2,MIN(COUNTA(${colonneEntiere('clients', 'organisation')}),COUNT({clients.empreinte})))`,
  ],
  ['finFactures', 'Dernière ligne de calcul des factures', 'MAX(2,COUNT({factures.sens})+1)'],
  ...listeCourte('Remplacees', 'Versions remplacées', 'devis.remplaceeRang'),
  ...listeCourte('Commandes', 'Commandes en cours', 'devis.carnetRang'),
  ...listeCourte('FacturesDues', 'Factures des affaires en cours', 'factures.carnetRang'),
  ['nbSuspects', 'Chaînes parties deux fois', 'COUNTIF({devis.suspect},">0")'],
  ['commandesSansDate', 'Commandes à facturer sans date', 'SUM({devis.reste})-SUM({devis.promis})'],
  [
    'nonCalculees',
    'Lignes pas encore calculées',
    [
      debordement('devis', 'numero', 'devis.version'),
      debordement('affaires', 'numero', 'affaires.signature'),
      debordement('factures', 'client', 'factures.emiseLe'),
      debordement('satisfaction', 'client', 'satisfaction.mois'),
      debordement('actions', 'type', 'actions.mois'),
      debordement('objectifs', 'mois', 'objectifs.portee'),
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
