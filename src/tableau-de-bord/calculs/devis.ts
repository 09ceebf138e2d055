import {
  cleDe,
  estChoisi,
  ligneAffaire,
  ligneALaMarche,
  ligneDuClient,
  listeCourte,
  moisDuJour,
  moisSuivi,
  montantOuZero,
  parmi,
  SANS_RESPONSABLE,
  texteDe,
  type Bloc,
  type Formule,
} from './bloc';
import { HORIZONS } from '../prevision';

const PARTI = ['Envoyé', 'Signé', 'Refusé', 'Sans suite'];
const AVANT_ENVOI = ['Brouillon', 'En validation', 'Validé'];
/** Au-delà du dernier jour qu'un tableur connaît. */
const JAMAIS = '2958466';
/** La personne choisie le porte. */
const MIEN = '{mien}=1';

/** Le plus petit premier envoi de la chaîne ; ne sert qu'aux chaînes que le chemin court ne sait pas lire. */
const ENVOI_DE_LA_CHAINE =
  `IF(COUNTIF({devis.cle},{cle})=1,{envoi},IF(COUNTIFS({devis.cle},{cle},{devis.envoi},">0")=0,0,` +
  `${JAMAIS}-SUMPRODUCT(MAX(({devis.cle^finDevis}={cle})*({devis.envoi^finDevis}>0)*(${JAMAIS}-{devis.envoi^finDevis})))))`;

/** La version d'avant, telle que les remplacées la nomment. */
const AVANT = '{cle}&" "&({version}-1)';
/** Les remplacées se suivent presque toujours : par moitiés d'abord, et vérifié. */
const PROCHE = `IFERROR(MATCH(${AVANT},{devis.remplacee^finRemplacees},1)+1,2)`;
const VERSION_AVANT =
  `IF({version}<2,0,IF(INDEX({devis.remplacee},${PROCHE})=${AVANT},INDEX({devis.remplaceeLigne},${PROCHE}),` +
  `IFERROR(INDEX({devis.remplaceeLigne^finRemplacees},MATCH(${AVANT},{devis.remplacee^finRemplacees},0)),0)))`;
const envoiDe = (ligne: string): string => `INDEX({devis.envoi},${ligne})`;

/** Le plus tôt de plusieurs jours, dont certains peuvent manquer (zéro). */
const plusTot = (...jours: string[]): string =>
  `IF(MAX(${jours.join(',')})=0,0,MIN(${jours.map((j) => `${j}+(${j}=0)*${JAMAIS}`).join(',')}))`;

/** Ses versions d'avant sont toutes remplacées : la chaîne est saine, et se lit par ses voisines. */
const SAINE = 'IF({version}=2,{avant}>0,{avantAvant}>0)';

const ETAT_AFFAIRE = 'INDEX({affaires.etat},{affaire})';
const PROBABILITE_DU_STATUT =
  'IF({statut}="Envoyé",<probabiliteEnvoye>,IF({statut}="Validé",<probabiliteValide>,IF({statut}="En validation",<probabiliteEnValidation>,<probabiliteBrouillon>)))';

const DE_L_AFFAIRE = '{factures.carnetAffaire^finFacturesDues},{carnetAffaire}';
const DUE_LE = '{factures.carnetLe^finFacturesDues}';
const PORTEUR =
  'IF(INDEX({affaires.qui},{carnetAffaire})<>"",INDEX({affaires.qui},{carnetAffaire}),INDEX({devis.qui},{carnetLigne}))';
/** Ce que promettent les factures datées d'avance, sans dépasser ce qui reste de la commande. */
const promis = (borne: string): Formule =>
  `IF({reste}=0,0,MIN({reste},SUMIFS({factures.carnetHt^finFacturesDues},${DE_L_AFFAIRE},{factures.carnetHt^finFacturesDues},">0",${DUE_LE},">"&<aujourdHui>${borne})))`;

