import { crc32, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ajouter, type Changement } from '../../src/classeur/changements';
import { lettreColonne } from '../../src/classeur/source';
import { DEVIS } from '../../src/classeur/tables/devis';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { fixe } from '../../cli/workbooks/xlsx/cellule-xml';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { comprimerMorceaux } from '../../cli/workbooks/xlsx/compression';
import { OctetsFeuille } from '../../cli/workbooks/xlsx/octets-feuille';
import { Retouches } from '../../cli/workbooks/xlsx/retouches';
import { jour } from '../support/valeurs';
import { classeurALaMain } from './a-la-main';

const texte = fc.string({ unit: fc.nat(0xffff).map((c) => String.fromCharCode(c)), maxLength: 40 });

describe('des octets écrits à mesure', () => {
  it('sont ceux d’UTF-8, paires et codets seuls compris', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(texte, fc.string({ unit: 'grapheme' }))), (textes) => {
        const sortie = new OctetsFeuille();
        for (const t of textes) {
          sortie.ecrire(t);
          sortie.fixe(fixe('é'));
        }
        const attendus = Buffer.concat(textes.map((t) => Buffer.from(`${t}é`)));
        expect(sortie.rendre().equals(attendus)).toBe(true);
        expect(sortie.longueur).toBe(attendus.length);
      }),
    );
  });

  it('se comprennent quels que soient leurs morceaux', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), fc.boolean(), (petits, gros) => {
        const morceaux = gros ? [...petits, new Uint8Array(1_500_000).fill(7), ...petits] : petits;
        const { morceaux: comprimes, crc, taille } = comprimerMorceaux(morceaux);
        const attendus = Buffer.concat(morceaux);
        expect(inflateRawSync(Buffer.concat(comprimes)).equals(attendus)).toBe(true);
        expect([crc, taille]).toEqual([crc32(attendus), attendus.length]);
      }),
      { numRuns: 40 },
    );
  });

  it('des retouches en flux ne se rendent pas d’un bloc', () => {
    const retouches = new Retouches();
    retouches.remplacer(0, 1, 'A');
    retouches.insererFlux(2, [Buffer.from('12'), Buffer.from('3')]);
    expect(Buffer.concat([...retouches.morceaux('abcd')]).toString()).toBe('Ab123cd');
    expect(() => retouches.appliquer('abcd')).toThrow(/flux/);
  });
});

describe('des lignes ajoutées sous toutes les autres', () => {
  const entetes = Object.values(DEVIS.colonnes).map(
    (c, i) => `<c r="${lettreColonne(i)}1" t="inlineStr"><is><t>${c.entete}</t></is></c>`,
  );
  const ouvrir = (lignes: string, avant = '') =>
    ClasseurXlsx.ouvrir(
      classeurALaMain({
        feuille: `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${avant}<sheetData><row r="1">${entetes.join('')}</row>${lignes}</sheetData></worksheet>`,
      }),
      'c.xlsx',
    );
  const devis = (nombre: number): Changement[] =>
    Array.from({ length: nombre }, (_, i) =>
      ajouter('devis', { numero: `N${i}`, objet: '« 1 < 2 » – 😀', envoyeLe: jour('2026-01-01') }),
    );
  const feuilleDe = (octets: Uint8Array[]): string =>
    strFromU8(unzipSync(Buffer.concat(octets))['xl/worksheets/sheet1.xml']!);

  it('sont les mêmes que posées une à une dans des rangées vides', () => {
    const rangees = (n: number) =>
      Array.from({ length: n }, (_, i) => `<row r="${i + 2}"></row>`).join('');
    const dans = feuilleDe(appliquerChangements(ouvrir(rangees(300)), devis(300)));
    expect(feuilleDe(appliquerChangements(ouvrir(''), devis(300)))).toBe(dans);
    expect(feuilleDe(appliquerChangements(ouvrir(rangees(7)), devis(300)))).toBe(dans);
  });

  it('l’étendue de la feuille va jusqu’à leur dernière colonne remplie', () => {
    const avant = '<dimension ref="A1:B1"/>';
    const rang = Object.keys(DEVIS.colonnes).indexOf('envoyeLe');
    expect(feuilleDe(appliquerChangements(ouvrir('', avant), devis(3)))).toContain(
      `<dimension ref="A1:${lettreColonne(rang)}4"/>`,
    );
  });

  it('n’entament pas une formule matricielle qui les attend', () => {
    const ligne = '<row r="2"><c r="A2"><f t="array" ref="A2:A9">F2:F9</f><v>1</v></c></row>';
    expect(() => appliquerChangements(ouvrir(ligne), devis(1))).toThrow(/A3 .*\(A2:A9\)/);
  });

  it('trop lourdes pour être relues, sont refusées', () => {
    expect(() => appliquerChangements(ouvrir(''), devis(100), { limite: 10_000 })).toThrow(
      /« Devis » : ainsi rempli, il dépasserait 500 Mo/,
    );
  });
});
