import { describe, expect, it } from 'vitest';
import type { Genre } from '../../src/classeur/colonne';
import { ILLISIBLE } from '../../src/classeur/lire-cellule';
import type { CelluleBrute } from '../../src/classeur/source';
import { releverColonne, type IndicesFormat } from '../../src/import/format-colonne';
import { colonnesDe } from '../../src/import/noms-connus';
import { planImport } from '../../src/import/plan';
import { lireValeur } from '../../src/import/valeurs';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';
import type { TableEchangeable } from '../../src/classeur/tables';

const SANS_INDICE = { ordre: null, ordreHabituel: null, devises: false };
const X = ILLISIBLE;

/** Le format d'une colonne dont toutes les cellules sont là. */
function formatDeColonne(
  entete: string,
  genre: Genre,
  cellules: readonly CelluleBrute[],
  indices: IndicesFormat,
  cle = '',
) {
  const releve = releverColonne(entete, genre, cle);
  for (const cellule of cellules) releve.observer(cellule);
  return releve.conclure(indices);
}

function lireColonne(
  table: TableEchangeable,
  cle: string,
  cellules: CelluleBrute[],
  indices: Partial<IndicesFormat> = {},
) {
  const colonne = colonnesDe(table)[cle]!;
  const { format, avertissements } = formatDeColonne(
    'C',
    colonne.genre,
    cellules,
    { ...SANS_INDICE, ...indices },
    cle,
  );
  const lecture = { table, cle, colonne, format, maison: false, valeurs: new Map() };
  return {
    lues: cellules.map((c) => lireValeur(lecture, c)),
    codes: avertissements.map((a) => a.code),
  };
}

describe('montants : la colonne éclaire la cellule', () => {
  it.each<[string, CelluleBrute[], unknown[], string[]]>([
    [
      'français',
      ['1 234,50 €', '1,234', '-5'],
      [123450, 123, -500],
      ['IMPORT_DECIMALES_COLONNE', 'IMPORT_ARRONDIS'],
    ],
    [
      'américain',
      ['1,234.50', '1,234', '12.5'],
      [123450, 123400, 1250],
      ['IMPORT_DECIMALES_COLONNE'],
    ],
    ['ambigu sans preuve', ['1,234', '12', ''], [X, 1200, null], []],
    [
      'points de milliers',
      ['1.234.567', '1.234'],
      [123456700, 123400],
      ['IMPORT_DECIMALES_COLONNE'],
    ],
    ['sans valeur ambiguë, rien à dire', ['1,50', '2,50'], [150, 250], []],
    [
      'contradictoire',
      ['1,50', '1.50', '1,234'],
      [150, 150, X],
      ['IMPORT_DECIMALES_CONTRADICTOIRES'],
    ],
    [
      'toute la colonne en dollars',
      ['$5.55', '($400.00)', ''],
      [555, -40000, null],
      ['IMPORT_MONNAIE'],
    ],
    ['un dollar isolé', ['$5.55', '12,00'], [X, 1200], ['IMPORT_DECIMALES_CONTRADICTOIRES']],
    ['texte, nombre, booléen', ['abc', 12.345, true], [X, 1235, X], ['IMPORT_ARRONDIS']],
    ['le point d’un mot n’est pas un nombre', ['env. 15000', '1 500,50'], [X, 150050], []],
    ['hors limites', ['99999999999999'], [X], []],
    ['formule', ['=1+1', '#REF!'], [X, X], []],
  ])('%s', (_, cellules, attendues, codes) => {
    expect(lireColonne('devis', 'montantHt', cellules)).toEqual({ lues: attendues, codes });
  });

  it('le profil dit la décimale, et admet un signe isolé', () => {
    expect(
      lireColonne('devis', 'montantHt', ['1,234', '$5'], { decimal: ',', devises: true }).lues,
    ).toEqual([123, 500]);
    expect(lireColonne('devis', 'montantHt', ['1,234'], { decimal: '.' }).lues).toEqual([123400]);
  });
});

