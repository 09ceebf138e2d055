import { ACTIONS } from './actions';
import { AFFAIRES } from './affaires';
import { ANOMALIES } from './anomalies';
import { CLIENTS } from './clients';
import { DEVIS } from './devis';
import { EQUIPE } from './equipe';
import { FACTURES } from './factures';
import { HISTORIQUE } from './historique';
import { JOURNAL } from './journal';
import { MODELES } from './modeles';
import { OBJECTIFS } from './objectifs';
import { PARAMETRES } from './parametres';
import { REGISTRE } from './registre';
import { REVUE_HEBDO } from './revue-hebdo';
import { SATISFACTION } from './satisfaction';
import { TARIFS } from './tarifs';
import type { Enregistrement, Valeurs } from '../table';

/** Tous les onglets tabulaires, dans l'ordre du classeur (les pages libres s'y mêlent : Accueil, Tableau de bord…). */
export const TABLES = {
  revueHebdo: REVUE_HEBDO,
  clients: CLIENTS,
  affaires: AFFAIRES,
  devis: DEVIS,
  actions: ACTIONS,
  factures: FACTURES,
  satisfaction: SATISFACTION,
  objectifs: OBJECTIFS,
  historique: HISTORIQUE,
  tarifs: TARIFS,
  modeles: MODELES,
  equipe: EQUIPE,
  parametres: PARAMETRES,
  anomalies: ANOMALIES,
  registre: REGISTRE,
  journal: JOURNAL,
} as const;

export type Tables = typeof TABLES;
export type CleTable = keyof Tables;
export type Ligne<K extends CleTable> = Enregistrement<Tables[K]>;
export type ValeursDe<K extends CleTable> = Valeurs<Tables[K]>;

export const CLES_TABLES = Object.keys(TABLES) as CleTable[];

/** Les tables qui s'importent et s'exportent (PRODUCT : « The `suivi` command »). */
export const TABLES_ECHANGEABLES = [
  'clients',
  'affaires',
  'devis',
  'actions',
  'factures',
  'satisfaction',
  'objectifs',
  'tarifs',
] as const satisfies readonly CleTable[];
export type TableEchangeable = (typeof TABLES_ECHANGEABLES)[number];
