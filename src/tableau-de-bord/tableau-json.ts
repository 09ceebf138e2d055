import { enEuros, type Centimes } from '../commun/montant';
import type { Tableau } from './calculer-tableau';
import type { Unite } from './indicateur';

/** Les clés d'argent finissent par HT ou TTC : c'est à elles que se reconnaissent les centimes. */
const ARGENT = /(?:Ht|Ttc)$/;

export const FIGURES_OBJECTIF = [
  'objectif',
  'realise',
  'ecart',
  'moisPrecedent',
  'anPrecedent',
  'cumulAnnuel',
] as const;

const FIGURES_INDIVIDUELLES = ['entreprise', 'individuels', 'ecart'] as const;

/** Le tableau pour `--json` : le même, en euros à deux décimales (contrat « JSON shapes »). */
export function tableauJson(tableau: Tableau): Record<string, unknown> {
  return {
    ...(convertir(tableau) as Record<string, unknown>),
    objectifs: tableau.objectifs.map((o) => enEurosSiMontant(o, FIGURES_OBJECTIF)),
    objectifsIndividuels: tableau.objectifsIndividuels.map((o) =>
      enEurosSiMontant(o, FIGURES_INDIVIDUELLES),
    ),
  };
}

/** Les montants d'une figure, en euros. */
export function convertir(valeur: unknown, cle = ''): unknown {
  if (typeof valeur === 'number') return ARGENT.test(cle) ? enEuros(valeur as Centimes) : valeur;
  if (Array.isArray(valeur)) return valeur.map((v) => convertir(v));
  if (valeur === null || typeof valeur !== 'object') return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([k, v]) => [k, convertir(v, k)]));
}

/** Un suivi d'objectif en euros, si c'est d'argent qu'il parle. */
export function enEurosSiMontant<T extends { readonly unite: Unite }, C extends keyof T>(
  o: T,
  figures: readonly C[],
): T {
  if (o.unite !== 'montant') return o;
  const euros = figures.map((cle) => {
    const valeur = o[cle];
    return [cle, typeof valeur === 'number' ? valeur / 100 : valeur];
  });
  return { ...o, ...(Object.fromEntries(euros) as Partial<T>) };
}
