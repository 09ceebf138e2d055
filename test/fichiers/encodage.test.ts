import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decoder as decoderPage } from '../../apps-script/panneau/decoder';
import { creerDecodeur, decoder } from '../../cli/fichiers/encodage';
import { constatsDe } from '../../src/import/encodage/bilan';
import { estBinaire } from '../../src/import/encodage/reconnaitre';
import { UN_OCTET } from '../../src/import/encodage/un-octet';

const TEXTE = 'Société;Prix\r\nÉlévation à Fès, déjà reçue;5\r\nMême côté;6\r\n';

describe('sans marque, l’encodage se reconnaît', () => {
  it.each([
    ['utf-8', TEXTE],
    ['windows-1252', TEXTE],
    ['windows-1252', 'QUALITÉ\u00a0;L’œuvre… 5\u00a0€\n'],
    ['windows-1252', 'SOCIÉTÉ\u00a0;1\n'],
    ['utf-16le', TEXTE],
    ['utf-16be', TEXTE],
    ['macintosh', TEXTE],
    ['macintosh', TEXTE.replace(/\r\n/g, '\r')],
    ['macintosh', 'SOCIÉTÉ GÉNÉRALE;À PRÉVOIR\n'],
    ['macintosh', 'L’œuvre de Noël… «\u00a0Ça va\u00a0» à Nîmes\n'],
    ['cp850', TEXTE],
    ['cp850', 'SOCIÉTÉ GÉNÉRALE;À PRÉVOIR\n'],
    ['cp850', 'NÎMES;RÉSEAU;n° 5\n'],
    ['iso-8859-15', 'Société;12 €\n'],
    ['iso-8859-15', "L'œuvre;Nîmes\n"],
    ['iso-8859-15', 'TOTAL;12 €\n'],
    ['iso-8859-15', `${'Été à Nîmes, côté forêt\n'.repeat(200)}12 €\n`],
    ['windows-1252', '“Suite”… — 2020–2021;Œuvre\n'],
    ['windows-1252', 'Total\u00a0: 12\u00a0€;n°\u00a05\n'],
    ['windows-1252', '½ journée;Forêt-Noire\n'],
    ['windows-1252', 'Suite…;Fin…;Etc…;Puis…\n'],
    ['windows-1252', 'l’eau;d’abord;qu’il\n'],
    ['windows-1252', 'Peña;Müller;Jørgen\n'],
  ] as const)('%s, %j', (encodage, texte) => {
    const octets = iconv.encode(texte, encodage);
    expect(estBinaire(octets)).toBe(false);
    expect(decoder(octets)).toMatchObject({ texte, encodage, lignesAutres: 0, abime: false });
  });

  it('un paragraphe du guide, dans chacun, en minuscules ou en capitales', async () => {
    const guide = await readFile('docs/guide.md', 'utf8');
    const paragraphes = guide.split('\n\n').flatMap((p) => [p, p.toUpperCase()]);
    let vus = 0;
    for (const texte of paragraphes.map((p) => p.replaceAll('\u202f', '\u00a0'))) {
      if ((texte.match(/[^\0-\x7f]/g) ?? []).length < 10) continue;
      for (const encodage of UN_OCTET) {
        const octets = iconv.encode(texte, encodage);
        if (iconv.decode(octets, encodage) !== texte) continue;
        vus++;
        expect(decoder(octets).texte).toBe(texte);
      }
    }
    expect(vus).toBeGreaterThan(100);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('%s, des émojis', (encodage) => {
    const texte = `Client;Note\nMairie;${'très bien 😀😁 '.repeat(20)}\n`;
    expect(decoder(iconv.encode(texte, encodage))).toMatchObject({ texte, encodage });
  });

  it('un fichier UTF-8 d’une autre langue reste UTF-8', () => {
    expect(decoder(Buffer.from('Šírka;Ωmega;Дом'))).toMatchObject({
      texte: 'Šírka;Ωmega;Дом',
      encodage: 'utf-8',
    });
  });
});

describe('un fichier qui mêle deux encodages', () => {
  const meles = Buffer.concat([
    Buffer.from('Société;Ville\nCréée;Fès\n'),
    iconv.encode('Décidée;Évry\nSans accent;Lyon\nL’été;Sète\n', 'windows-1252'),
    Buffer.from('Été;Orléans\n'),
  ]);
  const attendu =
    'Société;Ville\nCréée;Fès\nDécidée;Évry\nSans accent;Lyon\nL’été;Sète\nÉté;Orléans\n';

  it('se lit ligne par ligne, et le dit', () => {
    const lu = decoder(meles);
    expect(lu).toMatchObject({ texte: attendu, encodage: 'utf-8', lignesAutres: 2 });
    expect(constatsDe(lu).map((p) => p.code)).toEqual(['IMPORT_ENCODAGES_MELES']);
  });

  it('par morceaux quelconques, le texte est le même', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: meles.length }), { maxLength: 6 }),
        (coupes) => {
          const decodeur = creerDecodeur(meles);
          let texte = '';
          let debut = 0;
          for (const fin of [...coupes.sort((a, b) => a - b), meles.length]) {
            texte += decodeur.ecrire(meles.subarray(debut, fin)).join('');
            debut = fin;
          }
          const bilan = decodeur.finir();
          expect(texte + bilan.texte).toBe(attendu);
          expect(bilan).toMatchObject({ encodage: 'utf-8', lignesAutres: 2 });
        },
      ),
    );
  });
});

