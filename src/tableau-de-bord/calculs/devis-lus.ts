import { AVANT_ENVOI } from '../../devis/decides';
import {
  AFFAIRE_SOLDEE,
  cleDe,
  estMontre,
  ligneAffaire,
  listeCourte,
  parmi,
  rangGarde,
  texteDe,
  type Bloc,
  type Formule,
} from './bloc';

export const PARTI = ['Envoyé', 'Signé', 'Refusé', 'Sans suite'];
/** Au-delà du dernier jour qu'un tableur connaît. */
const JAMAIS = '2958466';

/** Le plus petit premier envoi de la chaîne ; ne sert qu'aux chaînes que le chemin court ne sait pas lire. */
const ENVOI_DE_LA_CHAINE =
  `IF(COUNTIF({devisLus.cle},{cle})=1,{envoi},IF(COUNTIFS({devisLus.cle},{cle},{devisLus.envoi},">0")=0,0,` +
  `${JAMAIS}-SUMPRODUCT(MAX(({devisLus.cle^}={cle})*({devisLus.envoi^}>0)*(${JAMAIS}-{devisLus.envoi^})))))`;

/** La version d'avant, telle que les remplacées la nomment. */
const AVANT = '{cle}&" "&({version}-1)';
/** Les remplacées se suivent presque toujours : par moitiés d'abord, et vérifié. */
const PROCHE = `IFERROR(MATCH(${AVANT},{devisLus.remplacee^finRemplacees},1)+1,2)`;
const VERSION_AVANT =
  `IF({version}<2,0,IF(INDEX({devisLus.remplacee},${PROCHE})=${AVANT},INDEX({devisLus.remplaceeLigne},${PROCHE}),` +
  `IFERROR(INDEX({devisLus.remplaceeLigne^finRemplacees},MATCH(${AVANT},{devisLus.remplacee^finRemplacees},0)),0)))`;
const envoiDe = (ligne: string): string => `INDEX({devisLus.envoi},${ligne})`;

/** Le plus tôt de plusieurs jours, dont certains peuvent manquer (zéro). */
const plusTot = (...jours: string[]): string =>
  `IF(MAX(${jours.join(',')})=0,0,MIN(${jours.map((j) => `${j}+(${j}=0)*${JAMAIS}`).join(',')}))`;

/** Ses versions d'avant sont toutes remplacées : la chaîne est saine, et se lit par ses voisines. */
const SAINE = 'IF({version}=2,{avant}>0,{avantAvant}>0)';
/** Une version d'avant est presque toujours à moins de tant de lignes au-dessus. */
const VOISINAGE = 200;
const HAUT = `MAX(1,ROW()-${VOISINAGE})`;
/** Elle est la seule de son numéro après la première version : qui trouve celle-ci sait tout. */
const SEULE_SUITE = 'COUNTIF({devisLus.suiteCle^finSuites},{cle})=1';

const MONTRE = `${estMontre('{emisLe}')}+${estMontre('N([decideLe])')}>0`;
/** Un numéro encore provisoire. */
export const PROVISOIRE = 'LEFT({cle},5)="PROV-"';

/** Ce que les sommes ont encore à lire : en cours, montré, une commande à facturer, un numéro qui manque. */
const A_DIRE: Formule =
  'IF({cle}="",IF([statut]="",0,1),IF({enCours}=1,1,IF({compte}=0,' +
  `IF(${PROVISOIRE},1,0),IF(${MONTRE},1,IF({affaire}>0,IF(${AFFAIRE_SOLDEE},0,1),IF(${PROVISOIRE},1,0))))))`;

/**
 * Chaque ligne de Devis. Une chaîne de versions compte une fois, par sa dernière version partie
 * (`compte`). Une version d'avant est « Remplacé » : on la trouve par son numéro et sa version
 * (`remplacee`) ; si elle n'y est pas, et alors seulement, on relit tout l'onglet (`suspect`).
 */
