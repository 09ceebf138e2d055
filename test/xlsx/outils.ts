import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll } from 'vitest';
import { CLES_TABLES, TABLES, type CleTable, type ValeursDe } from '../../src/classeur/tables';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { ecrireClasseurEnFlux } from '../../cli/workbooks/xlsx/ecrire-en-flux';
import { construireSnapshot, type Snapshot } from '../../src/classeur/snapshot';
import { messageDe } from '../../src/messages/probleme';
import { convertir } from '../support/libreoffice';
import { python as pythonAvec } from '../support/programmes';

const ICI = dirname(fileURLToPath(import.meta.url));

const dossiers: string[] = [];

/** Un dossier vide, ôté après les essais du fichier. */
export function dossierNeuf(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'suivi-essai-'));
  dossiers.push(dossier);
  return dossier;
}

afterAll(() => {
  for (const dossier of dossiers) rmSync(dossier, { recursive: true, force: true });
});

export type Contenu = { readonly [K in CleTable]?: readonly Partial<ValeursDe<K>>[] };

/** Un classeur complet sur le disque, tous onglets présents. */
export async function classeurNeuf(chemin: string, contenu: Contenu = {}): Promise<string> {
  await ecrireClasseurEnFlux(
    chemin,
    CLES_TABLES.map((cle) => ({
      onglet: TABLES[cle].onglet,
      colonnes: Object.values(TABLES[cle].colonnes),
      lignes: (contenu[cle] ?? []).map((valeurs) =>
        Object.keys(TABLES[cle].colonnes).map((c) => (valeurs as Record<string, unknown>)[c]),
      ),
    })),
  );
  return chemin;
}

export const ouvrir = (chemin: string): ClasseurXlsx =>
  ClasseurXlsx.ouvrir(readFileSync(chemin), chemin);

export function snapshotDe(classeur: ClasseurXlsx): Snapshot {
  const { snapshot, problemes } = construireSnapshot(classeur.source());
  if (!snapshot) throw new Error(problemes.map(messageDe).join('\n'));
  return snapshot;
}

/** Les parties d'un `.xlsx` lues par un autre lecteur que le nôtre. */
export const parties = (octets: Uint8Array): Record<string, Uint8Array> => unzipSync(octets);

/** Noms des parties dont le contenu diffère, ou qui n'existent que d'un côté. */
export function differences(a: Uint8Array, b: Uint8Array): string[] {
  const [pa, pb] = [parties(a), parties(b)];
  return [...new Set([...Object.keys(pa), ...Object.keys(pb)])]
    .filter((nom) => !pa[nom] || !pb[nom] || Buffer.compare(pa[nom], pb[nom]) !== 0)
    .sort();
}

/** Exécute un script de ce dossier avec un Python qui a openpyxl. */
export const python = (script: string, ...args: string[]): string =>
  pythonAvec(join(ICI, script), ...args);

/** Fait réenregistrer un classeur par LibreOffice ; rend le chemin du nouveau fichier. */
export const reenregistrerParLibreOffice = (chemin: string): string =>
  convertir(chemin, 'xlsx:Calc MS Excel 2007 XML', dossierNeuf());

export interface Vu {
  readonly cellules: Record<string, Record<string, unknown>>;
  readonly formats: Record<string, Record<string, string>>;
  readonly graphiques: number;
  readonly croises: number;
  readonly commentaires: string[];
  readonly tableaux: string[];
  readonly filtres: Record<string, string | null>;
}

/** Ce qu'openpyxl, lecteur indépendant, voit d'un classeur. */
export const vuParOpenpyxl = (chemin: string): Vu => JSON.parse(python('lire.py', chemin)) as Vu;
