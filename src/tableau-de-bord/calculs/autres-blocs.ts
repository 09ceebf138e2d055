import { CLIENTS_RANGES, cleDe, moisDuJour, texteDe, type Bloc } from './bloc';

/** Un client, et où le trouver par son nom. */
export const BLOC_CLIENTS: Bloc = {
  nom: 'clients',
  source: 'clients',
  serre: false,
  fin: 'finClients',
  colonnes: { cle: `LOWER(${cleDe('organisation')})`, ...CLIENTS_RANGES },
};

const nombreOuVide = (colonne: string): string => `IF(ISNUMBER([${colonne}]),[${colonne}],"")`;
/** Le premier du mois d'un jour lisible ; zéro sinon. */
const moisDe = (colonne: string): string =>
  `IF(ISNUMBER([${colonne}]),${moisDuJour(`INT([${colonne}])`)},0)`;

export const BLOC_HISTORIQUE: Bloc = {
  nom: 'historique',
  source: 'historique',
  serre: false,
  colonnes: {
    mois: `IF(LOWER(${texteDe('responsable')})=<qui>,${moisDe('mois')},0)`,
    portefeuille: nombreOuVide('portefeuille'),
    portefeuillePondere: nombreOuVide('portefeuillePondere'),
  },
};
