import { TYPES_FACTURE } from '../../classeur/tables/factures';
import { OUI } from '../../commun/lire-texte';
import { THEMES } from '../../classeur/tables/satisfaction';
import {
  cleDe,
  CLIENTS_RANGES,
  estChoisi,
  jourOuZero,
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
  tropVieux,
  type Bloc,
} from './bloc';

/** Le premier du mois d'un jour lisible ; zéro sinon. */
const moisDe = (colonne: string): string =>
  `IF(ISNUMBER([${colonne}]),${moisDuJour(`INT([${colonne}])`)},0)`;

/** Une affaire : qui la porte, ses chances, son état. */
export const BLOC_AFFAIRES: Bloc = {
  source: 'affaires',
  colonnes: {
    cle: cleDe('numero'),
    qui: `LOWER(${texteDe('responsable')})`,
    // 1 : un Go ; plus 2 : perdue, abandonnée ou NoGo ; plus 4 : soldée.
    etat:
      `IF({cle}="",0,IF(${parmi(texteDe('decision'), ['Go', 'Go sous conditions'])},1,0)` +
      `+IF(OR(${texteDe('decision')}="NoGo",${parmi(texteDe('etape'), ['Perdue', 'Abandonnée'])}),2,0)` +
      `+IF(${parmi(texteDe('etape'), ['Facturée', 'Close', 'Perdue', 'Abandonnée'])},4,0))`,
    // Une probabilité incomprise ne se remplace pas : zéro.
    probabilite:
      'IF([probabilite]="","",IF(ISNUMBER([probabilite]),IF(ABS([probabilite])<=1,MAX(0,[probabilite]),0),0))',
    signature: jourOuZero('signaturePrevue'),
    // Le client d'une affaire au-delà de « Détectée » : il est qualifié.
    ...ligneDuClient(parmi(texteDe('etape'), ['', 'Détectée'])),
  },
};

/** Qui porte l'affaire de cette ligne. */
const DE_L_AFFAIRE = 'IF({affaire}=0,"",INDEX({affaires.qui},{affaire}))';

/** Un avoir se retranche, écrit en positif ou en négatif ; un type incompris ne compte pas. */
const signeDe = (colonne: string): string =>
  `IF({sens}<0,-ABS(${montantOuZero(colonne)}),{sens}*${montantOuZero(colonne)})`;

export const BLOC_FACTURES: Bloc = {
  source: 'factures',
  colonnes: {
    sens: `IF(${texteDe('type')}="Avoir",-1,IF(${parmi(texteDe('type'), ['', ...TYPES_FACTURE])},1,0))`,
    ...ligneAffaire(),
    qui: `IF(${DE_L_AFFAIRE}="","${SANS_RESPONSABLE}",INDEX({affaires.qui},{affaire}))`,
    mien: `IF(${estChoisi('{qui}')},1,0)`,
    ht: signeDe('montantHt'),
    paye: `IF(ISNUMBER([paye]),${signeDe('paye')},0)`,
    emiseLe: jourOuZero('emiseLe'),
    emiseMois: `IF({emiseLe}<<debutSuivi>,0,${moisDuJour('{emiseLe}')})`,
    payeMois: `IF({paye}=0,0,${moisSuivi('payeLe')})`,
    retard:
      'IF(OR({emiseLe}=0,{sens}<0),0,IF(AND([payeLe]<>"",[paye]=""),0,IF(ISNUMBER([echeance]),' +
      'IF(INT([echeance])<<aujourdHui>,IF(OR([montantTtc]="",ROUND(N([montantTtc])-N([paye]),2)>0),{mien},0),0),0)))',
    // Celles des affaires qui ne sont pas soldées : le carnet de commandes les lit.
    ...listeCourte('carnet', {
      source: 'factures',
      condition: 'IF({affaire}=0,0,IF({emiseLe}=0,0,IF(INDEX({affaires.etat},{affaire})>=4,0,1)))',
      nombre: 'nbFacturesDues',
      fin: 'finFactures',
    }),
    carnetAffaire: 'IF({carnetLigne}="",0,INDEX({factures.affaire},{carnetLigne}))',
    carnetHt: 'IF({carnetLigne}="",0,INDEX({factures.ht},{carnetLigne}))',
    carnetLe: 'IF({carnetLigne}="",0,INDEX({factures.emiseLe},{carnetLigne}))',
  },
};

