import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';

/** Le script poussé chez Google, dans un contexte nu : ni Node, ni navigateur. */
describe('module Apps Script construit', () => {
  let script = '';

  beforeAll(() => {
    execFileSync(process.execPath, ['apps-script/build.mjs']);
    script = readFileSync('dist/apps-script/suivi.js', 'utf8');
  });

  function ouvrir(cellule: unknown) {
    const menu: string[][] = [];
    const alertes: string[] = [];
    const lectures: string[] = [];
    const onglets = CLES_TABLES.map((cle) => TABLES[cle].onglet);
    const grilles = CLES_TABLES.map((cle) => [
      Object.values(TABLES[cle].colonnes).map((c) => c.entete),
    ]);
    const devis = grilles[CLES_TABLES.indexOf('devis')] as unknown[][];
    devis.push(
      Object.keys(TABLES.devis.colonnes).map((cle) =>
        cle === 'montantHt'
          ? cellule
          : cle === 'numero'
            ? 'DEV-2026-0001'
            : cle === 'version'
              ? 1
              : '',
      ),
    );
    const ui = {
      ButtonSet: { OK: 'OK' },
      alert: (_titre: string, texte: string) => alertes.push(texte),
      createMenu: (nom: string) => {
        menu.push([nom]);
        const m = {
          addItem: (libelle: string, fonction: string) => (menu.push([libelle, fonction]), m),
          addToUi: () => undefined,
        };
        return m;
      },
    };
    const contexte = createContext({
      SpreadsheetApp: { getUi: () => ui, getActiveSpreadsheet: () => ({ getId: () => 'ID' }) },
      Utilities: { formatDate: () => '2026-03-02T09:00' },
      Sheets: {
        Spreadsheets: {
          get: () => ({ sheets: onglets.map((title) => ({ properties: { title } })) }),
          Values: {
            batchGet: (id: string, demande: object) => {
              lectures.push(id, JSON.stringify(demande));
              return { valueRanges: grilles.map((values) => ({ values })) };
            },
          },
        },
      },
    });
    runInContext(script, contexte);
    return { contexte, menu, alertes, lectures };
  }

  it('s’évalue sans rien demander, et chaque entrée du menu est une fonction', () => {
    const { contexte, menu, lectures } = ouvrir(100);
    expect(lectures).toEqual([]);
    runInContext('onOpen()', contexte);
    expect(menu).toEqual([['Suivi commercial'], ['Contrôler', 'controler']]);
    for (const [, fonction] of menu.slice(1)) {
      expect(runInContext(`typeof ${fonction}`, contexte)).toBe('function');
    }
  });

  it('contrôle le classeur en une lecture, et montre la cellule fautive', () => {
    const { contexte, alertes, lectures } = ouvrir('environ 1000');
    runInContext('controler()', contexte);
    expect(lectures).toHaveLength(2);
    expect(lectures[1]).toContain('UNFORMATTED_VALUE');
    expect(alertes[0]).toMatch(/Devis!F2\s: « environ 1000 » n’est pas compris/);
  });

  it('pèse moins de 200 Ko', () => {
    expect(script.length).toBeLessThan(200 * 1024);
  });
});
