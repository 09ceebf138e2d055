import { expect, it } from 'vitest';
import { lignesRejetees } from '../../src/import/lignes-rejetees';
import type { Remarque } from '../../src/import/resultat';
import { sourceCsv } from '../support/source-csv';

const rejet = (ligne: number, message: string): Remarque => ({
  ...{ ligne, colonne: '', valeur: '', code: 'X' },
  message,
});
const CSV = 'Organisation;Ville\nSogea;Lyon\n;Nîmes;en trop\n;Brest';

it('rien de rejeté, ou un fichier sans en-tête : aucune ligne', () => {
  expect(lignesRejetees('clients', sourceCsv(CSV), [])).toEqual([]);
  expect(lignesRejetees('clients', sourceCsv('a;b\n1;2'), [rejet(2, 'non')])).toEqual([]);
});

it('tous les motifs d’une ligne, une fois chacun ; ce qui dépasse vient après eux', () => {
  const rejets = [rejet(3, 'un'), rejet(3, 'deux'), rejet(3, 'un'), rejet(4, 'trois')];
  expect(lignesRejetees('clients', sourceCsv(CSV), rejets)).toEqual([
    ['Organisation', 'Ville', 'Motif du rejet'],
    [null, 'Nîmes', 'un ; deux', 'en trop'],
    [null, 'Brest', 'trois'],
  ]);
});

it('importés à nouveau, les rejets gardent une seule colonne de motif', () => {
  const csv = 'Organisation;Motif du rejet;Ville\n;ancien;Lyon\n;;';
  expect(lignesRejetees('clients', sourceCsv(csv), [rejet(2, 'neuf')])).toEqual([
    ['Organisation', 'Motif du rejet', 'Ville'],
    [null, 'neuf', 'Lyon'],
  ]);
});
