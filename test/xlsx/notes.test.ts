import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { remplacer, type Changement } from '../../src/classeur/changements';
import { lettreColonne } from '../../src/classeur/source';
import { REVUE_HEBDO } from '../../src/classeur/tables/revue-hebdo';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { euros } from '../support/valeurs';
import { classeurALaMain } from './a-la-main';
import { classeurNeuf, differences, dossierNeuf, parties, python, vuParOpenpyxl } from './outils';

const appliquer = (octets: Buffer, ...changements: Changement[]): Buffer =>
  Buffer.concat(appliquerChangements(ClasseurXlsx.ouvrir(octets, 'c.xlsx'), changements));
const refaire = (numeros: readonly string[]): Changement =>
  remplacer(
    'revueHebdo',
    numeros.map((numero) => ({ numero, client: `Client ${numero}`, suggestion: 'Attendre' })),
  );

// « Revue hebdo » avec trois colonnes de l'utilisateur (A, D, S) et une de formules (T).
const NOTES = ['A', 'D', 'S'] as const;
const ENTETES = Object.values(REVUE_HEBDO.colonnes).map((c) => c.entete);
ENTETES.splice(2, 0, '');
ENTETES.unshift('Mon avis');
const NUMERO = 'B';

const texte = (r: string, t: string, s = ''): string =>
  `<c r="${r}"${s} t="inlineStr"><is><t>${t}</t></is></c>`;
type Cellules = Readonly<Record<string, string>>;

/** Une feuille à la main : par ligne, le XML de ses cellules par colonne. */
function revue(lignes: readonly Cellules[], suite = ''): Buffer {
  const entete = ENTETES.map((e, i) => (e ? texte(`${lettreColonne(i)}1`, e) : '')).join('');
  const corps = lignes.map((cellules, i) => {
    const xml = Object.keys(cellules).sort((a, b) => a.localeCompare(b));
    return `<row r="${i + 2}">${xml.map((c) => cellules[c]).join('')}</row>`;
  });
  return classeurALaMain({
    feuille: `<row r="1">${entete}</row>${corps.join('')}`,
    suite,
    autres: {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Revue hebdo" sheetId="1" r:id="r0"/></sheets></workbook>',
    },
  });
}
const feuilleDe = (octets: Buffer): string =>
  strFromU8(parties(octets)['xl/worksheets/sheet1.xml'] as Uint8Array);

/** Contenu des cellules remplies de quelques colonnes, par adresse. */
function lues(octets: Buffer, colonnes: readonly string[]): Record<string, unknown> {
  const vues: Record<string, unknown> = {};
  for (const { ligne, cellules } of ClasseurXlsx.ouvrir(octets, 'c').source().lignes('Revue hebdo'))
    cellules.forEach((v, rang) => {
      const colonne = lettreColonne(rang);
      if (ligne > 1 && v !== undefined && colonnes.includes(colonne)) vues[colonne + ligne] = v;
    });
  return vues;
}
const formules = (octets: Buffer): string[] =>
  [...feuilleDe(octets).matchAll(/<c r="([A-Z]+\d+)"[^>]*><f[^>]*>[^<]*<\/f>/g)].map((m) => m[0]);

const ligne = (l: number, numero: string, note: string): Cellules => ({
  A: texte(`A${l}`, note, ' s="1"'),
  [NUMERO]: texte(`${NUMERO}${l}`, numero),
});

