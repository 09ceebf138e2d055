import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { construireSnapshot } from '../../src/classeur/snapshot';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

interface Import {
  import: number;
  creees: number;
}

it('deux imports de suite ont deux numéros, et le Journal dit d’où vient chaque ligne', async () => {
  const dossier = await dossierTemporaire();
  const classeur = join(dossier, 'suivi.xlsx');
  const la = ['-c', classeur, '--le', '2026-03-02'];
  const importer = async (table: string, csv: string) => {
    const source = join(dossier, `${table}.csv`);
    await writeFile(source, csv);
    return (await suiviJson<Import>('importer', table, source, ...la)).json;
  };
  expect((await suivi('init', classeur)).code).toBe(0);
  const [clients, devis] = [
    'Organisation;Ville\nMairie de Lunel;Lunel\n',
    'N°;Client;Objet;Montant HT;Statut\nDEV-2026-0113;Mairie de Lunel;Étude;1000;Brouillon\n',
  ];
  expect(await importer('clients', clients)).toMatchObject({ import: 1, creees: 1 });
  expect(await importer('devis', devis)).toMatchObject({ import: 2, creees: 1 });
  // Rien à écrire : pas d'import, et le suivant garde son rang.
  expect(await importer('devis', devis)).toMatchObject({ creees: 0 });
  const tarifs = 'Code;Désignation;Prix HT\nA;Étude;10\n';
  expect(await importer('tarifs', tarifs)).toMatchObject({ import: 3, creees: 1 });

  const xlsx = ClasseurXlsx.ouvrir(await readFile(classeur), classeur);
  const { journal, registre } = construireSnapshot(xlsx.source()).snapshot!.tables;
  expect(journal.map((j) => [j.onglet, j.origine])).toEqual([
    ['Clients', 'import n° 1'],
    ['Devis', 'import n° 2'],
    ['Tarifs', 'import n° 3'],
  ]);
  expect(registre.map((n) => [n.numero, n.pour])).toEqual([['DEV-2026-0113', 'import n° 2']]);

  const { json } = await suiviJson<{ numeros: { trous: unknown[] } }>('controler', ...la);
  expect(json.numeros.trous).toEqual([]);
});
