import { THEMES } from '../../classeur/tables/satisfaction';
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
import { TYPES_FACTURE } from '../../classeur/tables/factures';

const moisSiMoi = (jour: string): string => `IF(AND({moi}=1,${jour}>0),${moisDuJour(jour)},0)`;

const HORIZONS = [1, 2, 6, 12] as const;

/** Une affaire : qui la porte, ses chances, et ce qu'il reste à facturer de sa commande. */
export const BLOC_AFFAIRES: Bloc = {
  source: 'affaires',
  colonnes: {
    cle: cleDe('numero'),
    qui: `LOWER(${texteDe('responsable')})`,
    go: zeroOuUn(parmi(texteDe('decision'), ['Go', 'Go sous conditions'])),
    perdue: `IF(OR(${texteDe('decision')}="NoGo",${parmi(texteDe('etape'), ['Perdue', 'Abandonnée'])}),1,0)`,
    active: `IF(OR({cle}="",${parmi(texteDe('etape'), ['Facturée', 'Close', 'Perdue', 'Abandonnée'])}),0,1)`,
    // Une probabilité incomprise ne se remplace pas : zéro.
    probabilite:
      'IF([probabilite]="","",IF(ISNUMBER([probabilite]),IF(ABS([probabilite])<=1,MAX(0,[probabilite]),0),0))',
    signature: jourOuZero('signaturePrevue'),
    signe: 'IF({active}=0,0,SUMIF({devis.signeAffaire},ROW(),{devis.montant}))',
    facture: 'IF({signe}=0,0,SUMIF({factures.affaire},ROW(),{factures.echuHt}))',
    porteur:
      'IF({signe}=0,"",IF({qui}<>"",{qui},INDEX({devis.qui},MATCH(ROW(),{devis.signeAffaire},0))))',
    reste: 'IF({signe}=0,0,IF(OR(<qui>="",{porteur}=<qui>),MAX(0,ROUND({signe}-{facture},2)),0))',
    futur: 'IF({reste}=0,0,SUMIF({factures.affaire},ROW(),{factures.aVenirHt}))',
    ...Object.fromEntries(
      HORIZONS.map((h) => [
        `carnet${h}`,
        `IF({reste}=0,0,MAX(0,{reste}-{futur})+IF({futur}=0,0,MIN({reste},SUMIFS({factures.aVenirHt},{factures.affaire},ROW(),{factures.emiseLe},"<="&<limite${h}>))))`,
      ]),
    ),
    client: `IF(${parmi(texteDe('etape'), ['', 'Détectée'])},"",${cleDe('client')})`,
  },
};

/** Un avoir se retranche, écrit en positif ou en négatif ; un type incompris ne compte pas. */
const signeDe = (colonne: string): string =>
  `IF({type}="Avoir",-ABS(${montantOuZero(colonne)}),IF({type}="?",0,${montantOuZero(colonne)}))`;

export const BLOC_FACTURES: Bloc = {
  source: 'factures',
  colonnes: {
    type: `IF(OR(${texteDe('type')}="",${parmi(texteDe('type'), TYPES_FACTURE)}),${texteDe('type')},"?")`,
    ...LIGNE_AFFAIRE,
    qui: `IF(IF({affaire}=0,"",INDEX({affaires.qui},{affaire}))="","${SANS_RESPONSABLE}",INDEX({affaires.qui},{affaire}))`,
    moi: DANS_LE_CHOIX,
    ht: signeDe('montantHt'),
    paye: signeDe('paye'),
    emiseLe: jourOuZero('emiseLe'),
    payeLe: jourOuZero('payeLe'),
    emiseMois: moisSiMoi('{emiseLe}'),
    payeMois: moisSiMoi('{payeLe}'),
    emiseQui: `IF({emiseLe}=0,"",IF(${moisDuJour('{emiseLe}')}=<mois>,{qui},""))`,
    echuHt: 'IF(AND({emiseLe}>0,{emiseLe}<=<aujourdHui>),{ht},0)',
    aVenirHt: 'IF({emiseLe}><aujourdHui>,MAX(0,{ht}),0)',
    alerteRetard:
      'IF(AND({moi}=1,{emiseLe}>0,{type}<>"Avoir",ISNUMBER([echeance]),OR([payeLe]="",[paye]<>"")),' +
      'IF(AND(INT([echeance])<<aujourdHui>,OR([montantTtc]="",ROUND(N([montantTtc])-N([paye]),2)>0)),1,0),0)',
  },
};

