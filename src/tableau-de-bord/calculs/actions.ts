import { OUI } from '../../commun/lire-texte';
import {
  aLaPlace,
  cleDe,
  compterDepuisLeHaut,
  estChoisi,
  ligneALaMarche,
  ligneDuClient,
  ligneDeRang,
  ligneGardee,
  moisDuJour,
  rangGarde,
  SANS_RESPONSABLE,
  texteDe,
  texteParmi,
  tropVieux,
  type Bloc,
  type Formule,
} from './bloc';

const AUTEUR = `IF(${texteDe('auteur')}="","${SANS_RESPONSABLE}",${texteDe('auteur')})`;
const genre = (type: string, code: number): string => `(${texteDe('type')}="${type}")*${code}`;
const FAIT = texteParmi(texteDe('fait'), OUI);
/** Prévue, ou trop récente pour qu'un devis soit sans suite : 1 ou 0. */
const VIVE =
  'IF(INT(N([date]))>=<aujourdHui>-<joursSansAction>,1,' +
  `IF(INT(N([echeance]))<<aujourdHui>,0,IF(${FAIT},0,1)))`;
/** D'un mois que l'on montre. Des visites seules, on regarde plus d'un an : elles pèsent les objectifs. */
const MONTREE =
  `IF(${tropVieux('date')},0,IF(N([date])>=<finSuivi>,0,IF(N([date])>=<debutAn>,1,` +
  `IF(${texteDe('type')}="Visite",1,0))))`;

/** Chaque action : est-elle d'un mois que l'on montre, ou vive ? */
export const BLOC_ACTIONS_LUES: Bloc = {
  nom: 'actionsLues',
  source: 'actions',
  serre: false,
  fin: 'finActionsLues',
  colonnes: {
    // Presque toutes sont trop vieilles pour rien dire : un seul nombre le montre.
    rang: rangGarde(`IF(MAX(N([date]),N([echeance]))<<debutActions>,0,IF(${MONTREE}=1,1,${VIVE}))`),
  },
};

const cleVive = (colonne: string): Formule => `IF({ligne}="","",${cleDe(colonne)})`;

export const BLOC_ACTIONS: Bloc = {
  nom: 'actions',
  source: 'actions',
  serre: true,
  fin: 'finActions',
  colonnes: {
    ligne: ligneGardee('actionsLues', 'nbActions'),
    // Son mois, plus : 1 appel, 2 réunion, 3 visite ; dix de plus : pas de la personne choisie.
    faite:
      `IF({ligne}="",0,IF(${MONTREE}=0,0,${moisDuJour('INT([date])')}+` +
      `${genre('Appel', 1)}+${genre('Réunion', 2)}+${genre('Visite', 3)}+IF(${estChoisi(AUTEUR)},0,10)))`,
    ...ligneDuClient('OR({faite}<<debut12>,{faite}><mois>+3,DAY({faite})>10)'),
    marche: ligneALaMarche('IF(DAY({faite})>=3,2,0)'),
    viveRang: compterDepuisLeHaut('viveRang', `IF({ligne}="",0,${VIVE})`),
  },
};

/** Les actions prévues, ou trop récentes pour qu'un devis soit sans suite : ce qu'elles citent. */
export const BLOC_VIVES: Bloc = {
  nom: 'vives',
  source: 'actions',
  serre: true,
  fin: 'finVives',
  colonnes: {
    place: ligneDeRang('actions.viveRang', 'nbVives'),
    ligne: aLaPlace('actions.ligne', '""'),
    affaire: cleVive('affaire'),
    devis: cleVive('devis'),
  },
};
