import { decalerTable } from './decaler-table';
import type { Classeur, Feuille, PlageGrille } from './modele';
import { decalerPlage } from './mouvement';
import type { Mouvement } from './mouvement';
import { estSur } from './plages';
import { changerSources } from './sources-graphique';
import type { TypeGoogle } from './schema/types';

/**
 * Tout ce qui s'accroche à la feuille suit le mouvement : plages nommées, protections, formats,
 * fusions, tables, filtre, graphiques, métadonnées. Les formules, elles, ne sont pas réécrites.
 */
export function decaler(c: Classeur, f: Feuille, m: Mouvement): void {
  const bouger = (p: PlageGrille) => (estSur(f, p) ? decalerPlage(p, m) : p);
  const garder = (ps: readonly PlageGrille[] | undefined) =>
    (ps ?? []).flatMap((p) => bouger(p) ?? []);

  c.plagesNommees = c.plagesNommees.map((n) => ({ ...n, plage: n.plage && bouger(n.plage) }));
  f.protections = f.protections.flatMap((p) => {
    if (!p.range) return [p];
    const range = bouger(p.range);
    const libres = p.unprotectedRanges && { unprotectedRanges: garder(p.unprotectedRanges) };
    return range ? [{ ...p, range, ...libres }] : [];
  });
  f.formats = f.formats.flatMap((r) => {
    const ranges = garder(r.ranges);
    return ranges.length > 0 ? [{ ...r, ranges }] : [];
  });
  f.fusions = garder(f.fusions);
  f.tables = f.tables.flatMap((t) => decalerTable(t, m) ?? []);
  if (f.filtre?.range) {
    const range = bouger(f.filtre.range);
    f.filtre = range && { ...f.filtre, range };
  }
  c.metadonnees = c.metadonnees.flatMap((md) => decalerMetadonnee(md, f, m) ?? []);
  for (const autre of c.feuilles) {
    autre.graphiques = autre.graphiques.map((g) => decalerGraphique(g, f, m));
  }
}

function decalerMetadonnee(
  md: TypeGoogle<'DeveloperMetadata'>,
  f: Feuille,
  m: Mouvement,
): TypeGoogle<'DeveloperMetadata'> | null {
  const lieu = md.location?.dimensionRange;
  if (!lieu || (lieu.sheetId ?? 0) !== f.id || lieu.dimension !== m.dimension) return md;
  const neuf = m.intervalle(lieu.startIndex ?? 0, lieu.endIndex ?? 0);
  if (!neuf) return null;
  const dimensionRange = { ...lieu, startIndex: neuf[0], endIndex: neuf[1] };
  return { ...md, location: { ...md.location, dimensionRange } };
}

function decalerGraphique(
  g: TypeGoogle<'EmbeddedChart'>,
  f: Feuille,
  m: Mouvement,
): TypeGoogle<'EmbeddedChart'> {
  const spec = changerSources(g.spec ?? {}, (p) => {
    if (!estSur(f, p)) return [p];
    const bougee = decalerPlage(p, m);
    return bougee ? [bougee] : [];
  });
  return { ...g, spec };
}