describe('les notes de l’utilisateur suivent leur enregistrement', () => {
  const depart = revue([ligne(2, 'D1', 'un'), ligne(3, 'D2', 'deux'), ligne(4, 'D3', 'trois')]);

  it.each<[string, readonly string[], Record<string, string>]>([
    ['même ordre', ['D1', 'D2', 'D3'], { A2: 'un', A3: 'deux', A4: 'trois' }],
    ['autre ordre', ['D3', 'D1', 'D2'], { A2: 'trois', A3: 'un', A4: 'deux' }],
    ['N° écrit autrement', ['d3', ' D1', 'D2'], { A2: 'trois', A3: 'un', A4: 'deux' }],
    ['un nouveau en tête', ['N', 'D1', 'D2', 'D3'], { A3: 'un', A4: 'deux', A5: 'trois' }],
    ['un disparu : sa note dessous', ['D3', 'D2'], { A2: 'trois', A3: 'deux', A4: 'un' }],
    ['tous disparus', [], { A2: 'un', A3: 'deux', A4: 'trois' }],
  ])('%s', (_, numeros, attendu) => {
    const apres = appliquer(depart, refaire(numeros));
    expect(lues(apres, ['A'])).toEqual(attendu);
    expect(feuilleDe(appliquer(apres, refaire(numeros)))).toBe(feuilleDe(apres));
  });

  it('la note d’un disparu porte son N°, rien d’autre, et le retrouve s’il revient', () => {
    const apres = appliquer(depart, refaire(['D3', 'D2']));
    expect(lues(apres, [NUMERO, 'C', 'N'])).toMatchObject({ B2: 'D3', B4: 'D1' });
    expect(
      lues(
        apres,
        ENTETES.map((_e, i) => lettreColonne(i)),
      ).C4,
    ).toBeUndefined();
    const revenu = appliquer(apres, refaire(['D1', 'D2', 'D3']));
    expect(lues(revenu, ['A'])).toEqual({ A2: 'un', A3: 'deux', A4: 'trois' });
  });

  it('le style suit la note ; la place quittée reprend celui de la colonne', () => {
    const xml = feuilleDe(appliquer(depart, refaire(['N', 'D1', 'D2', 'D3'])));
    expect(xml).toContain('<c r="A2"/>');
    expect(xml).toContain('<c r="A3" s="1" t="inlineStr"><is><t>un</t></is></c>');
  });

  it('une note sans N° reste à sa place, ou descend si une ligne générée la prend', () => {
    const octets = revue([ligne(2, 'D1', 'un'), {}, { A: texte('A4', 'à part') }]);
    const peu = appliquer(octets, refaire(['D1']));
    expect(lues(peu, ['A', NUMERO])).toEqual({ A2: 'un', B2: 'D1', A4: 'à part' });
    const plein = appliquer(octets, refaire(['X', 'Y', 'Z', 'D1']));
    expect(lues(plein, ['A'])).toEqual({ A5: 'un', A6: 'à part' });
    expect(lues(plein, [NUMERO]).B6).toBeUndefined();
  });

  it('une formule ne bouge pas ; la note dont elle tient la place va dessous', () => {
    const octets = revue([
      { ...ligne(2, 'D1', 'un'), S: '<c r="S2"><f>1+1</f><v>2</v></c>' },
      { ...ligne(3, 'D2', 'deux'), S: texte('S3', 'S de D2') },
    ]);
    const apres = appliquer(octets, refaire(['D2', 'D1']));
    expect(formules(apres)).toEqual(['<c r="S2"><f>1+1</f>']);
    expect(lues(apres, ['A', NUMERO, 'S'])).toEqual({
      ...{ A2: 'deux', B2: 'D2', S2: 2, A3: 'un', B3: 'D1', B4: 'D2', S4: 'S de D2' },
    });
    expect(feuilleDe(appliquer(apres, refaire(['D2', 'D1'])))).toBe(feuilleDe(apres));
  });

  it('les cellules d’une matrice ne bougent pas', () => {
    const octets = revue([
      { ...ligne(2, 'D1', 'un'), S: '<c r="S2"><f t="array" ref="S2:S3">x</f><v>1</v></c>' },
      { ...ligne(3, 'D2', 'deux'), S: '<c r="S3"><v>2</v></c>' },
    ]);
    const apres = appliquer(octets, refaire(['D2', 'D1']));
    expect(lues(apres, ['A', 'S'])).toEqual({ A2: 'deux', S2: 1, A3: 'un', S3: 2 });
  });
});

