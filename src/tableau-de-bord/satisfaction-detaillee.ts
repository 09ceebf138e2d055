import {
  SATISFACTION,
  THEMES,
  type ReponseSatisfaction,
  type Theme,
} from '../classeur/tables/satisfaction';
import type { Tranche } from './indicateur';
import type { Index } from './index-commercial';
import { moyenne, notesDe, partSatisfaite, reponsesDe } from './indicateurs/satisfaction';

export interface PartSatisfaction {
  readonly libelle: string;
  readonly taux: number | null;
  readonly moyenne: number | null;
  /** Notes. */
  readonly n: number;
}

/** Thème par thème et segment par segment, du plus faible au plus fort : les points faibles d'abord (S3-24, S3-26). */
export function satisfactionDetaillee(
  index: Index,
  tranche: Tranche,
): { parTheme: PartSatisfaction[]; parSegment: PartSatisfaction[] } {
  const reponses = reponsesDe(index, tranche);
  const seuil = index.snapshot.parametres.seuilSatisfaction;
  const part = (
    libelle: string,
    retenues: readonly ReponseSatisfaction[],
    themes: readonly Theme[] = THEMES,
  ): PartSatisfaction => {
    const notes = notesDe(retenues, themes);
    return {
      libelle,
      taux: partSatisfaite(notes, seuil),
      moyenne: moyenne(notes),
      n: notes.length,
    };
  };
  const segments = [...new Set(reponses.map((r) => r.segment ?? ''))].sort();
  return {
    parTheme: faiblesDAbord(
      THEMES.map((t) => part(SATISFACTION.colonnes[t].entete, reponses, [t])),
    ),
    parSegment: faiblesDAbord(
      segments.map((s) =>
        part(
          s || 'Sans segment',
          reponses.filter((r) => (r.segment ?? '') === s),
        ),
      ),
    ),
  };
}

function faiblesDAbord(parts: PartSatisfaction[]): PartSatisfaction[] {
  return parts.filter((p) => p.n > 0).sort((a, b) => (a.taux ?? 1) - (b.taux ?? 1));
}