describe('dates : un jour au-delà de 12 décide pour la colonne', () => {
  it.each<[string, CelluleBrute[], unknown[], string[]]>([
    [
      'jour d’abord',
      ['25/12/2026', '03/04/2026'],
      ['2026-12-25', '2026-04-03'],
      ['IMPORT_DATES_ORDRE'],
    ],
    [
      'mois d’abord',
      ['12/25/2026', '03/04/2026'],
      ['2026-12-25', '2026-03-04'],
      ['IMPORT_DATES_ORDRE'],
    ],
    ['aucune ambiguë', ['25/12/2026', '05/05/2026'], ['2026-12-25', '2026-05-05'], []],
    [
      'en lettres',
      ['13-févr-26', '13 février 1996', 'Feb 13, 1996', '1er mars 2026 14:30'],
      ['2026-02-13', '1996-02-13', '1996-02-13', '2026-03-01'],
      ['IMPORT_HEURES'],
    ],
    [
      'années courtes',
      ['25/12/96', '25/12/26'],
      ['1996-12-25', '2026-12-25'],
      ['IMPORT_ANNEES_COURTES'],
    ],
    [
      'avec une heure',
      ['25/12/2026 17:45', '2026-04-13T23:30:00Z', 46_083.5],
      ['2026-12-25', '2026-04-13', '2026-03-02'],
      ['IMPORT_HEURES'],
    ],
    [
      'à minuit, toutes',
      ['25/12/2026 00:00', '2026-04-13T00:00:00', 46_083],
      ['2026-12-25', '2026-04-13', '2026-03-02'],
      [],
    ],
    ['serrées', ['20260302', 20260302, '20261302'], ['2026-03-02', '2026-03-02', X], []],
    [
      'numéros de jour',
      ['46083', '46083,5', ''],
      ['2026-03-02', '2026-03-02', null],
      ['IMPORT_DATES_SERIE'],
    ],
    ['un nombre parmi des dates', ['46083', '25/12/2026'], [X, '2026-12-25'], []],
    [
      'indécis',
      ['03/04/2026', '05/05/2026', '2026-01-02'],
      [X, '2026-05-05', '2026-01-02'],
      ['IMPORT_DATES_INDECISES'],
    ],
    [
      'contradictoire',
      ['25/12/2026', '12/25/2026', '03/04/2026'],
      ['2026-12-25', '2026-12-25', X],
      ['IMPORT_DATES_CONTRADICTOIRES'],
    ],
    [
      'échangées par un tableur américain',
      [45_722, '13/06/2025', 45_723, '25/12/2025', 45_724],
      ['2025-03-06', '2025-06-13', '2025-03-07', '2025-12-25', '2025-03-08'],
      ['IMPORT_DATES_ECHANGEES'],
    ],
    [
      'des dates, des textes, rien d’échangé',
      [45_722, '13/06/2025', 45_723, 45_730, 45_724],
      ['2025-03-06', '2025-06-13', '2025-03-07', '2025-03-14', '2025-03-08'],
      [],
    ],
    ['sans ambiguïté', ['2 mars 2026', 46083, ''], ['2026-03-02', '2026-03-02', null], []],
    ['impossible', ['31/02/2026', 'demain', false], [X, X, X], []],
  ])('%s', (_, cellules, attendues, codes) => {
    expect(lireColonne('devis', 'envoyeLe', cellules)).toEqual({ lues: attendues, codes });
  });

  it('un fichier français, sans preuve contraire : jour d’abord', () => {
    expect(lireColonne('devis', 'envoyeLe', ['03/04/2026'], { ordreHabituel: 'JMA' })).toEqual({
      lues: ['2026-04-03'],
      codes: ['IMPORT_DATES_ORDRE'],
    });
    expect(
      lireColonne('devis', 'envoyeLe', ['12/25/2026', '03/04/2026'], { ordreHabituel: 'JMA' }).lues,
    ).toEqual(['2026-12-25', '2026-03-04']);
  });

  it('le profil l’emporte sur la colonne', () => {
    expect(
      lireColonne('devis', 'envoyeLe', ['25/12/2026', '03/04/2026'], { ordre: 'MJA' }).lues,
    ).toEqual([X, '2026-03-04']);
  });
});

describe('l’en-tête dit l’unité', () => {
  it.each<[string, CelluleBrute[], unknown[], string[]]>([
    [
      'Montant HT (k€)',
      ['12,5', 12.5, '3 k€', '3 000 €', '3000 EUR', ''],
      [1250000, 1250000, 300000, 300000, 300000, null],
      ['IMPORT_UNITE'],
    ],
    ['CA en M€', ['1,2', 'x'], [120000000, X], ['IMPORT_UNITE']],
    ['Montant HT (€)', ['12,5'], [1250], []],
    ['Total K', ['12,5'], [1250], []],
  ])('%s', (entete, cellules, attendues, codes) => {
    const colonne = colonnesDe('devis')['montantHt']!;
    const vu = formatDeColonne(entete, 'montant', cellules, SANS_INDICE);
    const lecture = {
      table: 'devis' as const,
      cle: 'montantHt',
      colonne,
      format: vu.format,
      maison: false,
    };
    const lues = cellules.map((c) => lireValeur({ ...lecture, valeurs: new Map() }, c));
    expect({ lues, codes: vu.avertissements.map((a) => a.code) }).toEqual({
      lues: attendues,
      codes,
    });
  });
});

