import { THEMES } from '../../classeur/tables/satisfaction';
import {
  estChoisi,
  estMontre,
  ligneAffaire,
  ligneDuClient,
  ligneGardee,
  moisSuivi,
  PORTEUR_AFFAIRE,
  rangGarde,
  responsableDe,
  SANS_RESPONSABLE,
  texteDe,
  type Bloc,
} from './bloc';

/** Chaque réponse : est-elle d'un mois que l'on montre ? */
export const BLOC_SATISFACTION_LUE: Bloc = {
  nom: 'satisfactionLue',
  source: 'satisfaction',
  serre: false,
  fin: 'finSatisfactionLue',
  colonnes: { rang: rangGarde(estMontre('N([date])', '<debutAn>')) },
};

const note = (colonne: string): string =>
  `IF({ligne}="","",IF(ISNUMBER([${colonne}]),IF(AND([${colonne}]>=0,[${colonne}]<=10),[${colonne}],""),""))`;
const plusieurs = (liste: readonly string[], un: (cle: string) => string): string =>
  liste.map(un).join('+');
const DU_CLIENT = `IF({client}=0,"",${responsableDe('clients', '{client}')})`;

export const BLOC_SATISFACTION: Bloc = {
  nom: 'satisfaction',
  source: 'satisfaction',
  serre: true,
  fin: 'finSatisfaction',
  colonnes: {
    ligne: ligneGardee('satisfactionLue', 'nbSatisfaction'),
    ...ligneAffaire('{ligne}=""'),
    ...ligneDuClient(`IF({ligne}="",TRUE,${PORTEUR_AFFAIRE}<>"")`),
    qui: `IF({ligne}="","",IF(${PORTEUR_AFFAIRE}<>"",${PORTEUR_AFFAIRE},IF(${DU_CLIENT}="","${SANS_RESPONSABLE}",${DU_CLIENT})))`,
    mois: `IF({ligne}="",0,IF(${estChoisi('{qui}')},${moisSuivi('date')},0))`,
    ...Object.fromEntries(THEMES.map((t) => [t, note(t)])),
    notes: `IF({mois}=0,0,COUNT(${THEMES.map((t) => `{${t}}`).join(',')}))`,
    satisfaites: `IF({notes}=0,0,${plusieurs(THEMES, (t) => `IF({${t}}="",0,IF({${t}}>=<seuil>,1,0))`)})`,
    somme: `IF({notes}=0,0,${plusieurs(THEMES, (t) => `N({${t}})`)})`,
    recommandation: note('recommandation'),
    segment: `IF({mois}=<mois>,IF(${texteDe('segment')}="","Sans segment",${texteDe('segment')}),"")`,
    rangSegment:
      'N({-rangSegment})+IF({segment}="",0,IF(ROW()-1=MATCH({segment},{satisfaction.segment^},0),1,0))',
  },
};
