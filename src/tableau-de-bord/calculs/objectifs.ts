import { moisDuJour, parmi, texteDe, type Bloc, type Formule } from './bloc';

const OBJECTIFS_LUS = [
  'caSigne',
  'caFacture',
  'devisEmis',
  'tauxTransformation',
  'satisfaction',
  'visites',
] as const;
type Colonne = (typeof OBJECTIFS_LUS)[number];

/**
 * Une ligne d'Objectifs : pour qui, et ce qu'elle nomme. `cle` : la personne, une espace, puis le
 * premier jour du mois ou le nombre de l'année ; vide quand « Vaut pour » ne se comprend pas.
 */
export const BLOC_OBJECTIFS: Bloc = {
  nom: 'objectifs',
  source: 'objectifs',
  serre: false,
  colonnes: {
    qui: `LOWER(${texteDe('responsable')})`,
    portee: `IF(ISNUMBER([mois]),IF(${parmi(texteDe('vautPour'), ['', 'Mois'])},1,IF(${parmi(texteDe('vautPour'), ['Année', 'Annee'])},2,0)),0)`,
    cle: `IF({portee}=0,"",{qui}&" "&IF({portee}=2,YEAR([mois]),${moisDuJour('INT([mois])')}))`,
    ...Object.fromEntries(OBJECTIFS_LUS.map((c) => [c, `IF(ISNUMBER([${c}]),[${c}],"")`])),
  },
};

/** L'objectif écrit sur la première ligne d'un mois (son premier jour) ou d'une année ; vide sinon. */
export const objectifEcrit = (colonne: Colonne, periode: Formule, qui: Formule): Formule =>
  `IFERROR(INDEX({objectifs.${colonne}},MATCH(${qui}&" "&${periode},{objectifs.cle},0)),"")`;

/** Un taux de l'année vaut pour chacun de ses mois. */
export const tauxVise =
  (colonne: 'tauxTransformation' | 'satisfaction') =>
  (mois: Formule): Formule => {
    const ecrit = objectifEcrit(colonne, mois, '<qui>');
    return `IF(ISNUMBER(${ecrit}),${ecrit},${objectifEcrit(colonne, `YEAR(${mois})`, '<qui>')})`;
  };

/** Ce qui s'additionne se lit dans le tableau de répartition ; plus ancien, sur la ligne du mois seule. */
export const partDuMois =
  (colonne: 'caSigne' | 'caFacture' | 'devisEmis' | 'visites') =>
  (mois: Formule): Formule =>
    `IFERROR(INDEX(<reparti_${colonne}>,MATCH(${mois},<moisRepartis>,0)),${objectifEcrit(colonne, mois, '<qui>')})`;
