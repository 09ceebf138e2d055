import { lireCsv } from '../../src/import/csv/lire-csv';
import type { LigneSource, SourceTabulaire } from '../../src/import/source';

/** Une source telle que la coquille la lirait : `sourceCsv('N°;Client\nD1;Mairie')`. */
export function sourceCsv(
  texte: string,
): SourceTabulaire & { readonly lignes: readonly LigneSource[] } {
  const lu = lireCsv(() => [texte]);
  if (!('lignes' in lu)) throw new Error(`Guillemet ouvert ligne ${lu.ligneFautive}`);
  return {
    lignes: [...lu.lignes],
    description: {
      fichier: 'essai.csv',
      format: 'csv',
      encodage: 'utf-8',
      separateur: lu.separateur,
      feuille: null,
      feuilles: [],
      finDeLigne: lu.finDeLigne,
      toutCite: lu.toutCite,
    },
  };
}
