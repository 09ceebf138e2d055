import { CsvError, parse } from 'csv-parse/sync';
import { deproteger } from '../../src/export/protection';
import type { LigneSource, Separateur } from '../../src/import/source';

const SEPARATEURS: readonly Separateur[] = [';', ',', '\t', '|'];
/** Assez de texte pour reconnaître le séparateur. */
const ECHANTILLON = 65_536;

interface Enregistrement {
  readonly record: string[];
  readonly raw: string;
}

/** Lit un CSV ; `ligneFautive` : celle d'un guillemet jamais refermé. */
export function lireCsv(
  texte: string,
): { lignes: LigneSource[]; separateur: Separateur } | { ligneFautive: number } {
  const separateur = detecterSeparateur(texte);
  let ligne = 1;
  const lignes: LigneSource[] = [];
  try {
    analyser(texte, separateur, ({ record, raw }) => {
      lignes.push({ ligne, cellules: record.map(deproteger) });
      ligne += finsDeLigne(raw);
    });
  } catch (erreur) {
    if (erreur instanceof CsvError && erreur.code === 'CSV_QUOTE_NOT_CLOSED')
      return { ligneFautive: ligne };
    throw erreur;
  }
  return { lignes, separateur };
}

const finsDeLigne = (texte: string): number => (texte.match(/\r\n|\r|\n/g) ?? []).length;

function analyser(
  texte: string,
  delimiter: string,
  recevoir: (enregistrement: Enregistrement) => void,
): void {
  parse(texte, {
    delimiter,
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    on_record: (enregistrement: unknown) => {
      recevoir(enregistrement as Enregistrement);
      return null;
    },
  });
}

/** Le séparateur qui donne des lignes de même largeur, et le plus de colonnes. */
function detecterSeparateur(texte: string): Separateur {
  const fin = texte.length > ECHANTILLON ? texte.lastIndexOf('\n', ECHANTILLON) : texte.length;
  const echantillon = texte.slice(0, fin);
  let meilleur: Separateur = ';';
  let score = 0;
  for (const separateur of SEPARATEURS) {
    if (!echantillon.includes(separateur)) continue;
    const note = noter(echantillon, separateur);
    if (note > score) {
      meilleur = separateur;
      score = note;
    }
  }
  return meilleur;
}

function noter(echantillon: string, separateur: Separateur): number {
  const largeurs = new Map<number, number>();
  let total = 0;
  let lues = 0;
  try {
    analyser(echantillon, separateur, ({ record, raw }) => {
      lues += finsDeLigne(raw);
      if (record.every((c) => c.trim() === '')) return;
      total += 1;
      largeurs.set(record.length, (largeurs.get(record.length) ?? 0) + 1);
    });
  } catch {
    // Un guillemet ouvert : ce qu'il avale ne parle pas pour ce séparateur.
    total += finsDeLigne(echantillon) - lues;
  }
  let [largeur, fois] = [1, 0];
  for (const [l, n] of largeurs) if (l > 1 && n >= fois) [largeur, fois] = [l, n];
  const part = total === 0 ? 0 : fois / total;
  return largeur > 1 ? part * part * Math.min(largeur, 40) : 0;
}
