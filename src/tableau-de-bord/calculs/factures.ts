import { TYPES_FACTURE } from '../../classeur/tables/factures';
import {
  AFFAIRE_SOLDEE,
  compterDepuisLeHaut,
  estChoisi,
  estMontre,
  jourOuZero,
  ligneAffaire,
  ligneGardee,
  moisDuJour,
  moisSuivi,
  montantOuZero,
  parmi,
  PORTEUR_AFFAIRE,
  rangGarde,
  SANS_RESPONSABLE,
  texteDe,
  type Bloc,
} from './bloc';

/** Il en reste à payer, ou l'on ne sait pas. */
const DUE = 'OR([montantTtc]="",ROUND(N([montantTtc])-N([paye]),2)>0)';

/** De même, mais payée sans montant : une faute, que le contrôle dit, et pas un retard. */
const RESTE_DUE = 'IF([montantTtc]="",N([paye])=0,ROUND(N([montantTtc])-N([paye]),2)>0)';

/** Elle pèse les objectifs des mois qui viennent, quel que soit celui que l'on regarde. */
const PESE_A_VENIR = 'AND([emiseLe]>=<debutAVenir>,[emiseLe]<<finAVenir>)';

/** Chaque facture : a-t-elle encore à dire ? */
export const BLOC_FACTURES_LUES: Bloc = {
  nom: 'facturesLues',
  source: 'factures',
  serre: false,
  fin: 'finFacturesLues',
  colonnes: {
    // 1 : montrée, ou à payer ; 2 : à garder si son affaire n'est pas soldée ; 0 : sans date.
    age:
      `IF(${estMontre('N([emiseLe])')}=1,1,IF(${estMontre('N([payeLe])', '<debutAn>')}=1,1,` +
      `IF(N([emiseLe])=0,0,IF(${PESE_A_VENIR},1,IF(${DUE},1,2)))))`,
    ...ligneAffaire('{age}<2'),
    rang: rangGarde(`IF({age}<2,{age},IF({affaire}=0,0,IF(${AFFAIRE_SOLDEE},0,1)))`),
  },
};

/** Un avoir se retranche, écrit en positif ou en négatif ; un type incompris ne compte pas. */
const signeDe = (colonne: string): string =>
  `IF({sens}<0,-ABS(${montantOuZero(colonne)}),{sens}*${montantOuZero(colonne)})`;

export const BLOC_FACTURES: Bloc = {
  nom: 'factures',
  source: 'factures',
  serre: true,
  fin: 'finFactures',
  colonnes: {
    ligne: ligneGardee('facturesLues', 'nbFactures'),
    sens: `IF({ligne}="",0,IF(${texteDe('type')}="Avoir",-1,IF(${parmi(texteDe('type'), ['', ...TYPES_FACTURE])},1,0)))`,
    ...ligneAffaire('{ligne}=""'),
    qui: `IF({ligne}="","",IF(${PORTEUR_AFFAIRE}="","${SANS_RESPONSABLE}",${PORTEUR_AFFAIRE}))`,
    mien: `IF({qui}="",0,IF(${estChoisi('{qui}')},1,0))`,
    ht: `IF({sens}=0,0,${signeDe('montantHt')})`,
    paye: `IF({sens}=0,0,IF(ISNUMBER([paye]),${signeDe('paye')},0))`,
    emiseLe: `IF({ligne}="",0,${jourOuZero('emiseLe')})`,
    emiseMois: `IF({emiseLe}<<debutSuivi>,0,${moisDuJour('{emiseLe}')})`,
    // Le mois si c'est de la personne choisie, zéro sinon : une somme n'a qu'une colonne à lire.
    emise: 'IF({mien}=1,{emiseMois},0)',
    payee: `IF({paye}=0,0,IF({mien}=1,${moisSuivi('payeLe')},0))`,
    retard:
      'IF(OR({emiseLe}=0,{sens}<=0),0,IF(AND([payeLe]<>"",[paye]=""),0,IF(ISNUMBER([echeance]),' +
      `IF(INT([echeance])<<aujourdHui>,IF(${RESTE_DUE},{mien},0),0),0)))`,
    // Celles des affaires qui ne sont pas soldées : le carnet de commandes les lit.
    dueRang: compterDepuisLeHaut(
      'dueRang',
      `IF({affaire}=0,0,IF({emiseLe}=0,0,IF(${AFFAIRE_SOLDEE},0,1)))`,
    ),
  },
};
