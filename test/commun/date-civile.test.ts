import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ajouterJours,
  ajouterMois,
  dateCivile,
  depuisSerie,
  dernierJour,
  jourDeSemaine,
  joursEntre,
  lundiDe,
  moisDe,
  moisEntre,
  parseDateCivile,
  parseMois,
  premierJour,
  versSerie,
} from '../../src/commun/date-civile';
import { lireDate } from '../../src/commun/lire-texte';
import { formatDate, formatDateLongue } from '../../src/messages/formats';
import { jour, mois } from '../support/valeurs';

const uneDate = fc.integer({ min: 61, max: 200_000 }).map((serie) => {
  const date = depuisSerie(serie);
  if (!date) throw new Error('hors du calendrier');
  return date;
});

describe('dates civiles', () => {
  it.each([
    [2026, 2, 28, '2026-02-28'],
    [2028, 2, 29, '2028-02-29'],
    [2026, 2, 29, null],
    [2026, 13, 1, null],
    [1899, 12, 31, null],
    // Les tableurs ne s'accordent pas sur leur numéro.
    [1900, 1, 1, null],
    [1900, 2, 28, null],
    [1900, 3, 1, '1900-03-01'],
    [10000, 1, 1, null],
    [2026.5, 1, 1, null],
  ])('%i-%i-%i → %s', (a, m, j, attendu) => {
    expect(dateCivile(a, m, j)).toBe(attendu);
  });

  it('les numéros de série sont ceux des tableurs', () => {
    expect(versSerie(jour('2026-01-01'))).toBe(46023);
    expect(depuisSerie(46023.99)).toBe('2026-01-01');
    expect(depuisSerie(60)).toBeNull();
    expect(depuisSerie(Number.NaN)).toBeNull();
    expect(depuisSerie(2_958_466)).toBeNull();
  });

  it('lectures strictes', () => {
    expect(parseDateCivile('2026-3-2')).toBeNull();
    expect(parseMois('2026-13')).toBeNull();
    expect(parseMois('2026-03')).toBe('2026-03');
    expect(parseMois('mars')).toBeNull();
  });

  it('semaines et mois', () => {
    expect(jourDeSemaine(jour('2026-03-02'))).toBe(1);
    expect(jourDeSemaine(jour('1969-12-28'))).toBe(7);
    expect(lundiDe(jour('2026-03-08'))).toBe('2026-03-02');
    expect(ajouterMois(mois('2026-01'), -1)).toBe('2025-12');
    expect(ajouterMois(mois('2026-11'), 14)).toBe('2028-01');
    expect(moisEntre(mois('2025-11'), mois('2026-02'))).toBe(3);
    expect(dernierJour(mois('2028-02'))).toBe('2028-02-29');
    expect(premierJour(mois('2026-02'))).toBe('2026-02-01');
    expect(moisDe(jour('2026-02-14'))).toBe('2026-02');
  });

  it('parse ∘ format = identité, et les jours s’ajoutent', () => {
    fc.assert(
      fc.property(uneDate, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        expect(lireDate(formatDate(d))).toBe(d);
        expect(lireDate(formatDateLongue(d))).toBe(d);
        expect(depuisSerie(versSerie(d))).toBe(d);
        expect(joursEntre(d, ajouterJours(d, n))).toBe(n);
        expect(jourDeSemaine(lundiDe(d))).toBe(1);
      }),
    );
  });
});
