import {
  aLaPlace,
  celluleA,
  compterDepuisLeHaut,
  dansLesLues,
  ligneDeRang,
  type Bloc,
  type Formule,
} from './bloc';
import { DECIDEES, ENVOYE, estParti, PARTIES, phaseDe, SIGNE } from './stades';

/** Au-delà du dernier jour qu'un tableur connaît. */
const JAMAIS = '2958466';
/** Le plus tôt de plusieurs jours, dont certains peuvent manquer (zéro). */
export const plusTot = (...jours: Formule[]): Formule =>
  `IF(MAX(${jours.join(',')})=0,0,MIN(${jours.map((j) => `${j}+(${j}=0)*${JAMAIS}`).join(',')}))`;

/** La version d'une cellule ; sans nombre, c'est la première. */
const versionDans = (cellule: Formule): Formule => `IF(ISNUMBER(${cellule}),${cellule},1)`;
const versionA = (ligne: Formule): Formule => versionDans(celluleA('devis.version', ligne));
const stadeA = (ligne: Formule): Formule => `INDEX({devisLus.stade},${ligne})`;
const envoiA = (ligne: Formule): Formule => `INDEX({devisLus.envoi},${ligne})`;

/** Le plus petit premier envoi de la chaîne ; ne sert qu'aux chaînes que le chemin court ne sait pas lire. */
const ENVOI_DE_LA_CHAINE =
  `IF(COUNTIF({devisLus.cle},{cle})=1,{envoi},IF(COUNTIFS({devisLus.cle},{cle},{devisLus.envoi},">0")=0,0,` +
  `${JAMAIS}-SUMPRODUCT(MAX(({devisLus.cle^}={cle})*({devisLus.envoi^}>0)*(${JAMAIS}-{devisLus.envoi^})))))`;

/** Une version plus haute de son numéro, à cette phase. */
const plusHaute = (phase: string): Formule =>
  `COUNTIFS({suites.cle^},{cle},{suites.phase^},${phase},{suites.version^},">"&{version})`;

/** Ce que dit d'elle-même une ligne d'un bloc serré de Devis. */
const SON_ETAT = {
  stade: dansLesLues('devisLus.stade', '0'),
  phase: phaseDe('{stade}'),
  version: `IF({ligne}="",1,${versionDans('[version]')})`,
  envoi: dansLesLues('devisLus.envoi', '0'),
} as const;

/** Ce que dit le bloc des suites d'une version d'après la première ; zéro s'il n'a pas la place de la tenir. */
const deLaSuite = (colonne: string): Formule =>
  `IFERROR(INDEX({suites.${colonne}},{suiteRang}+1),0)`;

/**
 * Les versions d'un même devis, dans le bloc serré : une chaîne compte une fois, par sa dernière version
 * partie (`compte`). D'une version d'après la première, `BLOC_SUITES` sait le reste.
 */
export const CHAINES: Readonly<Record<string, Formule>> = {
  ...SON_ETAT,
  suiteRang: compterDepuisLeHaut('suiteRang', 'IF({version}<2,0,1)'),
  compte:
    'IF({phase}<2,0,IF(<nbSuspects>=0,1,IF(AND(<nbSuspects><=50,COUNTIF(<suspects>,{cle})=0),1,' +
    `IF(${plusHaute('2')}=0,1,0))))`,
  enCours:
    `IF({phase}=2,IF({compte}=1,IF({stade}=${ENVOYE},1,0),0),` +
    `IF({phase}=0,0,IF({version}<2,IF(COUNTIF({suites.cle^},{cle})=0,1,IF(${plusHaute('">0"')}=0,1,0)),${deLaSuite('enCours')})))`,
  // D'une version en préparation, seul l'âge de la dernière compte.
  emisLe:
    'IF(IF({phase}=2,0,1-{enCours})=1,0,IF({version}<2,IF(<nbSuspects>=0,{envoi},' +
    `IF(COUNTIF(<suspects>,{cle})=0,{envoi},${ENVOI_DE_LA_CHAINE})),${deLaSuite('emisLe')}))`,
};

/** Toutes les versions remplacées de l'onglet : « numéro version ». */
export const BLOC_REMPLACEES: Bloc = {
  nom: 'remplacees',
  source: 'devis',
  serre: true,
  fin: 'finRemplacees',
  colonnes: {
    ligne: ligneDeRang('devisLus.remplaceeRang', 'nbRemplacees'),
    cle: `IF({ligne}="","",INDEX({devisLus.cle},{ligne})&" "&${versionDans('[version]')})`,
  },
};

/** La ligne d'une version remplacée, zéro si elle manque : par moitiés d'abord, et vérifié. */
const remplaceeA = (version: Formule): Formule => {
  const cherchee = `{cle}&" "&(${version})`;
  const proche = `IFERROR(MATCH(${cherchee},{remplacees.cle^},1)+1,2)`;
  return (
    `IF(INDEX({remplacees.cle},${proche})=${cherchee},INDEX({remplacees.ligne},${proche}),` +
    `IFERROR(INDEX({remplacees.ligne^},MATCH(${cherchee},{remplacees.cle^},0)),0))`
  );
};

