import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, createReadStream, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { Mesures, Objectif } from './objectif';

/**
 * L'import d'un CSV de devis en Windows-1252, par la commande construite (`npm run build`), contre
 * csv-parse qui ne fait que lire le même fichier.
 */

const COMMANDE = 'dist/cli/suivi.mjs';
const ENTETES =
  'N°;Client;Objet;Montant HT;Taux TVA;Statut;Envoyé le;Validité;Décidé le;Responsable;Envoyé à';
const STATUTS = ['Envoyé', 'Signé', 'Refusé', 'Sans suite'] as const;

function ligne(i: number): string {
  const jour = String(1 + (i % 28)).padStart(2, '0');
  const mois = String(1 + (i % 12)).padStart(2, '0');
  const [euros = '', cents = ''] = ((100_000 + ((i * 7919) % 9_000_000)) / 100)
    .toFixed(2)
    .split('.');
  const montant = `${euros.replace(/\B(?=(\d{3})+$)/g, ' ')},${cents} €`;
  const statut = STATUTS[i % 4] ?? 'Envoyé';
  const decide = statut === 'Envoyé' ? '' : `${jour}/${mois}/2025`;
  return [
    ...[
      `DEV-2025-${i}`,
      `Société ${i % 800} & fils`,
      `"Étude de faisabilité n° ${i} – phase ${i % 4}"`,
    ],
    ...[montant, '20 %', statut, `${jour}/${mois}/2025`, `${jour}/${mois}/2026`, decide],
    ...[`responsable${i % 5}@exemple.fr`, `contact${i % 800}@client.example`],
  ].join(';');
}

function ecrireSource(chemin: string, nombre: number): void {
  const fd = openSync(chemin, 'w');
  let lot = [ENTETES];
  for (let i = 0; i < nombre; i++) {
    lot.push(ligne(i));
    if (lot.length < 10_000 && i < nombre - 1) continue;
    writeSync(fd, iconv.encode(`${lot.join('\r\n')}\r\n`, 'windows-1252'));
    lot = [];
  }
  closeSync(fd);
}

export function preparer(dossier: string): void {
  ecrireSource(join(dossier, '100k.csv'), 100_000);
  ecrireSource(join(dossier, '1m.csv'), 1_000_000);
  execFileSync(process.execPath, [COMMANDE, 'init', join(dossier, 'suivi.xlsx')]);
}

/** Dans ce processus, pour que sa mémoire et son calcul soient ceux de la commande. */
async function importer(dossier: string, source: string, lignes: string, ...mots: string[]) {
  const option = mots.includes('-c') ? [] : ['-c', join(dossier, 'suivi.xlsx')];
  process.argv.splice(2, Infinity, 'importer', 'devis', join(dossier, source), ...option);
  process.argv.push('--le', '2026-03-01', ...mots);
  let vu = '';
  const ecrire = process.stdout.write.bind(process.stdout);
  process.stdout.write = (texte: string | Uint8Array) => ((vu += String(texte)), true);
  await import(pathToFileURL(resolve(COMMANDE)).href);
  process.stdout.write = ecrire;
  if (!vu.replace(/\s/g, ' ').includes(`${lignes} créées`)) throw new Error(vu.slice(-500));
}

export const mesures: Mesures = {
  'prévoir 1 000 000 de lignes': (d) => importer(d, '1m.csv', '1 000 000', '--simulation'),
  'prévoir 100 000 lignes': (d) => importer(d, '100k.csv', '100 000', '--simulation'),
  'importer 100 000 lignes': async (d) => {
    copyFileSync(join(d, 'suivi.xlsx'), join(d, 'ecrit.xlsx'));
    await importer(d, '100k.csv', '100 000', '-c', join(d, 'ecrit.xlsx'), '--oui');
  },
  'lire 100 000 lignes, csv-parse': async (d) => {
    let lues = 0;
    const flux = createReadStream(join(d, '100k.csv')).pipe(
      parse({ delimiter: ';', encoding: 'latin1' }),
    );
    for await (const enregistrement of flux) if (enregistrement) lues++;
    if (lues !== 100_001) throw new Error(`${lues} lignes lues`);
  },
};

export const objectifs: readonly Objectif[] = [
  {
    quoi: 'prévoir l’import de 1 000 000 de lignes CSV, mémoire de crête (Mio)',
    mesure: 'prévoir 1 000 000 de lignes',
    grandeur: 'rss',
    max: 160,
  },
  {
    quoi: 'prévoir l’import de 1 000 000 de lignes CSV, calcul',
    mesure: 'prévoir 1 000 000 de lignes',
    grandeur: 'cpu',
  },
  {
    quoi: 'prévoir l’import de 100 000 lignes CSV, calcul rapporté à csv-parse',
    mesure: 'prévoir 100 000 lignes',
    grandeur: 'cpu',
    reference: 'lire 100 000 lignes, csv-parse',
    max: 1.5,
  },
  {
    quoi: 'importer 100 000 lignes CSV, classeur écrit, calcul rapporté à csv-parse',
    mesure: 'importer 100 000 lignes',
    grandeur: 'cpu',
    reference: 'lire 100 000 lignes, csv-parse',
  },
  {
    quoi: 'importer 100 000 lignes CSV, classeur écrit, mémoire de crête (Mio)',
    mesure: 'importer 100 000 lignes',
    grandeur: 'rss',
  },
];
