import { enEuros, type Centimes } from '../commun/montant';
import type { Tableau } from './calculer-tableau';
import type { SuiviObjectif } from './objectifs';

/** Les clés d'argent finissent par HT ou TTC : c'est à elles que se reconnaissent les centimes. */
const ARGENT = /(?:Ht|Ttc)$/;

const FIGURES_OBJECTIF = [
  'objectif',
  'realise',
  'ecart',
  'moisPrecedent',
  'anPrecedent',
  'cumulAnnuel',
] as const;

/** Le tableau pour `--json` : le même, en euros à deux décimales (contrat « JSON shapes »). */
export function tableauJson(tableau: Tableau): Record<string, unknown> {
  return {
    ...(convertir(tableau) as Record<string, unknown>),
    objectifs: tableau.objectifs.map(objectifEnEuros),
  };
}

function convertir(valeur: unknown, cle = ''): unknown {
  if (typeof valeur === 'number') return ARGENT.test(cle) ? enEuros(valeur as Centimes) : valeur;
  if (Array.isArray(valeur)) return valeur.map((v) => convertir(v));
  if (valeur === null || typeof valeur !== 'object') return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([k, v]) => [k, convertir(v, k)]));
}

function objectifEnEuros(o: SuiviObjectif): SuiviObjectif {
  if (o.unite !== 'montant') return o;
  const euros = FIGURES_OBJECTIF.map((cle) => [cle, o[cle] === null ? null : o[cle] / 100]);
  return { ...o, ...(Object.fromEntries(euros) as Partial<SuiviObjectif>) };
}
