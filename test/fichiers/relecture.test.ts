import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, it } from 'vitest';
import { decoderFlux, sontUtf8 } from '../../cli/fichiers/decoder-flux';
import { ouvrirOctets } from '../../cli/fichiers/octets-relus';

const dossier = mkdtempSync(join(tmpdir(), 'suivi-'));
afterAll(() => rm(dossier, { recursive: true }));

const texte = fc.string({
  unit: fc.constantFrom('a', 'é', '€', '’', 'œ', '–', ';', '\n', '中'),
  maxLength: 40,
});
const couper = (octets: Buffer, taille: number): Buffer[] =>
  Array.from({ length: Math.ceil(octets.length / taille) }, (_, i) =>
    octets.subarray(i * taille, (i + 1) * taille),
  );

it('un texte se décode morceau par morceau comme d’un bloc, dans chaque encodage', () => {
  const encodages = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252' as const);
  fc.assert(
    fc.property(texte, encodages, fc.integer({ min: 1, max: 7 }), (t, encodage, taille) => {
      const octets = iconv.encode(t, encodage, { addBOM: encodage !== 'windows-1252' });
      const lu = [...decoderFlux(couper(octets, taille), encodage)].join('');
      expect(lu).toBe(iconv.decode(octets, encodage));
    }),
  );
});

it('l’UTF-8 se reconnaît, même coupé au milieu d’un caractère', () => {
  fc.assert(
    fc.property(texte, fc.integer({ min: 1, max: 5 }), (t, taille) => {
      expect(sontUtf8(couper(Buffer.from(t), taille))).toBe(true);
    }),
  );
  expect(sontUtf8([Buffer.from([0x61, 0xe9, 0x3b])])).toBe(false);
  expect(sontUtf8([Buffer.from([0x61, 0xe2, 0x82])])).toBe(false);
});

it('un fichier se relit autant de fois qu’on veut, sauf s’il a changé entre-temps', () => {
  const chemin = join(dossier, 'gros.csv');
  writeFileSync(chemin, Buffer.alloc(100_000, 'a;b\n'));
  const octets = ouvrirOctets(chemin);
  const relire = () => [...octets.morceaux()].reduce((n, m) => n + m.length, 0);
  expect([relire(), relire(), octets.tous().length]).toEqual([100_000, 100_000, 100_000]);
  appendFileSync(chemin, 'c;d\n');
  expect(relire).toThrow('a changé pendant sa lecture');
});