const note = (colonne: string): string =>
  `IF(ISNUMBER([${colonne}]),IF(AND([${colonne}]>=0,[${colonne}]<=10),[${colonne}],""),"")`;
const plusieurs = (liste: readonly string[], un: (cle: string) => string): string =>
  liste.map(un).join('+');

export const BLOC_SATISFACTION: Bloc = {
  source: 'satisfaction',
  colonnes: {
    ...LIGNE_AFFAIRE,
    qui:
      `IF(IF({affaire}=0,"",INDEX({affaires.qui},{affaire}))<>"",INDEX({affaires.qui},{affaire}),` +
      `IF(IFERROR(INDEX({clients.qui},MATCH(${cleDe('client')},{clients.cle},0)),"")="","${SANS_RESPONSABLE}",INDEX({clients.qui},MATCH(${cleDe('client')},{clients.cle},0))))`,
    moi: DANS_LE_CHOIX,
    date: jourOuZero('date'),
    mois: moisSiMoi('{date}'),
    ...Object.fromEntries(THEMES.map((t) => [t, note(t)])),
    notes: plusieurs(THEMES, (t) => `IF({${t}}="",0,1)`),
    satisfaites: plusieurs(THEMES, (t) => `IF({${t}}="",0,IF({${t}}>=<seuil>,1,0))`),
    somme: plusieurs(THEMES, (t) => `N({${t}})`),
    recommandation: note('recommandation'),
    repond: 'IF({recommandation}="",0,1)',
    promoteur: 'IF({recommandation}="",0,IF({recommandation}>=9,1,0))',
    detracteur: 'IF({recommandation}="",0,IF({recommandation}<=6,1,0))',
    segment: `IF({mois}=<mois>,IF(${texteDe('segment')}="","Sans segment",${texteDe('segment')}),"")`,
    rangSegment:
      'N({-rangSegment})+IF({segment}="",0,IF(ROW()=MATCH({segment},{satisfaction.segment},0),1,0))',
  },
};

export const BLOC_ACTIONS: Bloc = {
  source: 'actions',
  colonnes: {
    qui: `IF(${texteDe('auteur')}="","${SANS_RESPONSABLE}",LOWER(${texteDe('auteur')}))`,
    moi: DANS_LE_CHOIX,
    date: jourOuZero('date'),
    mois: moisSiMoi('{date}'),
    visiteLe: `IF(${texteDe('type')}="Visite",{date},0)`,
    rendezVousLe: `IF(${parmi(texteDe('type'), ['Visite', 'Réunion'])},{date},0)`,
    appelLe: `IF(${texteDe('type')}="Appel",{date},0)`,
    visiteMois: 'IF({visiteLe}>0,{mois},0)',
    rendezVousMois: 'IF({rendezVousLe}>0,{mois},0)',
    appelMois: 'IF({appelLe}>0,{mois},0)',
    client: `IF(AND({mois}>=<debut12>,{mois}<=<mois>),${cleDe('client')},"")`,
    rendezVousClient: 'IF({rendezVousMois}=0,"",{client})',
  },
};

/** Le client le plus loin dans l'entonnoir des douze mois : 0 contacté … 4 signé ; vide : absent. */
export const BLOC_CLIENTS: Bloc = {
  source: 'clients',
  colonnes: {
    cle: cleDe('organisation'),
    qui: `LOWER(${texteDe('responsable')})`,
    marche:
      'IF({cle}="","",IF(ISNUMBER(MATCH({cle},{devis.signeClient},0)),4,IF(ISNUMBER(MATCH({cle},{devis.emisClient},0)),3,' +
      'IF(ISNUMBER(MATCH({cle},{actions.rendezVousClient},0)),2,IF(ISNUMBER(MATCH({cle},{actions.client},0)),' +
      'IF(ISNUMBER(MATCH({cle},{affaires.client},0)),1,0),"")))))',
  },
};

const nombreOuVide = (colonne: string): string => `IF(ISNUMBER([${colonne}]),[${colonne}],"")`;
const moisDuChoix = (qui: string): string =>
  `IF(AND(ISNUMBER([mois]),${qui}=<qui>),${moisDuJour('INT([mois])')},0)`;

export const BLOC_HISTORIQUE: Bloc = {
  source: 'historique',
  colonnes: {
    qui: `LOWER(${texteDe('responsable')})`,
    mois: moisDuChoix('{qui}'),
    portefeuille: nombreOuVide('portefeuille'),
    portefeuillePondere: nombreOuVide('portefeuillePondere'),
  },
};
