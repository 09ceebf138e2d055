import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { autreSeparateur } from '../../src/import/csv/autre-separateur';
import { planImport } from '../../src/import/plan';
import type { Separateur } from '../../src/import/source';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Deux exports collés bout à bout, l'un à virgules, l'autre à points-virgules : rien n'est coupé de travers. */

function importer(table: TableEchangeable, csv: string) {
  const source = sourceCsv(csv);
  const snapshot = new ClasseurEnMemoire().snapshot();
  const { resultat, problemes } = planImport(snapshot, table, source, null, contexte('2026-11-26'));
  const rejets = resultat.rejets.map((r) => [r.ligne, r.code] as const);
  return {
    ...resultat,
    problemes,
    rejets,
    source: source.description.separateur,
    tous: resultat.rejets,
  };
}

const DEVIS = 'N°;Client;Statut;Montant HT\n';
const AUTRE = 'IMPORT_AUTRE_SEPARATEUR';

describe('une ligne coupée autrement est rejetée par son nom', () => {
  it.each<[string, TableEchangeable, string, (readonly [number, string])[]]>([
    [
      'une virgule pour un point-virgule',
      'devis',
      `${DEVIS}D1;A;Envoyé;1\nD2,A,Envoyé,1\nD3;A;Envoyé;1`,
      [[3, AUTRE]],
    ],
    [
      'l’inverse',
      'devis',
      `${DEVIS.replaceAll(';', ',')}D1,A,Envoyé,1\nD2;A;Envoyé;1,50\nD3,A,Envoyé,1`,
      [[3, AUTRE]],
    ],
    [
      'une décimale à virgule, dans une ligne à virgules',
      'devis',
      `${DEVIS}D1;A;Envoyé;1\nD2,A,Envoyé,1,50`,
      [[3, AUTRE]],
    ],
    [
      'un nom de client seul aurait suffi',
      'clients',
      'Organisation;Ville;Tél\nA;Lyon;0102030405\nB,Lyon,0102030405',
      [[3, AUTRE]],
    ],
    ['deux colonnes', 'clients', 'Organisation;Ville\nA;Lyon\nB,Lyon', [[3, AUTRE]]],
    ['des tabulations', 'devis', `${DEVIS}D1;A;Envoyé;1\nD2\tA\tEnvoyé\t1`, [[3, AUTRE]]],
    [
      'le second export est le plus long',
      'devis',
      `${DEVIS}D1;A;Envoyé;1\nD2,A,Envoyé,1\nD3,A,Envoyé,1\nD4,A,Envoyé,1`,
      [
        [3, AUTRE],
        [4, AUTRE],
        [5, AUTRE],
      ],
    ],
    [
      'son en-tête avec lui',
      'devis',
      `${DEVIS}D1;A;Envoyé;1\nN°,Client,Statut,Montant HT\nD2,A,Envoyé,1\nD3,A,Envoyé,1`,
      [
        [3, AUTRE],
        [4, AUTRE],
        [5, AUTRE],
      ],
    ],
  ])('%s', (_, table, csv, rejets) => {
    const vu = importer(table, csv);
    expect(vu.problemes).toEqual([]);
    expect(vu.rejets).toEqual(rejets);
    expect(vu.lues).toBe(csv.trim().split('\n').length - 1);
    expect(vu.creees).toBe(vu.lues - rejets.length);
  });

  it('la phrase dit les deux signes', () => {
    const [rejet] = importer('devis', `${DEVIS}D1;A;Envoyé;1\nD2,A,Envoyé,1`).tous;
    expect(rejet).toMatchObject({
      valeur: 'D2,A,Envoyé,1',
      message:
        'La ligne est coupée par des virgules, et le fichier par des points-virgules\u00a0: deux exports collés bout à bout ? Rien n’en est lu. Importez ces lignes dans un fichier à part, sous leur en-tête.',
    });
  });
});

describe('ce qui n’est pas coupé autrement', () => {
  it.each<[string, readonly string[], Separateur, number]>([
    ['des virgules de phrase', ['Durand, Martin, Petit'], ';', 3],
    ['un nom de deux mots, trois colonnes', ['Durand,Lyon'], ';', 5],
    ['une liste dans une cellule', ['Durand;Martin;Petit', 'Lyon', '69000'], ',', 3],
    ['un texte plus loin', ['D1', 'a;b;c;d'], ',', 4],
    ['une ligne courte', ['D1', 'A'], ';', 4],
    ['une ligne trop longue', ['D1', 'A', 'B'], ';', 2],
    ['une cellule vide', [''], ';', 4],
  ])('%s', (_, cellules, separateur, largeur) => {
    expect(autreSeparateur({ cellules }, separateur, largeur)).toBeNull();
  });

  it('un titre au-dessus de l’en-tête ne dit pas le séparateur', () => {
    const { source, rejets } = importer(
      'clients',
      'Clients, 2026\nOrganisation;Ville\nA;Lyon\nB;Nice',
    );
    expect(source).toBe(';');
    expect(rejets).toEqual([]);
  });
});
