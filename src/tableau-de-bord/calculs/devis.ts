import {
  cleDe,
  DANS_LE_CHOIX,
  jourOuZero,
  LIGNE_AFFAIRE,
  moisDuJour,
  montantOuZero,
  parmi,
  SANS_RESPONSABLE,
  texteDe,
  zeroOuUn,
  type Bloc,
} from './bloc';

const PARTI = ['Envoyé', 'Signé', 'Refusé', 'Sans suite'];
const AVANT_ENVOI = ['Brouillon', 'En validation', 'Validé'];
/** Au-delà du dernier jour qu'un tableur connaît. */
const JAMAIS = '2958466';

/** Le plus petit premier envoi de la chaîne ; ne sert qu'aux chaînes que le chemin court ne sait pas lire. */
const ENVOI_DE_LA_CHAINE =
  `IF(COUNTIFS({devis.cle},{cle},{devis.envoi},">0")=0,0,` +
  `${JAMAIS}-SUMPRODUCT(MAX(({devis.cle^finDevis}={cle})*({devis.envoi^finDevis}>0)*(${JAMAIS}-{devis.envoi^finDevis}))))`;

/** Le plus tôt de deux jours, dont l'un ou l'autre peut manquer (zéro). */
const plusTot = (a: string, b: string): string => `IF(${a}=0,${b},IF(${b}=0,${a},MIN(${a},${b})))`;

const duMois = (condition: string, jour: string): string =>
  `IF(AND(${condition},${jour}>0),IF(${moisDuJour(jour)}=<mois>,{qui},""),"")`;

/**
 * Une ligne de Devis. Une chaîne de versions compte une fois, par sa dernière version partie
 * (`compte`). Une version d'avant est « Remplacé » : la liste courte des remplacées (`remplaceeCle`)
 * dit en peu de comparaisons si une version 2 ou plus est saine ; sinon (`suspect`), et alors
 * seulement, on relit tout l'onglet.
 */
