import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lireDateSaisie,
  lireDureeSaisie,
  lireMontantSaisi,
  lireTauxSaisi,
} from '../../src/commun/lire-saisie';
import { formatDate, formatMontant } from '../../src/messages/formats';
import { centimes } from '../../src/commun/montant';
import { ajouterJours } from '../../src/commun/date-civile';
import { jour } from '../support/valeurs';

const LUNDI = jour('2026-03-02');

describe('montant tapé', () => {
  it.each([
    ['1 234,5', 123450],
    ['1 234,50 €', 123450],
    ['1\u202f234,50\u00a0€', 123450],
    ['12500', 1250000],
    ['12 k€', 1200000],
    ['1.234.567', 123456700],
    ['-5', -500],
    ['1.234', null],
    ['1 234,567', null],
    ['1e5', null],
    ['environ 1000', null],
    ['99999999999999', null],
    ['', null],
  ])('%j → %s', (texte, attendu) => expect(lireMontantSaisi(texte)).toBe(attendu));

  it('relit tout montant tel qu’il est montré', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (c) => {
        expect(lireMontantSaisi(formatMontant(centimes(c)))).toBe(centimes(c));
      }),
    );
  });
});

describe('taux tapé', () => {
  it.each([
    ['20 %', 0.2],
    ['20', 0.2],
    ['5,5', 0.055],
    ['5.5\u00a0%', 0.055],
    ['0,2 %', 0.002],
    ['0', 0],
    ['1', 0.01],
    ['0,2', null],
    ['120 %', null],
    ['-5', null],
    ['vingt', null],
  ])('%j → %s', (texte, attendu) => expect(lireTauxSaisi(texte)).toBe(attendu));
});

describe('durée tapée, en heures', () => {
  it.each([
    ['1h30', 1.5],
    ['1 h 30', 1.5],
    ['1H05', 1.0833],
    ['2h', 2],
    ['2 heures', 2],
    ['45 min', 0.75],
    ['90 minutes', 1.5],
    ['1,5', 1.5],
    ['0.5', 0.5],
    ['3', 3],
    ['1h75', null],
    ['-1', null],
    ['longtemps', null],
  ])('%j → %s', (texte, attendu) => expect(lireDureeSaisie(texte)).toBe(attendu));
});

describe('date tapée', () => {
  it.each([
    ['12/3', '2026-03-12'],
    ['12/03/26', '2026-03-12'],
    ['12/03/2026', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
    ['12 mars', '2026-03-12'],
    ['1er avril', '2026-04-01'],
    ['12 mars 2027', '2027-03-12'],
    ['Aujourd’hui', '2026-03-02'],
    ['hier', '2026-03-01'],
    ['demain', '2026-03-03'],
    ['31/2', null],
    ['12/13', null],
    ['12', null],
    ['bientôt', null],
    ['12/03/1999', null],
    ['12/03/2226', null],
  ])('%j → %s', (texte, attendu) => expect(lireDateSaisie(texte, LUNDI)).toBe(attendu));

  it('relit toute date telle qu’elle est montrée', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 60_000 }), (n) => {
        const date = ajouterJours(LUNDI, n);
        expect(lireDateSaisie(formatDate(date), LUNDI)).toBe(date);
      }),
    );
  });
});
