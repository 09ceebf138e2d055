import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import type { OptionsSource } from '../../cli/fichiers/source-lue';
import { TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { contexte } from '../support/valeurs';
import { DONNEES, SANS_DONNEES } from '../support/donnees';

let dossier = '';
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'suivi-'));
});
afterAll(() => rm(dossier, { recursive: true }));

async function lire(nom: string, octets: Buffer | string, options?: OptionsSource) {
  const chemin = join(dossier, nom);
  await writeFile(chemin, octets);
  return lireSource(chemin, options);
}

const cellules = (lu: Awaited<ReturnType<typeof lireSource>>) =>
  lignesDe(lu).map((l) => l.cellules);
const lignesDe = (lu: Awaited<ReturnType<typeof lireSource>>) => [...(lu.source?.lignes ?? [])];

async function classeur(remplir: (c: ExcelJS.Workbook) => void): Promise<Buffer> {
  const c = new ExcelJS.Workbook();
  remplir(c);
  return Buffer.from(await c.xlsx.writeBuffer());
}

describe('un JSON dont la liste est dans un objet', () => {
  const DATA = '"data":[{"client":"Mairie"}]';
  const CLIENTS = '"Clients":[{"client":"ACME"}]';
  const feuille = (f: string): OptionsSource => ({ feuille: f });
  const pour: OptionsSource = { onglet: 'Clients', table: 'clients' };

  it.each<[string, string, OptionsSource, string, unknown]>([
    ['la seule', `{"total":1,"erreurs":[],"ids":[1],${DATA}}`, {}, 'data', 'Mairie'],
    ['celle de la table', `{${DATA},${CLIENTS}}`, pour, 'Clients', 'ACME'],
    ['celle que l’on demande', `{${DATA},${CLIENTS}}`, feuille('DATA'), 'data', 'Mairie'],
  ])('%s', async (_, json, options, liste, client) => {
    const lu = await lire('objet.json', json, options);
    expect(lu.problemes).toEqual([]);
    expect(cellules(lu)).toEqual([['client'], [client]]);
    expect(lu.source?.description.feuille).toBe(liste);
  });

  it('vide, elle se relit sans une ligne', async () => {
    const lu = await lire('vide.json', '{"total":0,"data":[]}');
    expect([lu.problemes, lignesDe(lu)]).toEqual([[], []]);
  });

  it.each<[string, string, OptionsSource, string, RegExp]>([
    [
      'deux',
      `{${DATA},${CLIENTS}}`,
      {},
      'SOURCE_JSON_LISTES',
      /« data », « Clients »\. .*--feuille NOM/,
    ],
    ['une autre', `{${DATA}}`, feuille('x'), 'FEUILLE_ABSENTE', /pas de feuille « x ».* « data »/],
    ['un tableau nu', '[{"a":1}]', feuille('x'), 'SOURCE_SANS_FEUILLE', /« --feuille x »/],
    ['aucune', '{"data":{"a":[{"b":1}]}}', {}, 'SOURCE_JSON', /ce n’est pas un tableau/],
    ['des nombres', '{"data":[1]}', {}, 'SOURCE_JSON', /ce n’est pas un tableau/],
    ['null', 'null', {}, 'SOURCE_JSON', /ce n’est pas un tableau/],
    [
      'un objet dans un objet',
      '{"data":[{"a":{"b":1}}]}',
      {},
      'SOURCE_JSON',
      /« a » contient un objet/,
    ],
  ])('%s : refusé, et dit', async (_, json, options, code, phrase) => {
    const { problemes } = await lire('non.json', json, options);
    expect(problemes.map((p) => p.code)).toEqual([code]);
    expect(problemes.map(messageDe).join()).toMatch(phrase);
  });
});

it.each(['a.csv', 'a.txt', 'a.ndjson'])('%s n’a pas de feuilles', async (nom) => {
  const { problemes } = await lire(nom, '{"a":1}\n', { feuille: 'F1' });
  expect(problemes.map((p) => p.code)).toEqual(['SOURCE_SANS_FEUILLE']);
});

