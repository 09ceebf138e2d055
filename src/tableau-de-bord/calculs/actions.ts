import { OUI } from '../../commun/lire-texte';
import {
  cleDe,
  estChoisi,
  jourOuZero,
  ligneALaMarche,
  ligneDuClient,
  ligneGardee,
  listeCourte,
  moisSuivi,
  parmi,
  rangGarde,
  SANS_RESPONSABLE,
  texteDe,
  type Bloc,
} from './bloc';

const AUTEUR = `IF(${texteDe('auteur')}="","${SANS_RESPONSABLE}",${texteDe('auteur')})`;
const genre = (type: string, code: number): string => `(${texteDe('type')}="${type}")*${code}`;
const FAIT = parmi(`LOWER(${texteDe('fait')})`, OUI);
/** Son échéance est à venir, et elle n'est pas faite : 1 ou 0. */
const PREVUE = `IF(${jourOuZero('echeance')}<<aujourdHui>,0,IF(${FAIT},0,1))`;

/** Chaque action : récente ou prévue, ou sans rien à dire. */
export const BLOC_ACTIONS_LUES: Bloc = {
  nom: 'actionsLues',
  source: 'actions',
  serre: false,
  fin: 'finActionsLues',
  colonnes: {
    rang: rangGarde(`IF(IF(ISNUMBER([date]),[date]>=<debutActions>,FALSE),1,${PREVUE})`),
  },
};

export const BLOC_ACTIONS: Bloc = {
  nom: 'actions',
  source: 'actions',
  serre: true,
  fin: 'finActions',
  colonnes: {
    ligne: ligneGardee('actionsLues', 'nbActions'),
    // 2 : prévue, ou trop récente pour qu'un devis soit sans suite ; 1 : plus ancienne.
    vive:
      `IF({ligne}="",0,IF(${jourOuZero('date')}>=<aujourdHui>-<joursSansAction>,2,` +
      `IF(${PREVUE}=1,2,IF(ISNUMBER([date]),1,0))))`,
    affaire: `IF({vive}=0,"",${cleDe('affaire')})`,
    devis: `IF({vive}=0,"",${cleDe('devis')})`,
    ...listeCourte('vive', {
      bloc: 'actions',
      condition: 'IF({vive}=2,1,0)',
      nombre: 'nbVives',
    }),
    viveAffaire: 'IF({viveLigne}="","",INDEX({actions.affaire},{viveLigne}))',
    viveDevis: 'IF({viveLigne}="","",INDEX({actions.devis},{viveLigne}))',
    mois: `IF({ligne}="",0,${moisSuivi('date')})`,
    // 1 appel, 2 réunion, 3 visite, 0 autre ; dix de plus : pas de la personne choisie.
    genre: `IF({mois}=0,0,${genre('Appel', 1)}+${genre('Réunion', 2)}+${genre('Visite', 3)}+IF(${estChoisi(AUTEUR)},0,10))`,
    // Le mois, plus le genre : une somme n'a qu'une colonne à lire.
    faite: 'IF({mois}=0,0,{mois}+{genre})',
    ...ligneDuClient('OR({mois}<<debut12>,{mois}><mois>,{genre}>=10)'),
    marche: ligneALaMarche('IF({genre}>=2,2,0)'),
  },
};