const note = (colonne: string): string =>
  `IF(ISNUMBER([${colonne}]),IF(AND([${colonne}]>=0,[${colonne}]<=10),[${colonne}],""),"")`;
const plusieurs = (liste: readonly string[], un: (cle: string) => string): string =>
  liste.map(un).join('+');
const DU_CLIENT = 'IF({client}=0,"",INDEX({clients.qui},{client}))';

export const BLOC_SATISFACTION: Bloc = {
  source: 'satisfaction',
  colonnes: {
    ...ligneAffaire(tropVieux('date')),
    ...ligneDuClient(`IF(${tropVieux('date')},TRUE,${DE_L_AFFAIRE}<>"")`),
    qui: `IF(${DE_L_AFFAIRE}<>"",INDEX({affaires.qui},{affaire}),IF(${DU_CLIENT}="","${SANS_RESPONSABLE}",${DU_CLIENT}))`,
    mois: `IF(${estChoisi('{qui}')},${moisSuivi('date')},0)`,
    ...Object.fromEntries(THEMES.map((t) => [t, note(t)])),
    notes: `IF({mois}=0,0,COUNT(${THEMES.map((t) => `{${t}}`).join(',')}))`,
    satisfaites: `IF({notes}=0,0,${plusieurs(THEMES, (t) => `IF({${t}}="",0,IF({${t}}>=<seuil>,1,0))`)})`,
    somme: `IF({notes}=0,0,${plusieurs(THEMES, (t) => `N({${t}})`)})`,
    recommandation: note('recommandation'),
    segment: `IF({mois}=<mois>,IF(${texteDe('segment')}="","Sans segment",${texteDe('segment')}),"")`,
    rangSegment:
      'N({-rangSegment})+IF({segment}="",0,IF(ROW()=MATCH({segment},{satisfaction.segment},0),1,0))',
  },
};

const AUTEUR = `IF(${texteDe('auteur')}="","${SANS_RESPONSABLE}",${texteDe('auteur')})`;
const genre = (type: string, code: number): string => `(${texteDe('type')}="${type}")*${code}`;

const FAIT = parmi(`LOWER(${texteDe('fait')})`, OUI);

export const BLOC_ACTIONS: Bloc = {
  source: 'actions',
  colonnes: {
    // 2 : prévue, ou trop récente pour qu'un devis soit sans suite ; 1 : plus ancienne.
    vive:
      `IF(${jourOuZero('date')}>=<aujourdHui>-<joursSansAction>,2,` +
      `IF(IF(${jourOuZero('echeance')}<<aujourdHui>,0,IF(${FAIT},0,1))=1,2,IF(ISNUMBER([date]),1,0)))`,
    affaire: `IF({vive}=0,"",${cleDe('affaire')})`,
    devis: `IF({vive}=0,"",${cleDe('devis')})`,
    mois: moisSuivi('date'),
    // 1 appel, 2 réunion, 3 visite, 0 autre ; dix de plus : pas de la personne choisie.
    genre: `IF({mois}=0,0,${genre('Appel', 1)}+${genre('Réunion', 2)}+${genre('Visite', 3)}+IF(${estChoisi(AUTEUR)},0,10))`,
    ...ligneDuClient('OR({mois}<<debut12>,{mois}><mois>,{genre}>=10)'),
    marche: ligneALaMarche('IF({genre}>=2,2,0)'),
  },
};

/** Un client, et où le trouver par son nom. */
export const BLOC_CLIENTS: Bloc = {
  source: 'clients',
  colonnes: {
    cle: `LOWER(${cleDe('organisation')})`,
    qui: `LOWER(${texteDe('responsable')})`,
    ...CLIENTS_RANGES,
  },
};

const nombreOuVide = (colonne: string): string => `IF(ISNUMBER([${colonne}]),[${colonne}],"")`;

export const BLOC_HISTORIQUE: Bloc = {
  source: 'historique',
  colonnes: {
    mois: `IF(LOWER(${texteDe('responsable')})=<qui>,${moisDe('mois')},0)`,
    portefeuille: nombreOuVide('portefeuille'),
    portefeuillePondere: nombreOuVide('portefeuillePondere'),
  },
};