/** Le carnet, une ligne par commande (la première de son affaire) : ce qu'il en reste à facturer. */
const CARNET: Readonly<Record<string, Formule>> = {
  carnetAffaire: 'IF({carnetLigne}="",0,INDEX({devis.affaire},{carnetLigne}))',
  carnetHt: 'IF({carnetLigne}="",0,INDEX({devis.montant},{carnetLigne}))',
  reste:
    'IF({carnetLigne}="",0,IF(MATCH({carnetAffaire},{devis.carnetAffaire^finCommandes},0)<ROW()-1,0,' +
    `IF(${estChoisi(PORTEUR)},MAX(0,ROUND(SUMIF({devis.carnetAffaire^finCommandes},{carnetAffaire},{devis.carnetHt^finCommandes})` +
    `-SUMIFS({factures.carnetHt^finFacturesDues},${DE_L_AFFAIRE},${DUE_LE},"<="&<aujourdHui>),2)),0)))`,
  promis: promis(''),
  ...Object.fromEntries(
    HORIZONS.map((h) => [
      `promis${h}`,
      `IF({promis}=0,0,${promis(`,${DUE_LE},"<="&<limite${h}>`)})`,
    ]),
  ),
};

/** Des actions de ce devis, de cette version ou de son affaire. */
const actionsDuDevis = (critere: string): Formule =>
  `COUNTIFS({actions.devis},{cle},${critere})` +
  `+IF({version}>1,COUNTIFS({actions.devis},{cle}&"-V"&{version},${critere}),0)` +
  `+IF({affaireCle}="",0,COUNTIFS({actions.affaire},{affaireCle},${critere}))`;
const DERNIER_ENVOI = 'MAX(N([envoyeLe]),N([derniereRelance]))';
/** Envoyé, rien de prévu, et plus rien depuis le délai réglé. */
const SANS_SUITE =
  'IF({ouvert}<2,0,IF({statut}<>"Envoyé",0,IF(MAX(N([prochaineRelance]),N([pasDeRelanceAvant]))>=<aujourdHui>,0,' +
  `IF(${DERNIER_ENVOI}>=<aujourdHui>-<joursSansAction>,0,IF(${actionsDuDevis('{actions.vive},2')}>0,0,` +
  `IF(${DERNIER_ENVOI}>0,1,IF(${actionsDuDevis('{actions.vive},">0"')}>0,1,0)))))))`;

/** Rien de ce qui se montre n'a besoin de savoir qui le porte. */
const INUTILE = 'OR({phase}=0,{vieux}=1)';

/**
 * Une ligne de Devis. Une chaîne de versions compte une fois, par sa dernière version partie
 * (`compte`). Une version d'avant est « Remplacé » : on la trouve par son numéro et sa version
 * (`remplacee`) ; si elle n'y est pas, et alors seulement, on relit tout l'onglet (`suspect`).
 */