describe('encodage', () => {
  const texte = 'Société;Prix\r\nL’œuvre;5 €\r\n';
  it.each([
    ['utf-8', Buffer.from(texte)],
    ['utf-8', iconv.encode(texte, 'utf-8', { addBOM: true })],
    ['utf-16le', iconv.encode(texte, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(texte, 'utf-16be', { addBOM: true })],
    ['windows-1252', iconv.encode(texte, 'windows-1252')],
  ] as const)('%s', async (encodage, octets) => {
    const lu = await lire('e.csv', octets);
    expect(cellules(lu)).toEqual([
      ['Société', 'Prix'],
      ['L’œuvre', '5 €'],
    ]);
    expect(lu.source?.description.encodage).toBe(encodage);
  });
});

describe('CSV', () => {
  it.each([
    [';', 'a;b;c\n1,5;2,5;x\n3,5;4,5;"y;z"'],
    [',', 'a,b,c\n1,2;3,x\n"4,5",6,y'],
    ['\t', 'a\tb\tc\n1\t2,5\tx;y'],
    ['|', 'a|b|c\n1,2|3,4|5,6\n7|8|9'],
    [';', 'seule\ncolonne'],
    // Lu par des virgules, ce guillemet serait ouvert jusqu'à la fin.
    [';', 'Projet;Montant\n1 234,50 €\n;" ,"\nDupont\nEnvoyé'],
  ])('séparateur %j', async (separateur, texte) => {
    expect((await lire('s.csv', texte)).source?.description.separateur).toBe(separateur);
  });

  it.each(['\n', '\r\n', '\r'])('les numéros de ligne sont ceux du fichier (%j)', async (fin) => {
    const texte = ['a;b', `"x${fin}y";2`, '', '3;4', ''].join(fin);
    expect(lignesDe(await lire('n.csv', texte))).toEqual([
      { ligne: 1, derniere: 1, cellules: ['a', 'b'] },
      { ligne: 2, derniere: 3, cellules: [`x${fin}y`, '2'] },
      { ligne: 4, derniere: 4, cellules: [''] },
      { ligne: 5, derniere: 5, cellules: ['3', '4'] },
    ]);
  });

  it('tolère des fins de ligne mêlées et un guillemet orphelin', async () => {
    expect(cellules(await lire('m.csv', 'Cap";"Nom"\r\n1;"a""b"\n2;c\r\n'))).toEqual([
      ['Cap"', 'Nom'],
      ['1', 'a"b'],
      ['2', 'c'],
    ]);
  });

  it('ôte l’apostrophe de protection, garde une formule comme texte', async () => {
    expect(cellules(await lire('p.csv', "a;b\n'=1+1;=A1"))).toEqual([
      ['a', 'b'],
      ['=1+1', '=A1'],
    ]);
  });

  it('un texte forcé pour Excel (="0123") est ce texte', async () => {
    const csv = 'a;b;c\n="0123";"=""04 7""";="dit ""oui"""';
    expect(cellules(await lire('p.csv', csv))).toEqual([
      ['a', 'b', 'c'],
      ['0123', '04 7', 'dit "oui"'],
    ]);
  });
});

describe('JSON', () => {
  it('un tableau d’objets, aux clés diverses', async () => {
    const lu = await lire(
      'j.json',
      '[{"client":"M","montantHt":1.5},{"client":"N","fait":true,"x":null}]',
    );
    expect(lignesDe(lu)).toEqual([
      { ligne: 0, cellules: ['client', 'montantHt', 'fait', 'x'] },
      { ligne: 1, cellules: ['M', 1.5, null, null] },
      { ligne: 2, cellules: ['N', null, true, null] },
    ]);
  });

  it('un objet par ligne', async () => {
    const lu = await lire('j.ndjson', '{"a":1}\n\n{"a":2}\n');
    expect(lignesDe(lu).map((l) => l.ligne)).toEqual([0, 1, 3]);
  });
});

describe('classeur étranger', () => {
  it('lit dates, formules, textes enrichis, liens et erreurs', async () => {
    const octets = await classeur((c) => {
      c.addWorksheet('Vide');
      const f = c.addWorksheet('Données');
      f.addRow(['Titre']);
      f.mergeCells('A1:C1');
      f.addRow([new Date(Date.UTC(2026, 2, 2)), 12.5, true, 'texte']);
      f.getCell('A3').value = { formula: 'B2*2', result: 25 };
      f.getCell('B3').value = { richText: [{ text: 'a' }, { text: 'b', font: { bold: true } }] };
      f.getCell('C3').value = { text: 'site', hyperlink: 'https://exemple.fr' };
      f.getCell('D3').value = { error: '#N/A' };
      f.getCell('A5').value = { formula: 'B2', result: undefined } as ExcelJS.CellFormulaValue;
      f.getCell('B5').value = 'fin';
    });
    const lu = await lire('x.xlsx', octets, { feuille: 'donnees' });
    expect(lu.source?.description).toMatchObject({
      format: 'xlsx',
      feuille: 'Données',
      feuilles: ['Vide', 'Données'],
    });
    expect(lignesDe(lu)).toEqual([
      { ligne: 1, cellules: ['Titre'] },
      {
        ligne: 2,
        montrees: new Map([[0, '02/03/2026']]),
        cellules: [46083, 12.5, true, 'texte'],
      },
      { ligne: 3, cellules: [25, 'ab', 'site', { erreur: '#N/A' }] },
      { ligne: 4, cellules: [] },
      { ligne: 5, cellules: [{ erreur: '=B2' }, 'fin'] },
    ]);
  });

  it('choisit la feuille demandée, sinon celle de l’onglet', async () => {
    const octets = await classeur((c) => {
      c.addWorksheet('Accueil').addRow(['x']);
      c.addWorksheet('Devis').addRow(['y']);
    });
    expect((await lire('f.xlsx', octets, { onglet: 'Devis' })).source?.description.feuille).toBe(
      'Devis',
    );
    expect((await lire('f.xlsx', octets, { onglet: 'Clients' })).source?.description.feuille).toBe(
      'Accueil',
    );
    expect((await lire('f.xlsx', octets, { feuille: 'devis' })).source?.description.feuille).toBe(
      'Devis',
    );
    expect((await lire('f.xlsx', octets, { feuille: 'Rien' })).problemes.map(messageDe)).toEqual([
      '« f.xlsx » n’a pas de feuille « Rien ». Ses feuilles\u00a0: « Accueil », « Devis ».',
    ]);
  });
});

describe('fichiers refusés, en français', () => {
  it.each<[string, Buffer | string, string]>([
    ['vide.csv', '', 'SOURCE_VIDE'],
    ['blanc.csv', ' ; \n;', 'SOURCE_VIDE'],
    ['creux.json', '[{}]', 'SOURCE_VIDE'],
    ['image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'SOURCE_BINAIRE'],
    ['bruit.csv', Buffer.from([1, 2, 3, 4, 5, 6]), 'SOURCE_BINAIRE'],
    [
      'vieux.xls',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'SOURCE_ILLISIBLE',
    ],
    ['faux.xlsx', Buffer.from('PK\u0003\u0004 cassé'), 'SOURCE_ILLISIBLE'],
    ['ouvert.csv', 'a;b\n1;2\n"x;3\n4;5', 'SOURCE_GUILLEMET'],
    ['cassé.json', '{', 'SOURCE_JSON'],
    ['objet.json', '{"a":1}', 'SOURCE_JSON'],
    ['nombres.json', '[1]', 'SOURCE_JSON'],
    ['niveaux.json', '[{"a":{"b":1}}]', 'SOURCE_JSON'],
    ['cassé.ndjson', '[1]\n{', 'SOURCE_NDJSON'],
  ])('%s', async (nom, octets, code) => {
    const { source, problemes } = await lire(nom, octets);
    expect(source).toBeNull();
    expect(problemes.map((p) => p.code)).toEqual([code]);
    expect(problemes.map(messageDe).join()).toContain(nom);
  });

  it('absent, ou un dossier', async () => {
    expect((await lireSource(join(dossier, 'absent.csv'))).problemes.map((p) => p.code)).toEqual([
      'SOURCE_ABSENTE',
    ]);
    expect((await lireSource(dossier)).problemes.map(messageDe).join()).toContain(
      'est un dossier\u00a0: donnez un des fichiers',
    );
  });

  it('le guillemet ouvert est situé, la clé fautive nommée', async () => {
    const ouvert = await lire('o.csv', 'a;b\n1;2\n"x;3\n4;5');
    expect(ouvert.problemes.map(messageDe).join()).toContain('ligne 3');
    const niveaux = await lire('k.json', '[{"a":{"b":1}},{"a":[1]}]');
    expect(niveaux.problemes.map(messageDe).join()).toContain('ligne 1\u00a0: « a » contient');
  });
});

describe('un CSV trop gros pour être gardé', () => {
  const LIGNES = 7_000_000;
  const gros = (fin: string) =>
    Buffer.concat([Buffer.alloc(4 * LIGNES, 'a;b\n'), iconv.encode(fin, 'windows-1252')]);

  it('dit l’encodage que seule sa fin montre', async () => {
    const { source } = await lire('gros.csv', gros('été;€\n'));
    expect(source?.description).toMatchObject({ encodage: 'windows-1252', separateur: ';' });
    let derniere: unknown;
    for (const ligne of source?.lignes ?? []) derniere = ligne;
    expect(derniere).toMatchObject({ ligne: LIGNES + 1, cellules: ['été', '€'] });
  });

  it('situe un guillemet jamais refermé', async () => {
    const { problemes } = await lire('gros-ouvert.csv', gros('"x;y\n'));
    expect(problemes.map((p) => p.code)).toEqual(['SOURCE_GUILLEMET']);
    expect(problemes.map(messageDe).join()).toContain(`ligne ${LIGNES + 1}`);
  });
});

describe.skipIf(SANS_DONNEES)('fichiers réels', () => {
  const fichiers = existsSync(DONNEES)
    ? readdirSync(DONNEES).flatMap((d) => readdirSync(join(DONNEES, d)).map((f) => join(d, f)))
    : [];
  it.each(fichiers)('%s : chaque table le compte en entier ou le refuse', async (fichier) => {
    const { source, problemes } = await lireSource(join(DONNEES, fichier));
    expect(source === null).toBe(problemes.length > 0);
    if (!source) return;
    for (const table of TABLES_ECHANGEABLES) {
      const {
        resultat: r,
        problemes: refus,
        changements,
      } = planImport(
        new ClasseurEnMemoire().snapshot(),
        table,
        source,
        null,
        contexte('2026-03-02'),
      );
      expect(r.lues).toBe(r.creees + r.modifiees + r.inchangees + r.rejetees);
      const comptees = r.lues + r.ignorees.length + 1; // et l'en-tête
      expect(refus.length > 0 ? changements : comptees).toEqual(
        refus.length > 0 ? [] : [...source.lignes].length,
      );
    }
  });
});

it.each([
  ['rien.json', '[]'],
  ['rien.ndjson', ''],
])('une table vide exportée (%s) se relit, sans une ligne', async (nom, texte) => {
  expect(await lire(nom, texte)).toMatchObject({ source: { lignes: [] }, problemes: [] });
});
