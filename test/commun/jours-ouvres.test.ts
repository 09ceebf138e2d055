import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours, dateCivile, type DateCivile } from '../../src/commun/date-civile';
import {
  estFerie,
  estOuvre,
  jourOuvrePrecedent,
  prochainJourOuvre,
} from '../../src/commun/jours-ouvres';
import { jour } from '../support/valeurs';

/** Pâques, par une autre méthode que la bibliothèque (Gauss, formulation de Butcher-Meeus). */
function paques(annee: number): DateCivile {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateCivile(annee, Math.floor(n / 31), (n % 31) + 1) as DateCivile;
}

describe('jours fériés', () => {
  it.each([
    // Art. L3133-1 : « Les fêtes légales ci-après désignées sont des jours fériés »
    ['2026-01-01', 'le 1er janvier'],
    ['2026-04-06', 'le lundi de Pâques'],
    ['2026-05-01', 'le 1er mai'],
    ['2026-05-08', 'le 8 mai'],
    ['2026-05-14', 'l’Ascension'],
    ['2026-05-25', 'le lundi de Pentecôte'],
    ['2026-07-14', 'le 14 juillet'],
    ['2026-08-15', 'l’Assomption'],
    ['2026-11-01', 'la Toussaint'],
    ['2026-11-11', 'le 11 novembre'],
    ['2026-12-25', 'le jour de Noël'],
    // Pâques aux extrêmes du calendrier : 23 mars 2008, 24 avril 2011
    ['2008-03-24', 'le lundi de Pâques'],
    ['2011-04-25', 'le lundi de Pâques'],
    ['2008-05-01', 'l’Ascension, et le 1er mai'],
  ])('%s : %s', (date) => {
    expect(estFerie(jour(date))).toBe(true);
  });

  it.each([
    ['2026-04-03', 'Vendredi saint'],
    ['2026-12-26', 'second jour de Noël'],
  ])('%s (%s) n’est férié qu’en Alsace-Moselle (art. L3134-13)', (date) => {
    expect([estFerie(jour(date)), estFerie(jour(date), true)]).toEqual([false, true]);
  });

  it('onze jours par an, treize en Alsace-Moselle, aux dates de Pâques, de 1901 à 2100', () => {
    for (let annee = 1901; annee <= 2100; annee++) {
      const p = paques(annee);
      const fixes = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
      const attendus = new Set<string>(fixes.map((j) => `${annee}-${j}`));
      for (const ecart of [1, 39, 50]) attendus.add(ajouterJours(p, ecart));
      const alsace = new Set([...attendus, ajouterJours(p, -2), `${annee}-12-26`]);
      const trouves: string[] = [];
      const trouvesAlsace: string[] = [];
      for (let d = jour(`${annee}-01-01`); d.startsWith(`${annee}`); d = ajouterJours(d, 1)) {
        if (estFerie(d)) trouves.push(d);
        if (estFerie(d, true)) trouvesAlsace.push(d);
      }
      expect(trouves).toEqual([...attendus].sort());
      expect(trouvesAlsace).toEqual([...alsace].sort());
    }
  });
});

describe('jours ouvrés', () => {
  it.each([
    ['un lundi ordinaire', '2026-03-02', '2026-03-02'],
    ['samedi → lundi', '2026-03-07', '2026-03-09'],
    ['dimanche → lundi', '2026-03-08', '2026-03-09'],
    ['samedi de Pâques → mardi', '2026-04-04', '2026-04-07'],
    ['1er mai, un vendredi → lundi', '2026-05-01', '2026-05-04'],
    ['Noël, un vendredi → lundi', '2026-12-25', '2026-12-28'],
    ['1er janvier 2027, un vendredi', '2027-01-01', '2027-01-04'],
    ['31 décembre : l’année ne se perd pas', '2022-12-31', '2023-01-02'],
  ])('%s', (_, date, attendu) => {
    expect(prochainJourOuvre(jour(date))).toBe(attendu);
  });

  it('en Alsace-Moselle, Vendredi saint → mardi de Pâques', () => {
    expect(prochainJourOuvre(jour('2026-04-03'), true)).toBe('2026-04-07');
  });

  it('un délai à ne pas dépasser recule au jour ouvré précédent', () => {
    expect(jourOuvrePrecedent(jour('2026-04-06'))).toBe('2026-04-03');
    expect(jourOuvrePrecedent(jour('2026-04-06'), true)).toBe('2026-04-02');
    expect(jourOuvrePrecedent(jour('2026-03-04'))).toBe('2026-03-04');
  });

  it('loi : le premier jour ouvré à partir de la date, et aucun entre les deux', () => {
    const dates = fc
      .integer({ min: 0, max: 73_000 })
      .map((n) => ajouterJours(jour('1901-01-01'), n));
    fc.assert(
      fc.property(dates, fc.boolean(), (date, alsace) => {
        const trouve = prochainJourOuvre(date, alsace);
        expect(estOuvre(trouve, alsace)).toBe(true);
        for (let d = date; d < trouve; d = ajouterJours(d, 1))
          expect(estOuvre(d, alsace)).toBe(false);
        expect(trouve >= date).toBe(true);
      }),
    );
  });
});

describe('le résultat ne dépend pas du fuseau de la machine', () => {
  // Sydney, Santiago, Apia : l'heure d'hiver y tombe entre Pâques et l'Ascension.
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { estFerie } from './src/commun/jours-ouvres';
        import { ajouterJours } from './src/commun/date-civile';
        let d = '1990-01-01', t = '';
        while (d < '2060-01-01') { if (estFerie(d, true)) t += d + ' '; d = ajouterJours(d, 1); }
        console.log(t);`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
  });
  const code = outputFiles[0]?.text ?? '';
  const feries = (fuseau: string): string =>
    execFileSync(process.execPath, ['-e', code], {
      encoding: 'utf8',
      env: { ...process.env, TZ: fuseau },
    });

  it.each(['Europe/Paris', 'Australia/Sydney', 'America/Santiago', 'Pacific/Apia'])(
    '%s donne les mêmes jours que UTC',
    (fuseau) => {
      expect(feries(fuseau)).toBe(feries('UTC'));
    },
  );
});
