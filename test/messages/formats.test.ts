import { describe, expect, it } from 'vitest';
import {
  typographier,
  accord,
  formatDateLongue,
  formatDuMois,
  formatMois,
  formatMontant,
  formatNombre,
  formatTaux,
} from '../../src/messages/formats';
import { euros, jour, mois } from '../support/valeurs';

describe('formats français', () => {
  it.each([
    [formatMontant(euros(1234567.5)), '1\u202f234\u202f567,50\u00a0€'],
    [formatMontant(euros(-0.05)), '-0,05\u00a0€'],
    [formatNombre(1234.5), '1\u202f234,5'],
    [formatNombre(-0.001), '0'],
    [formatNombre(-12.345, 1), '-12,3'],
    [formatTaux(0.256), '25,6\u00a0%'],
    [formatDateLongue(jour('2026-03-01')), '1er mars 2026'],
    [formatMois(mois('2026-12')), 'décembre 2026'],
    [formatDuMois(mois('2026-03')), 'de mars 2026'],
    [formatDuMois(mois('2026-08')), 'd’août 2026'],
    [formatDuMois(mois('2026-10')), 'd’octobre 2026'],
    [accord(0, 'devis numéroté', 'devis numérotés'), '0 devis numéroté'],
    [accord(2, 'devis numéroté', 'devis numérotés'), '2 devis numérotés'],
  ])('%s', (obtenu, attendu) => {
    expect(obtenu).toBe(attendu);
  });

  it.each([
    [
      'Onglet « Devis » : la colonne manque.',
      'Onglet «\u00a0Devis\u00a0»\u00a0: la colonne manque.',
    ],
    ['Vraiment ?', 'Vraiment\u00a0?'],
    ['20 % (n = 4)', '20\u00a0% (n = 4)'],
    ['à 10:30, ou a ;b', 'à 10:30, ou a ;b'],
    ['suivi devis lister -c suivi.xlsx', 'suivi devis lister -c suivi.xlsx'],
  ])('typographier %j', (phrase, attendu) => {
    expect(typographier(phrase)).toBe(attendu);
  });
});
