import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import { creerGoogle } from '../../cli/google/google';
import { ouvrirClasseurGoogle } from '../../cli/workbooks/google/classeur-google';
import { planImport } from '../../src/import/plan';
import { ID, lireEmule } from './google-emule';
import type { Faute, GoogleLocal } from './google-local';
import { dossierTemporaire } from './suivi';
import { contexte } from './valeurs';

export const ENTETE_DEVIS = 'N° devis;Client;État;Montant HT;Date;Objet';
const SUITE = ' — études et suivi des travaux'.repeat(6);

export const ligneDevis = (i: number): string =>
  `DEV-2025-${String(i + 1).padStart(6, '0')};Client ${i % 100};Refusé;${1000 + i},50;0${1 + (i % 9)}/02/2025;Lot ${i}${SUITE}`;

/** Le fichier de `n` devis de cent clients ; de quoi faire plusieurs envois. */
export async function ecrireDevis(dossier: string, n: number): Promise<string> {
  const fichier = join(dossier, 'devis.csv');
  const lignes = Array.from({ length: n }, (_, i) => ligneDevis(i));
  await writeFile(fichier, [ENTETE_DEVIS, ...lignes].join('\r\n'));
  return fichier;
}

export const commandeImport = (fichier: string, ...plus: string[]): string[] => [
  ...['importer', 'devis', fichier, '-c', ID, '--le', '2026-03-02', '--oui'],
  ...['--utilisateur', 'paul@exemple.fr', ...plus],
];

/** Ce que l'import doit avoir écrit : chaque ligne une fois, rien d'autre, et un numéro par devis. */
export function verifierDevis({ emulateur }: GoogleLocal, n: number, contexte = ''): void {
  const { devis, clients, registre, journal } = lireEmule(emulateur).tables;
  const attendus = Array.from(
    { length: n },
    (_, i) => `DEV-2025-${String(i + 1).padStart(6, '0')}`,
  );
  expect(devis.map((d) => d.numero).sort(), contexte).toEqual(attendus);
  expect(registre.map((r) => r.numero).sort(), contexte).toEqual(attendus);
  const centimes = devis.reduce((somme, d) => somme + (d.montantHt ?? 0), 0);
  expect(centimes, contexte).toBe(100_050 * n + (100 * (n * (n - 1))) / 2);
  expect(clients, contexte).toHaveLength(Math.min(n, 100));
  // Un seul numéro d'import, d'un bout à l'autre.
  expect(new Set(journal.map((j) => j.origine)), contexte).toEqual(new Set(['import n° 1']));
}

export type Sort = 429 | 500 | '500 après' | 'coupé avant' | 'coupé après';
export const SORTS: readonly Sort[] = [429, 500, '500 après', 'coupé avant', 'coupé après'];

export function fauteDe(sort: Sort): Faute {
  const quand = typeof sort === 'string' && sort.endsWith('après') ? 'apres' : 'avant';
  if (typeof sort === 'number') return { quand, statut: sort };
  return { quand, statut: sort.startsWith('500') ? 500 : null };
}

/** Un import de `n` devis en beaucoup d'envois, par le réseau. */
export async function importerParLeReseau(google: GoogleLocal, n: number): Promise<void> {
  const fichier = await ecrireDevis(await dossierTemporaire(), n);
  const { source } = await lireSource(fichier);
  if (!source) throw new Error('Source illisible.');
  const reglages = { env: {}, racine: google.racine, interactif: false, message: () => undefined };
  const ctx = contexte('2026-03-02');
  const ouverture = { simulation: false, contexte: ctx };
  const classeur = ouvrirClasseurGoogle(
    ID,
    ouverture,
    creerGoogle(() => reglages),
  );
  await classeur.parEnvois?.({
    planifier: (s, c) => planImport(s, 'devis', source, null, c),
    contexte: ctx,
    source: 'devis.csv',
    octets: 12_000,
  });
}
