import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dossierTemporaire, EXECUTABLE, suivi } from '../support/suivi';

/** Un import qui se perdrait dans les listes déroulantes n'en finirait pas. */
const LIMITE_MS = 60_000;
const LE = ['--le', '2026-03-02'];

/** Importe dans un processus à part : une boucle sans fin y est arrêtée. */
const importer = (table: string, source: string, classeur: string) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [EXECUTABLE, 'importer', table, source, '-c', classeur, '--oui', '--json', ...LE],
      { encoding: 'utf8', timeout: LIMITE_MS },
    ),
  ) as { lues: number; creees: number; modifiees: number; inchangees: number };

it(
  'un autre de nos classeurs s’importe ; le nôtre, ou son export, ne change rien',
  {
    timeout: 4 * LIMITE_MS,
  },
  async () => {
    const dossier = await dossierTemporaire();
    const [plein, vide, exporte] = ['plein', 'vide', 'export'].map((n) =>
      join(dossier, `${n}.xlsx`),
    );
    await suivi('init', plein ?? '', '--exemple', ...LE);
    await suivi('init', vide ?? '', ...LE);
    const { lues, creees } = importer('clients', plein ?? '', vide ?? '');
    expect(creees).toBe(lues);
    expect(lues).toBeGreaterThan(20);
    await suivi('exporter', 'tout', '-o', exporte ?? '', '-c', plein ?? '');
    for (const table of ['clients', 'affaires', 'devis', 'factures']) {
      for (const source of [plein ?? '', exporte ?? '']) {
        const bilan = importer(table, source, plein ?? '');
        expect([table, bilan]).toEqual([
          table,
          expect.objectContaining({ creees: 0, modifiees: 0, inchangees: bilan.lues }),
        ]);
      }
    }
  },
);
