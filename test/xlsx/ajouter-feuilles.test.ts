import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ajouterFeuilles, type FeuilleNeuve } from '../../cli/workbooks/xlsx/ajouter-feuilles';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { poserCellules } from '../../cli/workbooks/xlsx/poser-cellules';
import { classeurNeuf, dossierNeuf } from './outils';

const neuve = (nom: string): FeuilleNeuve => ({ nom, largeurs: [null, 40], figees: 1 });

it('des onglets vides de plus, que d’autres lisent ; toutes les autres parties gardent leurs octets', async () => {
  const chemin = join(dossierNeuf(), 'suivi.xlsx');
  await classeurNeuf(chemin, { clients: [{ organisation: 'Mairie' }] });
  const depart = ClasseurXlsx.ouvrir(readFileSync(chemin), chemin);
  const noms = ['Rejets import', 'Été & « Co » <2>'];
  const apres = ClasseurXlsx.ouvrir(ajouterFeuilles(depart, noms.map(neuve)), chemin);
  expect(apres.paquet.feuilles.map((f) => f.nom)).toEqual([
    ...depart.paquet.feuilles.map((f) => f.nom),
    ...noms,
  ]);
  for (const { nom, debut, fin } of depart.paquet.zip.entrees.values()) {
    const nouvelle = apres.paquet.zip.entrees.get(nom);
    if (/workbook\.xml|Content_Types/.test(nom)) continue;
    const octets = apres.paquet.zip.octets.subarray(nouvelle?.debut, nouvelle?.fin);
    expect(octets.equals(depart.paquet.zip.octets.subarray(debut, fin)), nom).toBe(true);
  }
  const rempli = poserCellules(apres, [
    {
      onglet: 'Rejets import',
      cellules: [
        { ligne: 1, rang: 0, contenu: { valeur: 'Organisation' }, genre: 'texte' },
        { ligne: 2, rang: 1, contenu: { valeur: 12.5 }, genre: 'nombre' },
      ],
    },
  ]);
  const lu = new ExcelJS.Workbook();
  await lu.xlsx.load(new Uint8Array(Buffer.concat(rempli)).buffer);
  expect(lu.worksheets.map((w) => w.name).slice(-2)).toEqual(noms);
  const feuille = lu.getWorksheet('Rejets import');
  expect(feuille?.getCell('A1').value).toBe('Organisation');
  expect(feuille?.getCell('B2').value).toBe(12.5);
  expect(feuille?.getColumn(2).width).toBe(40);
  expect(feuille?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
  // Deux fois : les numéros de partie ne se heurtent pas.
  const encore = ClasseurXlsx.ouvrir(ajouterFeuilles(apres, [neuve('Troisième')]), chemin);
  expect(new Set(encore.paquet.feuilles.map((f) => f.partie)).size).toBe(
    encore.paquet.feuilles.length,
  );
});
