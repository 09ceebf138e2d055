import { constatsDe } from '../../src/import/encodage/bilan';
import { lireCsv } from '../../src/import/csv/lire-csv';
import { lireJson, lireNdjson } from '../../src/import/lire-json';
import {
  estVide,
  type DescriptionSource,
  type FormatSource,
  type LigneSource,
  type SourceTabulaire,
} from '../../src/import/source';
import { ligneDeTableur, type FormatDeCellule } from '../../src/import/tableur/ligne-de-tableur';
import { probleme, type Probleme } from '../../src/messages/probleme';
import type { OngletEnPlus } from '../../src/sheets-api/lire-etat';
import type { CelluleJson } from '../../src/sheets-api/reponses';
import type { FichierChoisi } from '../panneau/contrat';

export type SourceLue = { readonly source: SourceTabulaire } | { readonly probleme: Probleme };

/** Un fichier choisi dans le panneau, que la page a décodé. */
export function sourceDuFichier(
  { nom: fichier, encodage, doute, texte, lignesAutres, abime }: FichierChoisi,
  noms: readonly string[],
): SourceLue {
  const format = formatDuFichier(fichier);
  const description: DescriptionSource = {
    ...{ fichier, format, encodage, separateur: null, feuille: null, feuilles: [] },
    constats: constatsDe({ encodage, doute, lignesAutres, abime }),
  };
  if (format === 'csv') {
    const lu = lireCsv(() => [texte], [texte]);
    if ('ligneFautive' in lu)
      return { probleme: probleme('SOURCE_GUILLEMET', { fichier, ligne: lu.ligneFautive }) };
    return rendre([...lu.lignes], { ...description, separateur: lu.separateur });
  }
  const lu = format === 'json' ? lireJson(texte, null, noms) : lireNdjson(texte);
  if ('aChoisir' in lu)
    return { probleme: probleme('SOURCE_JSON_LISTES', { fichier, listes: lu.aChoisir }) };
  if ('defaut' in lu) {
    const code = format === 'json' ? 'SOURCE_JSON' : 'SOURCE_NDJSON';
    return { probleme: probleme(code, { fichier, ...lu.defaut }) };
  }
  return rendre(lu.lignes, description);
}

/** Un onglet du classeur : ses dates sont des numéros de série, comme dans tout tableur. */
export function sourceDeLOnglet(titre: string, { cellules, formats }: OngletEnPlus): SourceLue {
  const lignes = cellules.map((lues, i) =>
    ligneDeTableur(i + 1, lues, (rang) => formatDe(formats[i]?.values?.[rang])),
  );
  return rendre(lignes, {
    fichier: titre,
    format: 'xlsx',
    encodage: null,
    separateur: null,
    feuille: titre,
    feuilles: [],
  });
}

const DATES = new Set(['DATE', 'TIME', 'DATE_TIME']);
/** Sans motif, Google le tire de la langue du classeur. */
const MOTIFS: Readonly<Record<string, string>> = {
  DATE: 'dd/mm/yyyy',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'dd/mm/yyyy hh:mm',
  PERCENT: '0.00%',
};

function formatDe(cellule: CelluleJson | undefined): FormatDeCellule | null {
  const { type = '', pattern } = cellule?.effectiveFormat?.numberFormat ?? {};
  const motif = pattern ?? MOTIFS[type];
  return motif === undefined ? null : { motif, estDate: DATES.has(type) };
}

function formatDuFichier(nom: string): FormatSource {
  const extension = /\.(\w+)$/.exec(nom)?.[1]?.toLowerCase();
  if (extension === 'json') return 'json';
  return extension === 'ndjson' || extension === 'jsonl' ? 'ndjson' : 'csv';
}

function rendre(lignes: readonly LigneSource[], description: DescriptionSource): SourceLue {
  return lignes.every((l) => l.cellules.every(estVide))
    ? { probleme: probleme('SOURCE_VIDE', { fichier: description.fichier }) }
    : { source: { lignes, description } };
}