describe('un fichier abîmé ne perd que ce qui l’est', () => {
  const utf8 = (texte: string): Buffer => Buffer.from(texte);
  const coupe = (octets: Buffer, combien: number): Buffer => octets.subarray(0, -combien);
  it.each([
    [
      'un octet de Windows dans une ligne UTF-8',
      Buffer.concat([utf8('Garçon;Orléans '), Buffer.from([0x96]), utf8(' Loiret\n')]),
      { texte: 'Garçon;Orléans – Loiret\n', lignesAutres: 1, abime: false },
    ],
    [
      'un UTF-8 coupé dans sa dernière lettre',
      coupe(utf8('Garçon\nOrlé'), 1),
      { texte: 'Garçon\nOrl\ufffd', lignesAutres: 0, abime: true },
    ],
    [
      'un UTF-8 coupé, une autre lettre avant',
      coupe(utf8('Garçon\nForêt d’Orlé'), 1),
      { texte: 'Garçon\nForêt d’Orl\ufffd', lignesAutres: 0, abime: true },
    ],
    [
      'un UTF-16 coupé au milieu d’un caractère',
      coupe(iconv.encode('été;12500', 'utf-16le', { addBOM: true }), 5),
      { texte: 'été;12\ufffd', encodage: 'utf-16le', abime: true },
    ],
    [
      'un UTF-16 de l’autre ordre',
      coupe(iconv.encode('été;12500', 'utf-16be', { addBOM: true }), 5),
      { texte: 'été;12\ufffd', encodage: 'utf-16be', abime: true },
    ],
    [
      'Mac, dont « Ç » est le « é » de DOS et « È » celui de Windows',
      iconv.encode('Société Ça va;MÈRE Noël\nGarçon;Orléans, été\n', 'macintosh'),
      { texte: 'Société Ça va;MÈRE Noël\nGarçon;Orléans, été\n', encodage: 'macintosh' },
    ],
    [
      'Windows, dont « … » est le « à » de DOS',
      iconv.encode('É… d’accord…;voilà\nSÈTE\n', 'windows-1252'),
      { texte: 'É… d’accord…;voilà\nSÈTE\n', encodage: 'windows-1252' },
    ],
  ])('%s', (_, octets, attendu) => {
    expect(decoder(octets)).toMatchObject(attendu);
    expect(decoderPage(new Uint8Array(octets))).toMatchObject(attendu);
  });

  it('l’euro d’un Mac', () => {
    const octets = Buffer.concat([
      iconv.encode('Société;été;12 ', 'macintosh'),
      Buffer.from([0xdb]),
    ]);
    expect(decoder(octets).texte).toBe('Société;été;12 €');
  });
});

it('tout texte UTF-8 se relit, octet pour octet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (t) => {
      fc.pre(!t.includes('\0') && !t.startsWith('\ufeff'));
      expect(decoder(Buffer.from(t)).texte).toBe(t);
    }),
  );
});

it.each([
  ['macintosh', iconv.encode(TEXTE, 'macintosh'), ['IMPORT_ENCODAGE_ANCIEN']],
  ['cp850', iconv.encode(TEXTE, 'cp850'), ['IMPORT_ENCODAGE_ANCIEN']],
  ['accents doublement encodés', Buffer.from('SociÃ©tÃ©\n'), ['IMPORT_ACCENTS_ABIMES']],
  ['caractères perdus', Buffer.from('Soci\ufffdt\ufffd\n'), ['IMPORT_ACCENTS_ABIMES']],
  ['UTF-8', Buffer.from(TEXTE), []],
  ['Windows', iconv.encode(TEXTE, 'windows-1252'), []],
  ['un seul œ de Mac', iconv.encode('Sœur;Paris', 'macintosh'), ['IMPORT_ENCODAGE_INCERTAIN']],
  ['un seul n° de DOS', iconv.encode('lot n°12', 'cp850'), ['IMPORT_ENCODAGE_INCERTAIN']],
])('%s : ce qui est dit', (_, octets, codes) => {
  expect(constatsDe(decoder(octets)).map((p) => p.code)).toEqual(codes);
});

it.each([
  ['surrogat', [0xed, 0xa0, 0x80]],
  ['trop longue', [0xe0, 0x80, 0x80]],
  ['trop longue', [0xf0, 0x80, 0x80, 0x80]],
  ['au-delà', [0xf4, 0x90, 0x80, 0x80]],
  ['tronquée', [0xe2, 0x82]],
  ['tronquée', [0xf0, 0x9f, 0x98]],
])('une séquence %s n’est pas de l’UTF-8', (_, octets) => {
  expect(decoder(Buffer.from([0x61, ...octets, 0x0a])).encodage).toBe('windows-1252');
});
