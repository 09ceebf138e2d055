import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type {
  DescriptionSource,
  FormatSource,
  LigneSource,
  SourceTabulaire,
} from '../../src/import/source';
import { estVide } from '../../src/import/source';
import { probleme, type Probleme } from '../../src/messages/probleme';
import { constatsDe } from './constats-encodage';
import { decoder, estBinaire } from './encodage';
import type { NoterLignes } from './lire-classeur-etranger';
import { lireCsv } from './lire-csv';
import { lireJson, lireNdjson } from './lire-json';

export interface OptionsSource {
  /** Sinon, d'après le contenu puis l'extension. */
  readonly format?: FormatSource;
  /** Feuille d'un classeur, demandée par l'utilisateur. */
  readonly feuille?: string;
  /** À défaut, celle qui porte ce nom (l'onglet de la table) est préférée. */
  readonly onglet?: string;
  /** À défaut, celle dont les colonnes sont le mieux reconnues. */
  readonly noter?: NoterLignes;
}

export type SourceLue =
  | { readonly source: SourceTabulaire; readonly problemes: readonly [] }
  | { readonly source: null; readonly problemes: readonly Probleme[] };

const RAISONS: Readonly<Record<string, string>> = {
  EISDIR: 'c’est un dossier',
  EACCES: 'vous n’avez pas le droit de le lire',
  EPERM: 'vous n’avez pas le droit de le lire',
};

/** Lit un fichier à importer (CSV, TXT, XLSX, JSON, NDJSON) ; un fichier illisible est un problème. */
export async function lireSource(chemin: string, options: OptionsSource = {}): Promise<SourceLue> {
  const fichier = basename(chemin);
  let octets: Buffer;
  try {
    octets = await readFile(chemin);
  } catch (erreur) {
    const code = (erreur as NodeJS.ErrnoException).code ?? '';
    return refus(
      code === 'ENOENT'
        ? probleme('SOURCE_ABSENTE', { fichier })
        : probleme('SOURCE_ILLISIBLE', {
            fichier,
            raison: RAISONS[code] ?? `lecture impossible ${code}`.trim(),
          }),
    );
  }
  const format = options.format ?? formatDe(chemin);
  if (octets.length === 0 && format !== 'ndjson')
    return refus(probleme('SOURCE_VIDE', { fichier }));
  if (options.format === 'xlsx' || estClasseur(octets)) return lireXlsx(octets, fichier, options);
  if (estBinaire(octets)) return refus(probleme('SOURCE_BINAIRE', { fichier }));
  return lireTexte(octets, fichier, format);
}

/** Début d'un `.xls` d'avant 2007, ou d'un classeur protégé. */
const SIGNATURE_XLS = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function estClasseur(octets: Buffer): boolean {
  return (
    octets.subarray(0, 2).toString('latin1') === 'PK' || octets.subarray(0, 8).equals(SIGNATURE_XLS)
  );
}

function formatDe(chemin: string): FormatSource {
  const extension = extname(chemin).toLowerCase();
  if (extension === '.json') return 'json';
  return extension === '.ndjson' || extension === '.jsonl' ? 'ndjson' : 'csv';
}

function refus(p: Probleme): SourceLue {
  return { source: null, problemes: [p] };
}

function rendre(lignes: readonly LigneSource[], description: DescriptionSource): SourceLue {
  if (lignes.every((l) => l.cellules.every(estVide))) {
    return refus(probleme('SOURCE_VIDE', { fichier: description.fichier }));
  }
  return { source: { lignes, description }, problemes: [] };
}

function lireTexte(octets: Buffer, fichier: string, format: FormatSource): SourceLue {
  const decode = decoder(octets);
  const { texte, encodage } = decode;
  const constats = constatsDe(decode);
  const description = {
    fichier,
    format,
    encodage,
    separateur: null,
    feuille: null,
    feuilles: [],
    ...(constats.length > 0 ? { constats } : {}),
  };
  if (format === 'csv') {
    const lu = lireCsv(texte);
    if ('ligneFautive' in lu)
      return refus(probleme('SOURCE_GUILLEMET', { fichier, ligne: lu.ligneFautive }));
    return rendre(lu.lignes, { ...description, separateur: lu.separateur });
  }
  const lu = format === 'json' ? lireJson(texte) : lireNdjson(texte);
  if ('defaut' in lu) return refus(probleme('SOURCE_JSON', { fichier, ...lu.defaut }));
  // Une table vide s'exporte ainsi : elle se relit, sans une ligne.
  if (lu.lignes.length === 0) return { source: { lignes: [], description }, problemes: [] };
  return rendre(lu.lignes, description);
}

async function lireXlsx(
  octets: Buffer,
  fichier: string,
  options: OptionsSource,
): Promise<SourceLue> {
  const { lireClasseurEtranger } = await import('./lire-classeur-etranger');
  const { feuille = null, onglet = null, noter = () => 0 } = options;
  let lu: ReturnType<typeof lireClasseurEtranger>;
  try {
    lu = lireClasseurEtranger(octets, feuille, onglet, noter);
  } catch (erreur) {
    const raison = /password/i.test(String(erreur))
      ? 'le classeur est protégé par un mot de passe'
      : 'le classeur est abîmé';
    return refus(probleme('SOURCE_ILLISIBLE', { fichier, raison }));
  }
  const { lue, feuilles } = lu;
  if (!lue) {
    return refus(
      feuille === null
        ? probleme('SOURCE_VIDE', { fichier })
        : probleme('FEUILLE_ABSENTE', { fichier, feuille, feuilles }),
    );
  }
  return rendre(lue.lignes, {
    fichier,
    format: 'xlsx',
    encodage: null,
    separateur: null,
    feuille: lue.nom,
    feuilles,
  });
}