/** Ses versions d'avant sont toutes remplacées : la chaîne est saine, et se lit par ses voisines. */
const SAINE = 'IF({version}=2,{avant}>0,{avantAvant}>0)';
/** Une version d'avant est presque toujours à moins de tant de lignes au-dessus. */
const VOISINAGE = 200;
const HAUT = `MAX(1,{ligne}-${VOISINAGE})`;
/** Elle est la seule de son numéro après la première version : qui trouve celle-ci sait tout. */
const SEULE_SUITE = 'COUNTIF({suites.cle^},{cle})=1';
/** D'une chaîne partie plusieurs fois, combien de ses lignes se compteraient en plus de la dernière. */
const enTrop = (criteres: Formule, sienne: Formule): Formule =>
  `IF({suspect}=0,0,IF(INDEX({devis.compte},{place})=0,0,COUNTIFS({devisLus.cle},{cle},${criteres})-IF(${sienne},1,0)))`;

/**
 * Les versions d'après la première. Celle d'avant est « Remplacé » : on la trouve par son numéro et sa
 * version ; si elle n'y est pas, et alors seulement, on relit tout l'onglet (`suspect`).
 */
export const BLOC_SUITES: Bloc = {
  nom: 'suites',
  source: 'devis',
  serre: true,
  fin: 'finSuites',
  colonnes: {
    place: ligneDeRang('devis.suiteRang', 'nbSuites'),
    ligne: aLaPlace('devis.ligne', '""'),
    cle: dansLesLues('devisLus.cle', '""'),
    ...SON_ETAT,
    // La ligne de sa version d'avant, et de celle d'avant encore pour une version 3.
    avant: `IF({phase}=0,0,${remplaceeA('{version}-1')})`,
    avantAvant: `IF({version}=3,IF({avant}=0,0,${remplaceeA('1')}),0)`,
    // La première version de sa chaîne, un peu plus haut ; -1 s'il faut la chercher partout.
    voisine:
      `IF({phase}=0,0,IF(IF({phase}=1,FALSE,${SAINE}),0,IF(${SEULE_SUITE},` +
      `IFERROR(MATCH({cle},INDEX({devisLus.cle},${HAUT}):INDEX({devisLus.cle},{ligne}-1),0)+${HAUT}-1,-1),-1)))`,
    // La seule autre ligne de sa chaîne, si elle est plus haut : on ne relit l'onglet qu'une fois.
    autre:
      `IF({voisine}=0,0,IF(IF({voisine}>0,${versionA('{voisine}')}<2,FALSE),{voisine},` +
      'IF(COUNTIF({devisLus.cle},{cle})<>2,0,MOD(MATCH({cle},{devisLus.cle^},0)+1,{ligne}))))',
    // Un nombre, si une autre version de sa chaîne est peut-être partie aussi : une faute.
    suspect:
      `IF({phase}<2,0,IF(${SAINE},0,IF({autre}>0,IF(${estParti(stadeA('{autre}'))},ROW(),0),` +
      `IF(COUNTIF({devisLus.cle},{cle})=1,0,IF(COUNTIFS({devisLus.cle},{cle},${PARTIES})>1,ROW(),0)))))`,
    // En préparation : la chaîne n'a rien de parti ni de plus récent.
    enCours:
      `IF({phase}<>1,0,IF({autre}>0,IF(OR(${stadeA('{autre}')}=${ENVOYE},${stadeA('{autre}')}=${SIGNE},` +
      `AND(${phaseDe(stadeA('{autre}'))}>0,${versionA('{autre}')}>{version})),0,1),` +
      `IF(COUNTIFS({devisLus.cle},{cle},{devisLus.stade},${ENVOYE})+COUNTIFS({devisLus.cle},{cle},{devisLus.stade},${SIGNE})` +
      `+${plusHaute('">0"')}=0,1,0)))`,
    emisLe:
      `IF(IF({phase}=2,1,{enCours})=0,0,IF(${SAINE},IF({version}=2,${plusTot('{envoi}', envoiA('{avant}'))},` +
      `${plusTot('{envoi}', envoiA('{avant}'), envoiA('{avantAvant}'))}),` +
      `IF({autre}>0,${plusTot('{envoi}', envoiA('{autre}'))},${ENVOI_DE_LA_CHAINE})))`,
    // Les probabilités se fondent sur tout l'onglet : ce qu'il faut en ôter.
    decidesEnTrop: enTrop(DECIDEES, `{stade}>=${SIGNE}`),
    signesEnTrop: enTrop(`{devisLus.stade},${SIGNE}`, `{stade}=${SIGNE}`),
  },
};