export const BLOC_DEVIS_LUS: Bloc = {
  nom: 'devisLus',
  source: 'devis',
  serre: false,
  fin: 'finDevisLus',
  colonnes: {
    cle: cleDe('numero'),
    statut: `IF({cle}="","",${texteDe('statut')})`,
    // 2 : parti chez le client ; 1 : pas encore ; 0 : remplacé, annulé, vide.
    phase: `IF(${parmi('{statut}', PARTI)},2,IF(${parmi('{statut}', AVANT_ENVOI)},1,0))`,
    version: 'IF(ISNUMBER([version]),[version],1)',
    envoi: `IF({statut}="Annulé",0,INT(${plusTot('N([premierEnvoi])', 'N([envoyeLe])')}))`,
    ...listeCourte('remplacee', {
      bloc: 'devisLus',
      condition: 'IF({statut}="Remplacé",1,0)',
      nombre: 'nbRemplacees',
    }),
    remplacee:
      'IF({remplaceeLigne}="","",INDEX({devisLus.cle},{remplaceeLigne})&" "&INDEX({devisLus.version},{remplaceeLigne}))',
    ...listeCourte('suite', {
      bloc: 'devisLus',
      condition: 'IF({version}<2,0,1)',
      nombre: 'nbSuites',
    }),
    suiteCle: 'IF({suiteLigne}="","",INDEX({devisLus.cle},{suiteLigne}))',
    // La ligne de sa version d'avant, et de celle d'avant encore pour une version 3.
    avant: VERSION_AVANT,
    avantAvant: 'IF({version}=3,IF({avant}=0,0,INDEX({devisLus.avant},{avant})),0)',
    // La première version de sa chaîne, un peu plus haut ; -1 s'il faut la chercher partout.
    voisine:
      `IF(OR({phase}=0,{version}<2),0,IF(IF({phase}=1,FALSE,${SAINE}),0,IF(${SEULE_SUITE},` +
      `IFERROR(MATCH({cle},INDEX({devisLus.cle},${HAUT}):INDEX({devisLus.cle},ROW()-1),0)+${HAUT}-1,-1),-1)))`,
    // La seule autre ligne de sa chaîne, si elle est plus haut : on ne relit l'onglet qu'une fois.
    autre:
      'IF({voisine}=0,0,IF(IF({voisine}>0,INDEX({devisLus.version},{voisine})<2,FALSE),{voisine},' +
      'IF(COUNTIF({devisLus.cle},{cle})<>2,0,MOD(MATCH({cle},{devisLus.cle^},0)+1,ROW()))))',
    // Sa ligne, si une autre version de sa chaîne est peut-être partie aussi : une faute.
    suspect:
      `IF(OR({phase}<2,{version}<2),0,IF(${SAINE},0,IF({autre}>0,IF(INDEX({devisLus.phase},{autre})=2,ROW(),0),` +
      'IF(COUNTIF({devisLus.cle},{cle})=1,0,IF(COUNTIFS({devisLus.cle},{cle},{devisLus.phase},2)>1,ROW(),0)))))',
    compte:
      'IF({phase}<2,0,IF(<nbSuspects>=0,1,IF(AND(<nbSuspects><=50,COUNTIF(<suspects>,{cle})=0),1,' +
      'IF(COUNTIFS({devisLus.cle},{cle},{devisLus.phase},2,{devisLus.version},">"&{version})=0,1,0))))',
    enCours:
      'IF({phase}=2,IF({compte}=1,IF({statut}="Envoyé",1,0),0),IF({phase}=0,0,IF({version}<2,1,' +
      'IF({autre}>0,IF(OR(INDEX({devisLus.statut},{autre})="Envoyé",INDEX({devisLus.statut},{autre})="Signé",' +
      'AND(INDEX({devisLus.phase},{autre})>0,INDEX({devisLus.version},{autre})>{version})),0,1),' +
      'IF(COUNTIFS({devisLus.cle},{cle},{devisLus.statut},"Envoyé")+COUNTIFS({devisLus.cle},{cle},{devisLus.statut},"Signé")' +
      '+COUNTIFS({devisLus.cle},{cle},{devisLus.phase},">0",{devisLus.version},">"&{version})=0,1,0)))))',
    // D'une version en préparation, seul l'âge de la dernière compte.
    emisLe:
      `IF(IF({phase}=2,0,1-{enCours})=1,0,IF({version}<2,IF(<nbSuspects>=0,{envoi},IF(COUNTIF(<suspects>,{cle})=0,{envoi},${ENVOI_DE_LA_CHAINE})),` +
      `IF(${SAINE},IF({version}=2,${plusTot('{envoi}', envoiDe('{avant}'))},${plusTot('{envoi}', envoiDe('{avant}'), envoiDe('{avantAvant}'))}),` +
      `IF({autre}>0,${plusTot('{envoi}', envoiDe('{autre}'))},${ENVOI_DE_LA_CHAINE}))))`,
    // D'une vieille commande seulement : y a-t-il encore à facturer ?
    ...ligneAffaire(`IF({compte}=0,TRUE,IF({statut}<>"Signé",TRUE,${MONTRE}))`),
    rang: rangGarde(A_DIRE),
  },
};
