import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import type { Devis } from '../../src/classeur/tables/devis';
import { depuisSerie } from '../../src/commun/date-civile';
import { decoderCellule, echapperCellule, enOctets } from '../../cli/workbooks/xlsx/xml-texte';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { classeurALaMain } from './a-la-main';
import { decalerFormule } from '../../cli/workbooks/xlsx/formule-partagee';
import {
  classeurNeuf,
  dossierNeuf,
  ouvrir,
  reenregistrerParLibreOffice,
  snapshotDe,
  vuParOpenpyxl,
} from './outils';

const texte = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const piege = fc.constantFrom(
  '=1+1',
  '_x0041_',
  '_x005F_x',
  '\r\n',
  '\0',
  ' bord ',
  '&amp;',
  ']]>',
  '😀',
  '\ufffe',
);

it('tout texte survit à une cellule', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(texte, piege)), (morceaux) => {
      const t = morceaux.join('');
      expect(decoderCellule(enOctets(echapperCellule(t)))).toBe(t);
    }),
    { numRuns: 2000 },
  );
});

it('décaler une formule, puis en sens inverse, la rend', () => {
  const ref = fc.tuple(
    fc.constantFrom('', '$'),
    fc.integer({ min: 30, max: 700 }),
    fc.constantFrom('', '$'),
    fc.integer({ min: 50, max: 9000 }),
  );
  const lettres = (n: number): string =>
    (n > 26 ? lettres(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));
  const jeton = fc.oneof(
    ref.map(([a, c, b, l]) => `${a}${lettres(c)}${b}${l}`),
    fc.constantFrom(
      'LOG10(',
      'SUM(',
      '"A60"',
      "'Onglet A60'!",
      'Table[Col A60]',
      'nom_A60',
      '1.5',
      '+',
      ')',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(jeton),
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: -20, max: 20 }),
      (jetons, dl, dc) => {
        const formule = jetons.join(' ');
        expect(decalerFormule(decalerFormule(formule, dl, dc), -dl, -dc)).toBe(formule);
      },
    ),
  );
});

it.each([
  ['A1+$B$2+C$3+$D4', 1, 2, 'C2+$B$2+E$3+$D5'],
  ['SUM(A:A)+SUM(2:$3)', 1, 1, 'SUM(B:B)+SUM(3:$3)'],
  ['LOG10(A1)&"A1"&\'F A1\'!B2&Devis!C3', 1, 0, 'LOG10(A2)&"A1"&\'F A1\'!B3&Devis!C4'],
  ['A2', 0, -1, '#REF!2'],
])('%s décalée de %i lignes et %i colonnes', (formule, dl, dc, attendu) => {
  expect(decalerFormule(formule, dl, dc)).toBe(attendu);
});

function lireTout(feuille: string): unknown {
  try {
    const source = ClasseurXlsx.ouvrir(classeurALaMain({ feuille }), 'c.xlsx').source();
    return [...source.lignes('Devis')].every(({ ligne }) => ligne > 1) ? 'lue' : 'faux';
  } catch (erreur) {
    return erreur;
  }
}

it('une feuille abîmée est lue ou refusée, jamais plantée ni sans fin', () => {
  const feuille =
    '<row r="2" spans="1:2"><c r="A2" s="1" t="inlineStr"><is><t>a&amp;é</t></is></c><c t="s"><v>0</v></c></row><!-- x --><row><c><f t="shared" ref="A3" si="0">A1</f><v>1</v></c></row>';
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.nat(feuille.length),
          fc.nat(3),
          fc.constantFrom('', '<', '>', '"', '/', '=', '!--', 'r', '&#x41;', ' '),
        ),
      ),
      (coups) => {
        let xml = feuille;
        for (const [p, n, par] of coups) xml = xml.slice(0, p) + par + xml.slice(p + n);
        const issue = lireTout(xml);
        expect(issue === 'lue' || issue instanceof ErreurClasseur).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

// Texte qu'un autre programme relit tel quel : sans caractère de contrôle, ni bords blancs ôtés ici.
const lisible = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((t) => t.trim() === t && t !== '' && !t.includes('_x'));
const devis = fc.record({
  client: lisible,
  objet: fc.oneof(lisible, fc.constantFrom('=SOMME(A1)', '+33 1', '-5', '@x', '007', '1e5')),
  montantHt: fc.integer({ min: -1e9, max: 1e9 }),
  tauxTva: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  envoyeLe: fc.integer({ min: 61, max: 2_900_000 }).map((n) => depuisSerie(n)),
});

it('valeurs quelconques : relues pareilles par nous, par openpyxl, après LibreOffice', async () => {
  const lignes = fc.sample(devis, { numRuns: 300, seed: 42 });
  const dossier = dossierNeuf();
  const chemin = await classeurNeuf(join(dossier, 'c.xlsx'));
  const changements = lignes.map((l) => ajouter('devis', l as unknown as Partial<Devis>));
  writeFileSync(chemin, Buffer.concat(appliquerChangements(ouvrir(chemin), changements)));
  const champs = (chemin: string): unknown[] =>
    snapshotDe(ouvrir(chemin)).tables.devis.map(
      ({ client, objet, montantHt, tauxTva, envoyeLe }) => ({
        client,
        objet,
        montantHt,
        tauxTva,
        envoyeLe,
      }),
    );
  expect(champs(chemin)).toEqual(lignes);
  const vu = vuParOpenpyxl(chemin).cellules['Devis'] ?? {};
  lignes.forEach((l, i) => {
    expect([vu[`D${i + 2}`], vu[`E${i + 2}`], vu[`F${i + 2}`]]).toEqual([
      l.client,
      l.objet,
      l.montantHt / 100,
    ]);
    expect(String(vu[`Q${i + 2}`]).slice(0, 10)).toBe(l.envoyeLe);
  });
  expect(champs(reenregistrerParLibreOffice(chemin))).toEqual(lignes);
}, 120_000);