it('pour tout ordre, retrait ou ajout : chaque note reste à côté de son N°, aucune ne se perd', () => {
  const noms = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'];
  const sorte = fc.constantFrom('note', 'formule', 'rien');
  const uneLigne = fc.record({ A: sorte, D: sorte, S: sorte });
  const lignes = fc.shuffledSubarray(noms);
  const contenus = fc.array(uneLigne, { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(
      lignes,
      contenus,
      fc.array(lignes, { minLength: 1, maxLength: 3 }),
      (a, c, suites) => {
        const attendues: string[] = [];
        let octets = revue(
          a.map((numero, i) => {
            const l = i + 2;
            const cellules: Record<string, string> = {
              [NUMERO]: texte(`${NUMERO}${l}`, numero),
              T: `<c r="T${l}"><f>A${l}</f><v>0</v></c>`,
            };
            for (const colonne of NOTES) {
              const r = `${colonne}${l}`;
              const note = `${numero} ${colonne}`;
              if (c[i]?.[colonne] === 'formule') cellules[colonne] = `<c r="${r}"><f>1</f></c>`;
              if (c[i]?.[colonne] !== 'note') continue;
              cellules[colonne] = texte(r, note);
              attendues.push(note);
            }
            return cellules;
          }),
        );
        const figees = formules(octets);
        for (const numeros of suites) {
          octets = appliquer(octets, refaire(numeros));
          expect(formules(octets).sort()).toEqual([...figees].sort());
          const vues = lues(octets, [...NOTES, NUMERO]);
          const notes = Object.entries(vues).filter(
            ([r, v]) => !r.startsWith(NUMERO) && typeof v === 'string',
          );
          expect(notes.map(([, v]) => v).sort()).toEqual([...attendues].sort());
          for (const [r, v] of notes) {
            const [numero, colonne] = String(v).split(' ');
            expect([r[0], vues[NUMERO + r.slice(1)]]).toEqual([colonne, numero]);
            const rang = numeros.indexOf(numero ?? '');
            const place = `${colonne}${rang + 2}`;
            const prise = figees.some((f) => f.startsWith(`<c r="${place}"`));
            if (rang >= 0 && !prise) expect(r).toBe(place);
          }
          expect(feuilleDe(appliquer(octets, refaire(numeros)))).toBe(feuilleDe(octets));
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('vu par openpyxl : trois colonnes, styles et formules ; les autres parties intactes', async () => {
  const dossier = dossierNeuf();
  const chemin = await classeurNeuf(join(dossier, 'neuf.xlsx'), {
    revueHebdo: ['D1', 'D2', 'D3'].map((numero) => ({ numero, montantHt: euros(100) })),
  });
  const annote = join(dossier, 'annote.xlsx');
  python('annoter.py', chemin, annote);
  const avant = readFileSync(annote);
  const apres = appliquer(avant, refaire(['D3', 'N', 'D1']));
  const change = differences(avant, apres).filter((p) => !p.startsWith('xl/worksheets/sheet'));
  expect(change.filter((p) => p !== 'xl/styles.xml' && p !== 'xl/workbook.xml')).toEqual([]);
  expect(differences(avant, apres).filter((p) => p.startsWith('xl/worksheets/')).length).toBe(1);
  const fichier = join(dossier, 'apres.xlsx');
  writeFileSync(fichier, apres);
  const { cellules, formats, commentaires } = vuParOpenpyxl(fichier);
  expect(cellules['Revue hebdo']).toMatchObject({
    ...{ A2: 'gauche D3', B2: 'D3', E2: 0.04, S2: 'droite D3', T2: '=F2*E2' },
    ...{ B3: 'N', T3: '=F3*E3' },
    ...{ A4: 'gauche D1', B4: 'D1', E4: 0.02, S4: 'droite D1', T4: '=F4*E4' },
    ...{ A5: 'gauche D2', B5: 'D2', E5: 0.03, S5: 'droite D2' },
  });
  for (const r of ['A3', 'E3', 'S3', 'C5']) expect(cellules['Revue hebdo']?.[r]).toBeUndefined();
  expect(formats['Revue hebdo']?.['E5']).toBe('0%');
  expect(commentaires).toEqual(['À voir']);

  // Sans identité, rien ne bouge.
  writeFileSync(fichier, appliquer(avant, remplacer('anomalies', [{ code: 'R1' }])));
  expect(vuParOpenpyxl(fichier).cellules['Anomalies']).toMatchObject({ Z2: 'a', Z3: 'b' });
});
