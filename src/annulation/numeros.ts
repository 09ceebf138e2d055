import type { Snapshot } from '../classeur/snapshot';
import type { LigneRegistre } from '../classeur/tables/registre';
import { probleme, type Probleme } from '../messages/probleme';
import { numeroDansOrigine } from '../import/origines';

/** Les lignes de Registre qu'un import y a ajoutées, et ce qui empêche de les ôter. */
export interface NumerosInscrits {
  readonly lignes: readonly LigneRegistre[];
  readonly problemes: readonly Probleme[];
}

/**
 * Des numéros importés n'ont pas été tirés par le produit : l'import annulé, Registre revient comme
 * avant et le compteur aussi. Sauf si un numéro a été tiré depuis à leur suite : il ne tient sa place
 * que d'eux, et les ôter laisserait un trou que rien n'explique (S2-6).
 */
export function numerosInscrits(snapshot: Snapshot, numero: number): NumerosInscrits {
  const { registre } = snapshot.tables;
  const lignes = registre.filter((r) => numeroDansOrigine(r.pour) === numero);
  if (lignes.length === 0) return { lignes, problemes: [] };
  const series = new Map<string, { readonly dernier: LigneRegistre; readonly max: number }>();
  for (const r of lignes) {
    if (r.serie === null || r.compteur === null) continue;
    const connue = series.get(r.serie);
    if (!connue || r.compteur > connue.max) {
      series.set(r.serie, { dernier: r, max: r.compteur });
    }
  }
  const derniere = lignes.reduce((max, r) => Math.max(max, r.ligne), 0);
  const problemes = registre.flatMap((r): Probleme[] => {
    const serie = series.get(r.serie ?? '');
    if (!serie || r.compteur === null || r.compteur <= serie.max) return [];
    if (numeroDansOrigine(r.pour) !== null || !estPosterieur(r, serie.dernier, derniere)) return [];
    const args = { tire: r.numero ?? '', importe: serie.dernier.numero ?? '' };
    return [probleme('ANNULATION_NUMERO_TIRE', args)];
  });
  for (const r of lignes) {
    if (r.annuleLe === null && r.motif === null) continue;
    problemes.push(probleme('ANNULATION_NUMERO_ANNULE', { numero: r.numero ?? '' }));
  }
  return { lignes, problemes };
}

/** Tiré après l'import : Registre le date à la minute ; dans la même minute, sa place en décide. */
function estPosterieur(r: LigneRegistre, importe: LigneRegistre, derniere: number): boolean {
  if (r.tireLe === null || importe.tireLe === null || r.tireLe === importe.tireLe) {
    return r.ligne > derniere;
  }
  return r.tireLe > importe.tireLe;
}
