import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, it } from 'vitest';
import { decoderFlux } from '../../cli/fichiers/encodage';
import { ouvrirOctets } from '../../cli/fichiers/octets-relus';

const dossier = mkdtempSync(join(tmpdir(), 'suivi-'));
afterAll(() => rm(dossier, { recursive: true }));

const texte = (...caracteres: string[]) =>
  fc.string({ unit: fc.constantFrom('a', 'é', 'À', ';', '\n', ...caracteres), maxLength: 40 });
const couper = (octets: Buffer, taille: number): Buffer[] =>
  Array.from({ length: Math.ceil(octets.length / taille) }, (_, i) =>
    octets.subarray(i * taille, (i + 1) * taille),
  );

function decoderCoupe(octets: Buffer, taille: number) {
  const flux = decoderFlux(couper(octets, taille), octets);
  let lu = '';
  for (;;) {
    const { done, value } = flux.next();
    if (done) return { lu, encodage: value.encodage };
    lu += value;
  }
}

it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
  'un texte %s se décode coupé n’importe où, même au milieu d’un caractère',
  (encodage) => {
    fc.assert(
      fc.property(
        texte('€', '’', 'œ', '–', '中', '😀'),
        fc.integer({ min: 1, max: 7 }),
        (t, taille) => {
          const octets = iconv.encode(t, encodage, { addBOM: true });
          expect(decoderCoupe(octets, taille)).toEqual({ lu: t, encodage });
        },
      ),
    );
  },
);

it('un texte windows-1252 aussi', () => {
  fc.assert(
    fc.property(texte('ç', 'ê'), fc.integer({ min: 1, max: 7 }), (t, taille) => {
      const { lu, encodage } = decoderCoupe(iconv.encode(t, 'windows-1252'), taille);
      expect(lu).toBe(t);
      expect(encodage).toBe(/[éÀçê]/.test(t) ? 'windows-1252' : 'utf-8');
    }),
  );
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
