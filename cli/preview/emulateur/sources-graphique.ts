import type { PlageGrille } from './modele';
import type { TypeGoogle } from './schema/types';

type Spec = TypeGoogle<'ChartSpec'>;

/** Change les plages d'où un graphique tire ses valeurs : ses `sources`, à toute profondeur. */
export function changerSources(
  spec: Spec,
  changer: (p: PlageGrille) => readonly PlageGrille[],
): Spec {
  const parcourir = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(parcourir);
    if (typeof v !== 'object' || v === null) return v;
    const entrees = Object.entries(v).map(([cle, x]) => [
      cle,
      cle === 'sources' ? (x as readonly PlageGrille[]).flatMap(changer) : parcourir(x),
    ]);
    return Object.fromEntries(entrees) as unknown;
  };
  return parcourir(spec) as Spec;
}
