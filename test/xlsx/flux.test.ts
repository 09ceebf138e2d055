import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { date, libre, long, montant, taux, texte } from '../../src/classeur/colonne';
import { ecrireClasseurEnFlux } from '../../cli/workbooks/xlsx/ecrire-en-flux';
import { euros, jour } from '../support/valeurs';
import { dossierNeuf, ouvrir, reenregistrerParLibreOffice, vuParOpenpyxl } from './outils';

const COLONNES = [
  texte('Nom & « clé »'),
  montant('Montant'),
  date('Le'),
  taux('Taux'),
  libre('Figure'),
  long('Notes'),
];
const LIGNES = [
  ['=1+1', euros(12.5), jour('2026-03-02'), 0.2, { genre: 'taux', valeur: 0.5 }, 'a\nb'],
  ['Été 😀', null, undefined, 0, true, ''],
  ['x', euros(-1), null, null, 'texte', null],
];

describe('écrire en flux', () => {
  it('se relit pareil par nous, exceljs, openpyxl et LibreOffice', async () => {
    const chemin = join(dossierNeuf(), 'f.xlsx');
    const feuilles = [
      { onglet: 'Un & deux', colonnes: COLONNES, lignes: LIGNES },
      { onglet: 'Vide', colonnes: COLONNES, lignes: [] },
    ];
    expect(await ecrireClasseurEnFlux(chemin, feuilles)).toBe(3);
    for (const fichier of [chemin, reenregistrerParLibreOffice(chemin)]) {
      const source = ouvrir(fichier).source();
      expect(source.onglets).toEqual(['Un & deux', 'Vide']);
      expect(source.entete('Vide')[0]).toBe('Nom & « clé »');
      expect([...source.lignes('Un & deux')].map((l) => l.cellules)).toEqual([
        ['=1+1', 12.5, 46083, 0.2, 0.5, 'a\nb'],
        ['Été 😀', undefined, undefined, 0, 'Oui'],
        ['x', -1, undefined, undefined, 'texte'],
      ]);
      expect([...source.lignes('Vide')]).toEqual([]);
    }
    const vu = vuParOpenpyxl(chemin);
    expect(vu.cellules['Un & deux']).toMatchObject({ B2: 12.5, C2: '2026-03-02T00:00:00' });
    expect(vu.formats['Un & deux']).toMatchObject({
      C2: 'dd/mm/yyyy',
      E2: '0.0\\ %',
      D2: '0.0\\ %',
    });
    expect(vu.filtres['Un & deux']).toBe('A1:F4');
    const exceljs = new ExcelJS.Workbook();
    await exceljs.xlsx.readFile(chemin);
    expect(exceljs.getWorksheet('Un & deux')?.getCell('A3').value).toBe('Été 😀');
  }, 60_000);

  it('accepte des lignes qui arrivent peu à peu', async () => {
    const chemin = join(dossierNeuf(), 'f.xlsx');
    async function* lignes() {
      for (let i = 0; i < 20_000; i++) yield [`n° ${i}`, i];
    }
    await ecrireClasseurEnFlux(chemin, [{ onglet: 'A', colonnes: COLONNES, lignes: lignes() }]);
    const lues = [...ouvrir(chemin).source().lignes('A')];
    expect(lues).toHaveLength(20_000);
    expect(lues.at(-1)).toEqual({ ligne: 20_001, cellules: ['n° 19999', 199.99] });
  });

  it.each([
    [
      'une source qui échoue',
      () => {
        throw new Error('source coupée');
      },
      /source coupée/,
    ],
    ['un texte trop long', () => ['x'.repeat(32_768)], /« A », cellule A2 : le texte a 32\s768/],
  ])('%s : le fichier d’avant reste, rien ne traîne', async (_, ligne, attendu) => {
    const dossier = dossierNeuf();
    const chemin = join(dossier, 'f.xlsx');
    writeFileSync(chemin, 'avant');
    function* lignes() {
      yield ligne();
    }
    await expect(
      ecrireClasseurEnFlux(chemin, [{ onglet: 'A', colonnes: COLONNES, lignes: lignes() }]),
    ).rejects.toThrow(attendu);
    expect(readFileSync(chemin, 'utf8')).toBe('avant');
    expect(readdirSync(dossier)).toEqual(['f.xlsx']);
  });

  it('un dossier absent est dit', async () => {
    const chemin = join(dossierNeuf(), 'absent', 'f.xlsx');
    await expect(
      ecrireClasseurEnFlux(chemin, [{ onglet: 'A', colonnes: COLONNES, lignes: [] }]),
    ).rejects.toMatchObject({ problemes: [{ code: 'ECRITURE_IMPOSSIBLE' }] });
    expect(existsSync(chemin)).toBe(false);
  });

  it('plus d’un million de lignes : refusé', async () => {
    const chemin = join(dossierNeuf(), 'f.xlsx');
    const lignes = {
      *[Symbol.iterator]() {
        for (;;) yield [];
      },
    };
    await expect(
      ecrireClasseurEnFlux(chemin, [{ onglet: 'A', colonnes: COLONNES, lignes }]),
    ).rejects.toMatchObject({ problemes: [{ code: 'ONGLET_PLEIN' }] });
  }, 60_000);
});
