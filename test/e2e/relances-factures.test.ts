import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

interface Relances {
  dues: number;
  factures: Record<string, unknown>[];
}

const FACTURES = [
  'N°;Client;Type;Montant HT;Montant TTC;Émise le;Échéance;Payé le',
  'FAC-1;Mairie de Lunel;Solde;1000;1200;02/01/2026;16/01/2026;',
  'FAC-2;Mairie de Lunel;Solde;100;120;02/01/2026;15/02/2026;',
  'FAC-3;Mairie de Lunel;Solde;100;120;02/01/2026;15/02/2026;20/02/2026',
  'FAC-4;Mairie de Lunel;Solde;100;120;02/02/2026;30/04/2026;',
];

it('suivi relances écrit aussi la prochaine étape des factures, et dit celles du jour', async () => {
  const dossier = await dossierTemporaire();
  const classeur = join(dossier, 'suivi.xlsx');
  const source = join(dossier, 'factures.csv');
  await writeFile(source, FACTURES.join('\n'));
  const la = ['-c', classeur, '--le', '2026-03-02'];
  expect((await suivi('init', classeur)).code).toBe(0);
  expect((await suivi('importer', 'factures', source, ...la)).code).toBe(0);

  const { code, json } = await suiviJson<Relances>('relances', '-o', join(dossier, 'b'), ...la);
  expect(code).toBe(0);
  expect(json.dues).toBe(0);
  expect(Object.keys(json)).toEqual(['dues', 'brouillons', 'refusees', 'factures']);
  expect(json.factures).toEqual([
    {
      numero: 'FAC-1',
      client: 'Mairie de Lunel',
      etape: 'Transmettre le dossier à l’assureur-crédit',
      le: '2026-03-02',
      resteDuTtc: 1200,
      joursRetard: 45,
    },
    {
      numero: 'FAC-2',
      client: 'Mairie de Lunel',
      etape: 'Courrier de rappel n° 1',
      le: '2026-02-23',
      resteDuTtc: 120,
      joursRetard: 15,
    },
  ]);

  const { stdout } = await suivi('relances', '-o', join(dossier, 'b'), ...la);
  const texte = stdout.replace(/[\u00a0\u202f]/g, ' ');
  expect(texte).toMatch(/2 factures à suivre :/);
  expect(texte).toMatch(/FAC-1.*Transmettre le dossier à l’assureur-crédit.*45 jours.*1 200,00 €/);

  const fichier = join(dossier, 'factures.json');
  await suivi('exporter', 'factures', '-o', fichier, ...la);
  const ecrites = JSON.parse(await readFile(fichier, 'utf8')) as Record<string, unknown>[];
  expect(ecrites.map((f) => [f['prochaineEtape'], f['prochaineEtapeLe']])).toEqual([
    ['Transmettre le dossier à l’assureur-crédit', '2026-03-02'],
    ['Courrier de rappel n° 1', '2026-02-23'],
    [null, null],
    ['Appeler : la facture est-elle bien reçue ?', '2026-04-15'],
  ]);
});
