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
  expect(lignesRejetees('clients', sourceCsv(CSV), [], 'Motif du rejet')).toEqual([]);
  expect(
    lignesRejetees('clients', sourceCsv('a;b\n1;2'), [rejet(2, 'non')], 'Motif du rejet'),
  ).toEqual([]);
});

it('tous les motifs d’une ligne, une fois chacun ; ce qui dépasse vient après eux', () => {
  const rejets = [rejet(3, 'un'), rejet(3, 'deux'), rejet(3, 'un'), rejet(4, 'trois')];
  expect(lignesRejetees('clients', sourceCsv(CSV), rejets, 'Motif du rejet')).toEqual([
    ['Organisation', 'Ville', 'Motif du rejet'],
    [null, 'Nîmes', 'un deux', 'en trop'],
    [null, 'Brest', 'trois'],
  ]);
});

it('importés à nouveau, les rejets gardent une seule colonne de motif', () => {
  const csv = 'Organisation;Motif du rejet;Ville\n;ancien;Lyon\n;;';
  expect(lignesRejetees('clients', sourceCsv(csv), [rejet(2, 'neuf')], 'Motif du rejet')).toEqual([
    ['Organisation', 'Motif du rejet', 'Ville'],
    [null, 'neuf', 'Lyon'],
  ]);
});

it('après une partie dans un autre ordre, l’en-tête revient avant les rejets qui sont dans le sien', () => {
  const csv =
    'Organisation;Ville\n;Lyon\nVille;Organisation\nNice;Sogea\nOrganisation;Ville\n;Metz\n;Brest';
  const deplacee = (ligne: number) => ({ ...rejet(ligne, 'ordre'), code: 'IMPORT_AUTRE_ORDRE' });
  const rejets = [rejet(2, 'vide'), deplacee(3), deplacee(4), rejet(6, 'vide'), rejet(7, 'vide')];
  expect(
    lignesRejetees('clients', sourceCsv(csv), rejets, 'Motif du rejet').map(([a, b]) => [a, b]),
  ).toEqual([
    ['Organisation', 'Ville'],
    [null, 'Lyon'],
    ['Ville', 'Organisation'],
    ['Nice', 'Sogea'],
    ['Organisation', 'Ville'],
    [null, 'Metz'],
    [null, 'Brest'],
  ]);
});
