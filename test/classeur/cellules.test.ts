import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as c from '../../src/classeur/colonne';
import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { ILLISIBLE, lireCellule } from '../../src/classeur/lire-cellule';
import { lettreColonne } from '../../src/classeur/source';
import { centimes } from '../../src/commun/montant';
import { depuisSerie, moisDe } from '../../src/commun/date-civile';

const COLONNES = {
  texte: c.texte('T'),
  entier: c.entier('E'),
  nombre: c.nombre('N'),
  montant: c.montant('M'),
  taux: c.taux('P'),
  date: c.date('D'),
  mois: c.mois('Mo'),
  horodatage: c.horodatage('H'),
  booleen: c.booleen('B'),
  choix: c.choix('C', ['Envoyé', 'Signé']),
  libre: c.libre('L'),
};

describe('lire une cellule', () => {
  it.each([
    ['texte', '  Mairie ', 'Mairie'],
    ['texte', 42, '42'],
    ['texte', true, 'Oui'],
    ['texte', false, 'Non'],
    ['texte', '   ', null],
    ['texte', null, null],
    ['texte', undefined, null],
    ['montant', 1234.5, 123450],
    ['montant', '1 234,50 €', 123450],
    ['montant', 'environ mille', ILLISIBLE],
    ['montant', true, ILLISIBLE],
    ['montant', 1e15, ILLISIBLE],
    ['entier', 3, 3],
    ['entier', '3', 3],
    ['entier', 3.5, ILLISIBLE],
    ['nombre', '7,5', 7.5],
    ['taux', 0.2, 0.2],
    ['taux', '20 %', 0.2],
    ['taux', '5,5 %', 0.055],
    ['taux', '0,2', 0.2],
    ['taux', 20, ILLISIBLE],
    ['taux', '20', ILLISIBLE],
    ['taux', 'vingt', ILLISIBLE],
    ['date', 46083, '2026-03-02'],
    ['date', '02/03/2026', '2026-03-02'],
    ['date', '31/02/2026', ILLISIBLE],
    ['date', 12, ILLISIBLE],
    ['mois', 46083, '2026-03'],
    ['mois', 'mars 2026', '2026-03'],
    ['mois', 5, ILLISIBLE],
    ['horodatage', 46083.375, '2026-03-02T09:00'],
    ['horodatage', '02/03/2026 9h05', '2026-03-02T09:05'],
    ['horodatage', '02/03/2026', '2026-03-02T00:00'],
    ['horodatage', 3, ILLISIBLE],
    ['horodatage', 'hier', ILLISIBLE],
    ['booleen', 'oui', true],
    ['booleen', true, true],
    ['booleen', 1, true],
    ['booleen', 0, false],
    ['booleen', 2, ILLISIBLE],
    ['booleen', 'bof', ILLISIBLE],
    ['choix', 'envoye', 'Envoyé'],
    ['choix', 'Envoyé', 'Envoyé'],
    ['choix', 'Gagné', ILLISIBLE],
    ['choix', 12, ILLISIBLE],
    ['libre', 12, 12],
    ['libre', true, true],
    ['libre', ' a ', 'a'],
    ['date', { erreur: '#REF!' }, ILLISIBLE],
  ] as const)('%s : %j', (genre, brut, attendu) => {
    expect(lireCellule(COLONNES[genre], brut)).toBe(attendu);
  });
});

describe('écrire une cellule', () => {
  it.each([
    [
      { genre: 'montant', valeur: 123450 },
      { brut: 1234.5, genre: 'montant' },
    ],
    [
      { genre: 'taux', valeur: 0.25 },
      { brut: 0.25, genre: 'taux' },
    ],
    [
      { genre: 'taux', valeur: -0.1, signe: true },
      { brut: -0.1, genre: 'taux', signe: true },
    ],
    ['–', { brut: '–', genre: 'texte' }],
    [12, { brut: 12, genre: 'nombre' }],
    [true, { brut: 'Oui', genre: 'booleen' }],
    [null, { brut: null, genre: 'libre' }],
  ] as const)('valeur libre %j', (valeur, attendu) => {
    expect(ecrireCellule(COLONNES.libre, valeur)).toEqual(attendu);
  });

  it('lire ∘ écrire = identité, pour chaque genre', () => {
    const jour = fc.integer({ min: 61, max: 200_000 }).map((n) => depuisSerie(n));
    const valeurs = fc.oneof(
      fc.tuple(
        fc.constant('montant' as const),
        fc.integer({ min: -1e12, max: 1e12 }).map(centimes),
      ),
      fc.tuple(fc.constant('entier' as const), fc.integer()),
      fc.tuple(fc.constant('nombre' as const), fc.double({ noNaN: true, noDefaultInfinity: true })),
      fc.tuple(fc.constant('taux' as const), fc.double({ min: -1, max: 1, noNaN: true })),
      fc.tuple(fc.constant('date' as const), jour),
      fc.tuple(
        fc.constant('mois' as const),
        jour.map((d) => d && moisDe(d)),
      ),
      fc.tuple(
        fc.constant('horodatage' as const),
        fc
          .tuple(jour, fc.integer({ min: 0, max: 1439 }))
          .map(
            ([d, m]) =>
              `${d}T${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`,
          ),
      ),
      fc.tuple(fc.constant('booleen' as const), fc.boolean()),
      fc.tuple(fc.constant('choix' as const), fc.constantFrom('Envoyé', 'Signé')),
      fc.tuple(
        fc.constant('texte' as const),
        fc.string({ minLength: 1 }).filter((t) => t.trim() === t && t !== ''),
      ),
    );
    fc.assert(
      fc.property(valeurs, ([genre, valeur]) => {
        const { brut } = ecrireCellule(COLONNES[genre], valeur);
        expect(lireCellule(COLONNES[genre], brut)).toEqual(valeur);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('colonne %i → %s', (rang, lettres) => {
    expect(lettreColonne(rang)).toBe(lettres);
  });
});
