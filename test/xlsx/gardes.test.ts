import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { classeurALaMain } from './a-la-main';
import { classeurNeuf, dossierNeuf } from './outils';

const code = (octets: Buffer, lire = false): string => {
  try {
    const source = ClasseurXlsx.ouvrir(octets, 'c.xlsx').source();
    for (const onglet of lire ? source.onglets : []) Array.from(source.lignes(onglet));
    return 'lu';
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    return `${erreur.problemes[0]?.code} ${erreur.message}`;
  }
};
const liens = (cible: string): Uint8Array =>
  strToU8(
    `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${cible}"/></Relationships>`,
  );
const zip = (parties: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(parties));
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const bon = classeurALaMain({ feuille: '<row r="2"><c r="A2"><v>1</v></c></row>' });

describe('ce qui n’est pas un classeur est nommé, jamais lu de travers', () => {
  it.each<[string, Buffer, RegExp]>([
    ['un bon classeur', bon, /^lu$/],
    ['un fichier vide', Buffer.alloc(0), /^PAS_UN_CLASSEUR .*vide/],
    ['un CSV renommé', Buffer.from('N°;Client\n1;Mairie\n'), /^PAS_UN_CLASSEUR .*CSV/],
    ['un PDF', Buffer.from('%PDF-1.7 …'), /^PAS_UN_CLASSEUR .*PDF/],
    ['des octets quelconques', Buffer.alloc(100), /^PAS_UN_CLASSEUR .*contenu/],
    [
      'un .ods',
      zip({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      /^PAS_UN_CLASSEUR .*OpenDocument/,
    ],
    ['une archive', zip({ 'a.txt': strToU8('a') }), /^PAS_UN_CLASSEUR .*archive/],
    [
      'un .docx',
      zip({
        '_rels/.rels': liens('word/document.xml'),
        'word/document.xml': strToU8('<document/>'),
      }),
      /^PAS_UN_CLASSEUR .*autre sorte/,
    ],
    ['un .xlsb', zip({ '_rels/.rels': liens('xl/workbook.bin') }), /^PAS_UN_CLASSEUR .*xlsb/],
    ['un ancien .xls', Buffer.concat([OLE, Buffer.alloc(600)]), /^PAS_UN_CLASSEUR .*ancien/],
    [
      'un classeur à mot de passe',
      Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      /^CLASSEUR_CHIFFRE/,
    ],
    [
      'partie principale absente',
      zip({ '_rels/.rels': liens('xl/workbook.xml') }),
      /^CLASSEUR_TRONQUE/,
    ],
  ])('%s', (_, octets, attendu) => {
    expect(code(octets)).toMatch(attendu);
  });

  it('coupé n’importe où, il est dit tronqué', () => {
    for (let n = 4; n < bon.length; n += 37) {
      expect(code(bon.subarray(0, n), true)).toMatch(/^CLASSEUR_TRONQUE/);
    }
  });

  it('un octet abîmé au milieu d’une partie est vu', () => {
    const abime = Buffer.from(bon);
    const p = abime.indexOf('xl/worksheets/sheet1.xml') + 40;
    abime[p] = (abime[p] ?? 0) ^ 0xff;
    expect(code(abime, true)).toMatch(/^CLASSEUR_TRONQUE/);
  });
});

describe('bombe de décompression', () => {
  const taille = (octets: Buffer, nom: string, valeur: number): Buffer => {
    const copie = Buffer.from(octets);
    copie.writeUInt32LE(valeur, copie.lastIndexOf(nom) - 46 + 24);
    return copie;
  };
  const feuille = 'xl/worksheets/sheet1.xml';
  it('une taille annoncée démesurée est refusée sans rien décompresser', () => {
    expect(code(taille(bon, feuille, 600 * 1024 * 1024))).toMatch(/^CLASSEUR_TROP_GROS/);
  });
  it('un total démesuré aussi', () => {
    let piege = bon;
    for (const nom of [feuille, 'xl/styles.xml', 'xl/sharedStrings.xml']) {
      piege = taille(piege, nom, 400 * 1024 * 1024);
    }
    expect(code(piege)).toMatch(/^CLASSEUR_TROP_GROS/);
  });
  it('une taille qui ment : la décompression s’arrête à la taille annoncée', () => {
    const bombe = classeurALaMain({ feuille: ' '.repeat(32 * 1024 * 1024) });
    expect(bombe.length).toBeLessThan(1024 * 1024);
    const depart = process.memoryUsage().arrayBuffers;
    expect(code(taille(bombe, feuille, 1000), true)).toMatch(/^CLASSEUR_TROP_GROS/);
    expect(process.memoryUsage().arrayBuffers - depart).toBeLessThan(8 * 1024 * 1024);
  });
});

describe('lireClasseur', () => {
  const codes = (chemin: string): string[] => {
    try {
      lireClasseur(chemin);
      return [];
    } catch (erreur) {
      return (erreur as ErreurClasseur).problemes.map((p) => p.code);
    }
  };
  it('lit même si le classeur est ouvert dans un tableur', async () => {
    const dossier = dossierNeuf();
    const chemin = await classeurNeuf(join(dossier, 'c.xlsx'), { devis: [{ numero: 'D' }] });
    writeFileSync(join(dossier, '~$c.xlsx'), '');
    expect(lireClasseur(chemin).tables.devis[0]?.numero).toBe('D');
  });
  it('absent, dossier, onglets manquants : chacun son problème', () => {
    const dossier = dossierNeuf();
    expect(codes(join(dossier, 'rien.xlsx'))).toEqual(['FICHIER_ABSENT']);
    expect(codes(dossier)).toEqual(['FICHIER_ILLISIBLE']);
    const chemin = join(dossier, 'c.xlsx');
    writeFileSync(chemin, bon);
    expect(new Set(codes(chemin))).toEqual(new Set(['ONGLET_MANQUANT', 'ENTETE_MANQUANT']));
    expect(readFileSync(chemin)).toEqual(bon);
  });
});
