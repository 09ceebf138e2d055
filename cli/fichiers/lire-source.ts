import { basename, extname } from 'node:path';
import { lireCsv } from '../../src/import/csv/lire-csv';
import type { FormatSource } from '../../src/import/source';
import { probleme, type Probleme } from '../../src/messages/probleme';
import type { BilanEncodage } from '../../src/import/encodage/bilan';
import { estBinaire } from '../../src/import/encodage/reconnaitre';
import { decoderFlux, decoderMorceaux } from './encodage';
import { ouvrirOctets, type OctetsRelus } from './octets-relus';
import {
  decrireTexte,
  refus,
  rendre,
  type OptionsSource,
  type SourceLue,
  type Suivi,
} from './source-lue';

const SANS_DROIT = {
  raison: 'vous n’avez pas le droit de le lire',
  conseil: 'Demandez ce droit, ou copiez-le dans un de vos dossiers.',
};

/** Ce qui empêche d'ouvrir un fichier, et quoi faire ; absent, ou un dossier, se disent autrement. */
const RAISONS: Readonly<Record<string, { readonly raison: string; readonly conseil: string }>> = {
  ENOTDIR: { raison: 'son dossier est un fichier', conseil: 'Vérifiez son chemin.' },
  EACCES: SANS_DROIT,
  EPERM: SANS_DROIT,
};

/**
 * Un fichier gardé entier en mémoire pour être lu ; au-delà, il faudrait des gigaoctets. Un CSV n'a pas
 * de limite : il est lu ligne à ligne.
 */
const LIMITES: Readonly<Record<Exclude<FormatSource, 'csv'>, number>> = {
  xlsx: 64 * 1024 * 1024,
  json: 128 * 1024 * 1024,
  ndjson: 128 * 1024 * 1024,
};

/** Lit un fichier à importer (CSV, TXT, classeur, JSON, NDJSON) ; un fichier illisible est un problème. */
export async function lireSource(chemin: string, options: OptionsSource = {}): Promise<SourceLue> {
  const fichier = basename(chemin);
  let octets: OctetsRelus;
  try {
    octets = ouvrirOctets(chemin);
  } catch (erreur) {
    return refus(pasOuvert(fichier, (erreur as NodeJS.ErrnoException).code ?? ''));
  }
  const { debut } = octets;
  const format = options.format ?? formatDe(chemin);
  if (octets.taille === 0 && format !== 'ndjson')
    return refus(probleme('SOURCE_VIDE', { fichier }));
  if (options.format === 'xlsx' || estClasseur(debut)) {
    return refusTaille(octets, fichier, 'xlsx') ?? lireXlsx(octets.tous(), fichier, options);
  }
  if (estBinaire(debut)) return refus(probleme('SOURCE_BINAIRE', { fichier }));
  if (options.feuille !== undefined && format !== 'json')
    return refus(probleme('SOURCE_SANS_FEUILLE', { fichier, feuille: options.feuille }));
  if (format === 'csv') return lireTexteCsv(octets, fichier, options.suivre);
  return refusTaille(octets, fichier, format) ?? lireListe(octets.tous(), fichier, format, options);
}

async function lireListe(
  octets: Buffer,
  fichier: string,
  format: Exclude<FormatSource, 'csv'>,
  options: OptionsSource,
): Promise<SourceLue> {
  const { lireTexteJson, lireTexteNdjson } = await import('./lire-source-json');
  return format === 'ndjson'
    ? lireTexteNdjson(octets, fichier)
    : lireTexteJson(octets, fichier, options);
}

function pasOuvert(fichier: string, code: string): Probleme {
  if (code === 'ENOENT') return probleme('SOURCE_ABSENTE', { fichier });
  if (code === 'EISDIR') return probleme('SOURCE_DOSSIER', { fichier });
  const connue = RAISONS[code] ?? { raison: `lecture impossible ${code}`.trim() };
  return probleme('SOURCE_ILLISIBLE', { fichier, ...connue });
}

function refusTaille(
  { taille }: OctetsRelus,
  fichier: string,
  format: keyof typeof LIMITES,
): SourceLue | null {
  const limite = LIMITES[format];
  return taille > limite
    ? refus(probleme('SOURCE_TROP_GROSSE', { fichier, taille, limite }))
    : null;
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

/** Le texte d'un CSV plus petit, décodé une fois, est gardé pour ses quelques lectures. */
const GARDE = 24 * 1024 * 1024;

function lireTexteCsv(octets: OctetsRelus, fichier: string, suivre?: Suivi): SourceLue {
  if (octets.taille <= GARDE) {
    const { morceaux, ...bilan } = decoderMorceaux(octets.tous());
    const lu = lireCsv(() => morceaux, morceaux);
    return rendreCsv(fichier, lu, bilan);
  }
  // L'encodage d'un fichier n'est connu qu'une fois tout lu : par la lecture qui en vérifie les guillemets.
  let bilan: BilanEncodage | null = null;
  function* texte(ligne: () => number): Generator<string> {
    const lus = suivre ? suivis(octets, suivre, ligne) : octets.morceaux();
    bilan = yield* decoderFlux(lus, octets.debut);
  }
  const lu = lireCsv(texte);
  return rendreCsv(fichier, lu, bilan);
}

function rendreCsv(
  fichier: string,
  lu: ReturnType<typeof lireCsv>,
  bilan: BilanEncodage | null,
): SourceLue {
  if ('ligneFautive' in lu)
    return refus(probleme('SOURCE_GUILLEMET', { fichier, ligne: lu.ligneFautive }));
  if (bilan === null) throw new Error(`${fichier} n’a pas été lu jusqu’au bout`);
  const { lignes, ...forme } = lu;
  return rendre(lignes, { ...decrireTexte(fichier, 'csv', bilan), ...forme });
}

function* suivis(octets: OctetsRelus, suivre: Suivi, ligne: () => number): Generator<Buffer> {
  const lus = suivre(octets.taille);
  for (const morceau of octets.morceaux()) {
    yield morceau;
    lus(morceau.length, ligne());
  }
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
  const { lue, feuilles, constats } = lu;
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
    ...(constats.length > 0 ? { constats } : {}),
  });
}
