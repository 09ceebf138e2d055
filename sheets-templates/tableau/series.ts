import { ONGLET_CHIFFRES } from '../../src/tableau-de-bord/onglets';
import { lettreColonne } from '../../src/classeur/source';
import {
  CLES_MESURES,
  MESURES,
  type CleMesure,
  type LireMesure,
} from '../../src/tableau-de-bord/calculs/mesures';

/** Vingt-quatre mois, du plus ancien au mois regardé : l'année, et la même un an plus tôt. */
export const MOIS_SUIVIS = 24;
const PREMIERE_LIGNE = 3;
export const DERNIERE_LIGNE = PREMIERE_LIGNE + MOIS_SUIVIS - 1;
/** La colonne des mois, puis une par mesure, puis celles des graphiques. */
export const COLONNE_MOIS = 12;

const MOIS = lettreColonne(COLONNE_MOIS - 1);

export function colonneDeMesure(cle: CleMesure): number {
  return COLONNE_MOIS + 1 + CLES_MESURES.indexOf(cle);
}

const adresse = (lettre: string, ligne: number): string => `${ONGLET_CHIFFRES}!$${lettre}$${ligne}`;

/** La ligne du mois regardé, moins n mois. */
const ligneDuMois = (avant: number): number => DERNIERE_LIGNE - avant;

/** La mesure d'un mois : celui que l'on regarde, moins `avant`. */
export const leMoisMoins =
  (avant: number): LireMesure =>
  (cle) =>
    adresse(lettreColonne(colonneDeMesure(cle) - 1), ligneDuMois(avant));

const plage = (lettre: string, de: number, a: number): string =>
  `${ONGLET_CHIFFRES}!$${lettre}$${de}:$${lettre}$${a}`;

/** De janvier au mois regardé. */
export const lAnnee: LireMesure = (cle) => {
  const lettre = lettreColonne(colonneDeMesure(cle) - 1);
  const mois = plage(MOIS, PREMIERE_LIGNE, DERNIERE_LIGNE);
  return `SUMIFS(${plage(lettre, PREMIERE_LIGNE, DERNIERE_LIGNE)},${mois},">="&<janvier>)`;
};

/** Les douze mois qui finissent par le mois regardé. */
export const douzeMois: LireMesure = (cle) => {
  const lettre = lettreColonne(colonneDeMesure(cle) - 1);
  return `SUM(${plage(lettre, DERNIERE_LIGNE - 11, DERNIERE_LIGNE)})`;
};

/** Les douze derniers mois d'une colonne, pour un graphique. */
export const douzeCellules = (colonne: number): string =>
  plage(lettreColonne(colonne - 1), DERNIERE_LIGNE - 11, DERNIERE_LIGNE);

const trace = (valeur: string): string => `IF(ISNUMBER(${valeur}),${valeur},NA())`;

/** Ce que les graphiques tracent ; `#N/A` ne se trace pas, un vide se tracerait à zéro. */
const TRACES: ReadonlyArray<
  readonly [string, string, (m: LireMesure, avant: LireMesure) => string]
> = [
  ['anPasse', 'CA signé, an passé', (_, avant) => avant('signesHt')],
  ['objectif', 'Objectif de CA signé', (m) => trace(m('objectifCaSigne'))],
  [
    'cohorte',
    'Taux, émis du mois',
    (m) => trace(`IF(${m('emis')}>0,${m('emisSignes')}/${m('emis')},"")`),
  ],
  [
    'decides',
    'Taux, décidés en nombre',
    (m) => trace(`IF(${m('decides')}>0,${m('signes')}/${m('decides')},"")`),
  ],
  [
    'montant',
    'Taux, décidés en montant',
    (m) => trace(`IF(${m('decidesHt')}>0,${m('signesHt')}/${m('decidesHt')},"")`),
  ],
  [
    'satisfaction',
    'Satisfaction',
    (m) => trace(`IF(${m('notes')}>0,${m('satisfaites')}/${m('notes')},"")`),
  ],
  ['portefeuille', 'Portefeuille pondéré, mois clos', (m) => trace(m('figePortefeuillePondere'))],
];

export function colonneDeTrace(cle: string): number {
  return COLONNE_MOIS + 1 + CLES_MESURES.length + TRACES.findIndex(([c]) => c === cle);
}

/** Une cellule des séries : sa place, et sa formule. */
export interface CelluleSerie {
  readonly ligne: number;
  readonly colonne: number;
  readonly entete?: string;
  readonly formule?: string;
}

/** La mesure de la même ligne, ou d'une autre, dans « Chiffres ». */
export const aLaLigne =
  (ligne: number): LireMesure =>
  (cle) =>
    `$${lettreColonne(colonneDeMesure(cle) - 1)}$${ligne}`;

const MOIS_PAR_AN = 12;
const ANCIENNES: readonly CleMesure[] = ['signesHt'];

function mesuresDuMois(ligne: number): CelluleSerie[] {
  const mois = `EDATE(<mois>,${ligne - DERNIERE_LIGNE})`;
  // Plus d'un an avant celui que l'on regarde, on ne montre d'un mois que son CA signé.
  const montrees = ligne < DERNIERE_LIGNE - MOIS_PAR_AN ? ANCIENNES : CLES_MESURES;
  const mesures = montrees.map((cle) => ({
    ligne,
    colonne: colonneDeMesure(cle),
    formule: MESURES[cle](`$${MOIS}${ligne}`),
  }));
  return [{ ligne, colonne: COLONNE_MOIS, formule: mois }, ...mesures];
}

/** Seuls les douze derniers mois se tracent. */
function tracesDuMois(ligne: number): CelluleSerie[] {
  if (ligne <= DERNIERE_LIGNE - 12) return [];
  return TRACES.map(([cle, , formule]) => ({
    ligne,
    colonne: colonneDeTrace(cle),
    formule: formule(aLaLigne(ligne), aLaLigne(ligne - 12)),
  }));
}

export function cellulesDesSeries(): CelluleSerie[] {
  const lignes = Array.from({ length: MOIS_SUIVIS }, (_, i) => PREMIERE_LIGNE + i);
  return [
    { ligne: 2, colonne: COLONNE_MOIS, entete: 'Mois' },
    ...CLES_MESURES.map((cle) => ({ ligne: 2, colonne: colonneDeMesure(cle), entete: cle })),
    ...TRACES.map(([cle, entete]) => ({ ligne: 2, colonne: colonneDeTrace(cle), entete })),
    ...lignes.flatMap(mesuresDuMois),
    ...lignes.flatMap(tracesDuMois),
  ];
}
