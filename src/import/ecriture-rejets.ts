import type { TableEchangeable } from '../classeur/tables';
import type { Correspondance } from './correspondance';
import { SANS_INDICE } from './format-colonne';
import { ordreDuFichier } from './format-prouve';
import type { Observations } from './lire-lignes';
import { enteteDuMotif } from './motif-de-rejet';

/** Comment réécrire les lignes rejetées, pour qu'elles se relisent comme elles ont été lues. */
export interface EcritureRejets {
  /** L'en-tête des motifs. */
  readonly motif: string;
  /** Rangs des colonnes où la décimale est le point. */
  readonly points: ReadonlySet<number>;
}

export function ecritureRejets(
  table: TableEchangeable,
  { colonnes, conventions }: Pick<Correspondance, 'colonnes' | 'conventions'>,
  observations: Observations,
): EcritureRejets {
  const formats = Array.from(observations, ([cle, releve]) => ({
    rang: colonnes.get(cle)?.rang ?? -1,
    format: releve.conclure(SANS_INDICE).format,
  }));
  return {
    motif: enteteDuMotif({
      moisDAbord: conventions.moisDAbord || ordreDuFichier(table, observations) === 'MJA',
      tauxEnPourcent:
        conventions.tauxEnPourcent ||
        formats.some(({ format }) => format.taux?.echelle === 'pourcent'),
    }),
    points: new Set(formats.flatMap(({ rang, format }) => (format.decimal === '.' ? rang : []))),
  };
}