export const BLOC_DEVIS: Bloc = {
  source: 'devis',
  colonnes: {
    cle: cleDe('numero'),
    statut: `IF({cle}="","",${texteDe('statut')})`,
    // 2 : parti chez le client ; 1 : pas encore ; 0 : remplacé, annulé, vide.
    phase: `IF(${parmi('{statut}', PARTI)},2,IF(${parmi('{statut}', AVANT_ENVOI)},1,0))`,
    version: 'IF(ISNUMBER([version]),[version],1)',
    montant: montantOuZero('montantHt'),
    // Perdu (seule version) avant tout ce que l'on montre : il n'entre que dans le taux de toujours.
    vieux:
      'IF({version}>=2,0,IF(OR({statut}="Refusé",{statut}="Sans suite"),' +
      'IF(MAX(N([premierEnvoi]),N([envoyeLe]),N([decideLe]))<<debutSuivi>,1,0),0))',
    ...ligneAffaire(INUTILE),
    qui:
      `IF(${INUTILE},"",IF(${texteDe('responsable')}<>"",LOWER(${texteDe('responsable')}),` +
      `IF(IF({affaire}=0,"",INDEX({affaires.qui},{affaire}))<>"",INDEX({affaires.qui},{affaire}),` +
      `IF(${texteDe('auteur')}<>"",LOWER(${texteDe('auteur')}),"${SANS_RESPONSABLE}"))))`,
    mien: `IF({qui}="",0,IF(${estChoisi('{qui}')},1,0))`,
    envoi: 'IF({statut}="Annulé",0,INT(MIN([premierEnvoi],[envoyeLe])))',
    ...listeCourte('remplacee', {
      source: 'devis',
      condition: 'IF({statut}="Remplacé",1,0)',
      nombre: 'nbRemplacees',
      fin: 'finDevis',
    }),
    remplacee:
      'IF({remplaceeLigne}="","",INDEX({devis.cle},{remplaceeLigne})&" "&INDEX({devis.version},{remplaceeLigne}))',
    // La ligne de sa version d'avant, et de celle d'avant encore pour une version 3.
    avant: VERSION_AVANT,
    avantAvant: 'IF({version}=3,IF({avant}=0,0,INDEX({devis.avant},{avant})),0)',
    // La seule autre ligne de sa chaîne, si elle est plus haut : on ne relit l'onglet qu'une fois.
    autre:
      `IF(OR({phase}=0,{version}<2),0,IF(IF({phase}=1,FALSE,${SAINE}),0,IF(COUNTIF({devis.cle},{cle})<>2,0,` +
      'MOD(MATCH({cle},{devis.cle^finDevis},0)+1,ROW()))))',
    // Sa ligne, si une autre version de sa chaîne est peut-être partie aussi : une faute.
    suspect:
      `IF(OR({phase}<2,{version}<2),0,IF(${SAINE},0,IF({autre}>0,IF(INDEX({devis.phase},{autre})=2,ROW(),0),IF(COUNTIF({devis.cle},{cle})=1,0,` +
      'IF(COUNTIFS({devis.cle},{cle},{devis.phase},2)>1,ROW(),0)))))',
    compte:
      'IF({phase}<2,0,IF(<nbSuspects>=0,1,IF(AND(<nbSuspects><=50,COUNTIF(<suspects>,{cle})=0),1,' +
      'IF(COUNTIFS({devis.cle},{cle},{devis.phase},2,{devis.version},">"&{version})=0,1,0))))',
    enCours:
      'IF({phase}=2,IF({compte}=1,IF({statut}="Envoyé",1,0),0),IF({phase}=0,0,IF({version}<2,1,' +
      'IF({autre}>0,IF(OR(INDEX({devis.statut},{autre})="Envoyé",INDEX({devis.statut},{autre})="Signé",' +
      'AND(INDEX({devis.phase},{autre})>0,INDEX({devis.version},{autre})>{version})),0,1),' +
      'IF(COUNTIFS({devis.cle},{cle},{devis.statut},"Envoyé")+COUNTIFS({devis.cle},{cle},{devis.statut},"Signé")' +
      '+COUNTIFS({devis.cle},{cle},{devis.phase},">0",{devis.version},">"&{version})=0,1,0)))))',
    // D'une version en préparation, seul l'âge de la dernière compte.
    emisLe:
      `IF(IF({phase}=2,0,1-{enCours})=1,0,IF({version}<2,IF(<nbSuspects>=0,{envoi},IF(COUNTIF(<suspects>,{cle})=0,{envoi},${ENVOI_DE_LA_CHAINE})),` +
      `IF(${SAINE},IF({version}=2,${plusTot('{envoi}', envoiDe('{avant}'))},${plusTot('{envoi}', envoiDe('{avant}'), envoiDe('{avantAvant}'))}),` +
      `IF({autre}>0,${plusTot('{envoi}', envoiDe('{autre}'))},${ENVOI_DE_LA_CHAINE}))))`,
    emisMois: `IF({compte}=0,0,IF({emisLe}<<debutSuivi>,0,${moisDuJour('{emisLe}')}))`,
    decideMois: `IF({compte}=0,0,IF({statut}="Envoyé",0,${moisSuivi('decideLe')}))`,
    // Les devis signés des affaires qui ne sont pas soldées.
    ...listeCourte('carnet', {
      source: 'devis',
      condition: `IF({compte}=0,0,IF({statut}<>"Signé",0,IF({affaire}=0,0,IF(${ETAT_AFFAIRE}>=4,0,1))))`,
      nombre: 'nbCommandes',
      fin: 'finDevis',
    }),
    ...CARNET,
    // En cours : 1 d'une autre personne que la choisie, 2 avec un Go, 3 sans.
    ouvert: `IF({enCours}=0,0,IF(${MIEN},IF({affaire}=0,3,IF(MOD(${ETAT_AFFAIRE},2)=1,2,3)),1))`,
    probabilite:
      `IF({enCours}=0,0,IF({affaire}=0,${PROBABILITE_DU_STATUT},IF(MOD(${ETAT_AFFAIRE},4)>=2,0,` +
      `IF(INDEX({affaires.probabilite},{affaire})<>"",INDEX({affaires.probabilite},{affaire}),${PROBABILITE_DU_STATUT}))))`,
    pondere: 'IF({enCours}=0,0,ROUND({montant}*{probabilite},2))',
    validite: 'IF({ouvert}<2,0,IF({statut}="Envoyé",IF(ISNUMBER([validite]),INT([validite]),0),0))',
    sansSuite: SANS_SUITE,
    age:
      'IF({ouvert}<2,0,IF({emisLe}>0,' +
      `${trancheDAge('{emisLe}')},IF(ISNUMBER([creeLe]),${trancheDAge('INT([creeLe])')},5)))`,
    // Vide si l'affaire est perdue ; zéro sans date.
    signature: `IF({ouvert}<2,"",IF({affaire}=0,0,IF(MOD(${ETAT_AFFAIRE},4)>=2,"",INDEX({affaires.signature},{affaire}))))`,
    // Du mois choisi : un délai de signature, ou -1 moins un délai de refus.
    delai:
      `IF({decideMois}<><mois>,"",IF(${MIEN},IF(AND({emisLe}>0,INT([decideLe])>={emisLe}),` +
      'IF({statut}="Signé",INT([decideLe])-{emisLe},IF({statut}="Refusé",-1-INT([decideLe])+{emisLe},"")),""),""))',
    motif: `IF(OR({decideMois}<<janvier>,{decideMois}><mois>),"",IF({statut}="Signé","",IF(${MIEN},IF(${texteDe('motif')}="","Motif non dit",${texteDe('motif')}),"")))`,
    contrat: `IF(OR({decideMois}<<janvier>,{decideMois}><mois>),"",IF({statut}="Signé",IF(${MIEN},{montant}-ROW()/10^9,""),""))`,
    // Le signé d'abord : il est aussi émis.
    marcheDite:
      `IF(AND({decideMois}<<debut12>,{emisMois}<<debut12>),0,IF(${MIEN},` +
      'IF(AND({statut}="Signé",{decideMois}>=<debut12>,{decideMois}<=<mois>),4,' +
      'IF(AND({emisMois}>=<debut12>,{emisMois}<=<mois>),3,0)),0))',
    ...ligneDuClient('{marcheDite}=0'),
    marche: ligneALaMarche('{marcheDite}'),
    sansNumero: `IF({cle}="",IF([statut]="",0,IF(${numerote(texteDe('statut'))},1,0)),IF(LEFT({cle},5)<>"PROV-",0,IF(${numerote('{statut}')},1,0)))`,
  },
};

/** De 1 (trente jours au plus) à 4 ; 5 sans date. */
function trancheDAge(depuis: string): string {
  return `IF(<aujourdHui>-${depuis}<=30,1,IF(<aujourdHui>-${depuis}<=60,2,IF(<aujourdHui>-${depuis}<=90,3,4)))`;
}

/** Un état où le numéro est tiré. */
function numerote(statut: string): string {
  return parmi(statut, [...PARTI, 'Validé', 'Remplacé']);
}