export const BLOC_DEVIS: Bloc = {
  source: 'devis',
  colonnes: {
    cle: cleDe('numero'),
    statut: `IF({cle}="","",${texteDe('statut')})`,
    version: 'IF(ISNUMBER([version]),[version],1)',
    montant: montantOuZero('montantHt'),
    ...LIGNE_AFFAIRE,
    qui:
      `IF({cle}="","",IF(${texteDe('responsable')}<>"",LOWER(${texteDe('responsable')}),` +
      `IF(IF({affaire}=0,"",INDEX({affaires.qui},{affaire}))<>"",INDEX({affaires.qui},{affaire}),` +
      `IF(${texteDe('auteur')}<>"",LOWER(${texteDe('auteur')}),"${SANS_RESPONSABLE}"))))`,
    moi: DANS_LE_CHOIX,
    parti: zeroOuUn(parmi('{statut}', PARTI)),
    avant: zeroOuUn(parmi('{statut}', AVANT_ENVOI)),
    envoi: 'IF({statut}="Annulé",0,INT(MIN([premierEnvoi],[envoyeLe])))',
    ordre: '{version}*10^7+ROW()',
    rangRemplacee: 'N({-rangRemplacee})+IF({statut}="Remplacé",1,0)',
    remplaceeLigne:
      'IF(ROW()-1><nbRemplacees>,"",IFERROR(MATCH(ROW()-2,{devis.rangRemplacee^finDevis},1)+2,2))',
    remplaceeCle: 'IF({remplaceeLigne}="","",INDEX({devis.cle},{remplaceeLigne}))',
    precedente:
      'IF(OR({cle}="",{version}<2,{parti}+{avant}=0),0,IFERROR(MATCH({cle},{devis.remplaceeCle^finRemplacees},0)+1,0))',
    saine:
      'IF({version}<2,1,IF({precedente}=0,0,IF({version}=2,1,IF(COUNTIF({devis.remplaceeCle^finRemplacees},{cle})>={version}-1,1,0))))',
    suspect: 'IF(AND({parti}=1,{saine}=0),IF(COUNTIFS({devis.cle},{cle},{devis.parti},1)>1,1,0),0)',
    rangSuspect: 'N({-rangSuspect})+{suspect}',
    compte:
      'IF({parti}=0,0,IF(<nbSuspects>=0,1,IF(AND(<nbSuspects><=50,COUNTIF(<suspects>,{cle})=0),1,' +
      'IF(COUNTIFS({devis.cle},{cle},{devis.parti},1,{devis.ordre},">"&{ordre})=0,1,0))))',
    emisLe:
      `IF({parti}+{avant}=0,0,IF({version}<2,IF(<nbSuspects>=0,{envoi},IF(COUNTIF(<suspects>,{cle})=0,{envoi},${ENVOI_DE_LA_CHAINE})),` +
      `IF(AND({version}=2,{precedente}>0),${plusTot('{envoi}', 'INDEX({devis.envoi},INDEX({devis.remplaceeLigne},{precedente}))')},${ENVOI_DE_LA_CHAINE})))`,
    decideLe: `IF(AND({compte}=1,{statut}<>"Envoyé"),${jourOuZero('decideLe')},0)`,
    emisMois: `IF(AND({compte}=1,{moi}=1,{emisLe}>0),${moisDuJour('{emisLe}')},0)`,
    emisSigneMois: 'IF({statut}="Signé",{emisMois},0)',
    emisOuvertMois: 'IF({statut}="Envoyé",{emisMois},0)',
    decideMois: `IF(AND({decideLe}>0,{moi}=1),${moisDuJour('{decideLe}')},0)`,
    signeMois: 'IF({statut}="Signé",{decideMois},0)',
    signeAffaire: 'IF(AND({compte}=1,{statut}="Signé"),{affaire},0)',
    ouvert:
      'IF(AND({compte}=1,{statut}="Envoyé"),1,IF({avant}=0,0,IF({version}<2,1,' +
      'IF(COUNTIFS({devis.cle},{cle},{devis.statut},"Envoyé")+COUNTIFS({devis.cle},{cle},{devis.statut},"Signé")' +
      '+COUNTIFS({devis.cle},{cle},{devis.parti},1,{devis.ordre},">"&{ordre})' +
      '+COUNTIFS({devis.cle},{cle},{devis.avant},1,{devis.ordre},">"&{ordre})=0,1,0))))',
    perdue: 'IF(OR({ouvert}=0,{affaire}=0),0,INDEX({affaires.perdue},{affaire}))',
    probabilite:
      'IF({ouvert}=0,0,IF({perdue}=1,0,IF(IF({affaire}=0,"",INDEX({affaires.probabilite},{affaire}))<>"",INDEX({affaires.probabilite},{affaire}),' +
      'IF({statut}="Envoyé",<probabiliteEnvoye>,IF({statut}="Validé",<probabiliteValide>,IF({statut}="En validation",<probabiliteEnValidation>,<probabiliteBrouillon>))))))',
    pondere: 'IF({ouvert}=0,0,ROUND({montant}*{probabilite},2))',
    ouvertHt: '{ouvert}*{moi}*{montant}',
    pondereHt: '{moi}*{pondere}',
    presqueSurHt: 'IF({probabilite}>=8/10,{pondereHt},0)',
    expire7:
      'IF(AND({ouvert}=1,{moi}=1,{statut}="Envoyé",ISNUMBER([validite])),IF(AND(INT([validite])>=<aujourdHui>,INT([validite])<=<aujourdHui>+7),1,0),0)',
    depuis: `IF({ouvert}*{moi}=0,0,IF({emisLe}>0,{emisLe},${jourOuZero('creeLe')}))`,
    age: 'IF({ouvert}*{moi}=0,0,IF({depuis}=0,5,IF(<aujourdHui>-{depuis}<=30,1,IF(<aujourdHui>-{depuis}<=60,2,IF(<aujourdHui>-{depuis}<=90,3,4)))))',
    signaturePrevue: 'IF(OR({ouvert}=0,{affaire}=0),0,INDEX({affaires.signature},{affaire}))',
    attenduLe:
      'IF(AND({moi}=1,{probabilite}>0,{signaturePrevue}>=<aujourdHui>),{signaturePrevue},0)',
    delaiSigne:
      'IF({signeMois}=<mois>,IF(AND({emisLe}>0,{decideLe}>={emisLe}),{decideLe}-{emisLe},""),"")',
    delaiRefus:
      'IF(AND({statut}="Refusé",{decideMois}=<mois>),IF(AND({emisLe}>0,{decideLe}>={emisLe}),{decideLe}-{emisLe},""),"")',
    motif: `IF(AND({statut}<>"Signé",{decideMois}>=<janvier>,{decideMois}<=<mois>),IF(${texteDe('motif')}="","Motif non dit",${texteDe('motif')}),"")`,
    contrat: 'IF(AND({signeMois}>=<janvier>,{signeMois}<=<mois>),{montant}-ROW()/10^9,"")',
    emisQui: duMois('{compte}=1', '{emisLe}'),
    emisSigneQui: 'IF({statut}="Signé",{emisQui},"")',
    signeQui: duMois('{statut}="Signé"', '{decideLe}'),
    ouvertQui: 'IF({ouvert}=1,{qui},"")',
    client: `IF({moi}=0,"",${cleDe('client')})`,
    emisClient: 'IF(AND({emisMois}>=<debut12>,{emisMois}<=<mois>),{client},"")',
    signeClient: 'IF(AND({signeMois}>=<debut12>,{signeMois}<=<mois>),{client},"")',
    alerteExpire:
      'IF(AND({ouvert}=1,{moi}=1,{statut}="Envoyé",ISNUMBER([validite])),IF(INT([validite])<<aujourdHui>,1,0),0)',
    alerteGo: 'IF({ouvert}*{moi}=0,0,IF({affaire}=0,1,1-INDEX({affaires.go},{affaire})))',
    alertePassee:
      'IF(AND({ouvert}*{moi}=1,{perdue}=0,{signaturePrevue}>0,{signaturePrevue}<<aujourdHui>),1,0)',
    alerteSansDate: 'IF(AND({ouvert}*{moi}=1,{perdue}=0,{signaturePrevue}=0),1,0)',
    alerteNumero: `IF(AND(${parmi(texteDe('statut'), [...PARTI, 'Validé', 'Remplacé'])},OR({cle}="",LEFT({cle},5)="PROV-")),1,0)`,
  },
};