describe('zéros perdus, rendus et dits', () => {
  it.each<[string, CelluleBrute[], unknown[], string[]]>([
    // 005 580 113 : un SIREN qui commence par des zéros
    [
      'siret',
      ['5580113', 5580113, '005580113', '732829320'],
      ['005580113', '005580113', '005580113', '732829320'],
      ['IMPORT_ZEROS_RENDUS'],
    ],
    [
      'siret',
      ['5580114', '732 829 320 00074', 'RCS Lyon'],
      ['5580114', '732 829 320 00074', 'RCS Lyon'],
      [],
    ],
    [
      'siret',
      ['FR 44 732829320', 'FR45732829320', 'BE0123456789'],
      ['732829320', 'FR45732829320', 'BE0123456789'],
      ['IMPORT_TVA_LUE'],
    ],
    ['codePostal', ['1001', '75001', ''], ['01001', '75001', null], ['IMPORT_ZEROS_RENDUS']],
    ['codePostal', [1001, 75001], ['01001', '75001'], ['IMPORT_ZEROS_RENDUS']],
    ['codePostal', ['4000', '1050'], ['4000', '1050'], ['IMPORT_CODES_COURTS']],
    [
      'codePostal',
      ['1050', '75001', 'L-1234'],
      ['1050', '75001', 'L-1234'],
      ['IMPORT_CODES_COURTS'],
    ],
    [
      'telephone',
      ['612345678', 612345678, '06 12 34 56 78', '+33 6 12 34 56 78'],
      ['0612345678', '0612345678', '06 12 34 56 78', '+33 6 12 34 56 78'],
      ['IMPORT_ZEROS_RENDUS'],
    ],
    ['telephone', ['0033612345678', '(555) 123-4567'], ['0033612345678', '(555) 123-4567'], []],
  ])('%s', (cle, cellules, attendues, codes) => {
    expect(lireColonne('clients', cle, cellules)).toEqual({ lues: attendues, codes });
  });
});

describe('autres genres', () => {
  it.each<[TableEchangeable, string, Genre, CelluleBrute[], unknown[]]>([
    ['devis', 'tauxTva', 'taux', ['20', '5,5', '0'], [0.2, 0.055, 0]],
    ['devis', 'tauxTva', 'taux', [20, 5.5], [0.2, 0.055]],
    ['devis', 'tauxTva', 'taux', ['20 %', '0,2', 'x'], [0.2, 0.2, X]],
    ['devis', 'tauxTva', 'taux', ['20', '0,2'], [X, X]],
    ['affaires', 'probabilite', 'taux', ['1', ''], [1, null]],
    ['devis', 'version', 'entier', ['2', '2,5', 'B', 3], [2, X, X, 3]],
    ['actions', 'duree', 'nombre', ['0,5', '1h', 2], [0.5, X, 2]],
    ['actions', 'fait', 'booleen', ['oui', 'peut-être', 1], [true, X, true]],
    [
      'objectifs',
      'mois',
      'mois',
      ['03/2026', 'mars 2026', '25/03/2026', 46083],
      ['2026-03', '2026-03', '2026-03', '2026-03'],
    ],
    ['objectifs', 'mois', 'mois', ['03/04/2026'], [X]],
    [
      'devis',
      'statut',
      'choix',
      ['ENVOYE', 'Closed Won', 'Sent', 'bof', ''],
      ['Envoyé', 'Signé', 'Envoyé', X, null],
    ],
    ['devis', 'numero', 'texte', ['0002', 12, '=A1'], ['0002', '12', '=A1']],
  ])('%s.%s (%s)', (table, cle, genre, cellules, attendues) => {
    expect(colonnesDe(table)[cle]?.genre).toBe(genre);
    expect(lireColonne(table, cle, cellules).lues).toEqual(attendues);
  });
});

it.each<[string, unknown[], string[]]>([
  ['rien que des 1', ['1', '1', ''], ['IMPORT_TAUX_UN']],
  ['avec des 0', ['1', '0'], ['IMPORT_TAUX_UN']],
  ['avec une fraction', ['1', '0,5'], []],
  ['avec des pourcentages', ['20', '50', '100'], []],
  ['avec le signe', ['100 %', '50 %'], []],
])('un taux « 1 » est 100 %% ou 1 %%, et c’est dit : %s', (_, cellules, codes) => {
  expect(lireColonne('affaires', 'probabilite', cellules as CelluleBrute[]).codes).toEqual(codes);
});

it('une liste aux en-têtes de nos exports, aux taux sans signe : chacun dit ce qu’il lui manque', () => {
  const { resultat } = planImport(
    new ClasseurEnMemoire().snapshot(),
    'tarifs',
    sourceCsv('Code;Désignation;Unité;Prix HT;TVA\nJ1;Jour;j;850;20\nJ2;Junior;j;500;5,5'),
    null,
    contexte('2026-11-26'),
  );
  expect(resultat.anomalies.map((a) => a.message)).toEqual([
    '« 20 » ne se lit pas dans « TVA »\u00a0: le texte est gardé tel quel. Écrivez un pourcentage, par exemple 20 %.',
    '« 5,5 » ne se lit pas dans « TVA »\u00a0: le texte est gardé tel quel. Écrivez un pourcentage, par exemple 20 %.',
  ]);
});
