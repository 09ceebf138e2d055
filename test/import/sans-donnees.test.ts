import { expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Un fichier sans enregistrement dit qu'il n'en a pas, et que faire. */

type Source = ReturnType<typeof sourceCsv>;

function dit(source: Source): string[] {
  const classeur = new ClasseurEnMemoire().snapshot();
  const { resultat, problemes } = planImport(
    classeur,
    'devis',
    source,
    null,
    contexte('2026-11-26'),
  );
  expect(problemes).toEqual([]);
  return resultat.avertissements
    .filter((a) => a.code === 'IMPORT_SANS_LIGNE')
    .map((a) => a.message.replace(/\u00a0/g, ' '));
}

const ENTETE = 'N°;Client;Montant HT;Statut';
const QUE_FAIRE = 'Il n’y a rien à importer : vérifiez que l’export n’est ni filtré ni vide';

it.each([
  [ENTETE, 'n’a rien sous son en-tête (ligne 1)'],
  [`Liste des devis\n\n${ENTETE}`, 'n’a rien sous son en-tête (ligne 3)'],
  [`${ENTETE}\n;;;\nTotal;;0;`, 'n’a aucun enregistrement sous son en-tête (ligne 1)'],
])('%j : %s', (csv, suite) => {
  expect(dit(sourceCsv(csv))).toEqual([
    `0 ligne de données : « essai.csv » ${suite}. ${QUE_FAIRE}.`,
  ]);
});

it('une feuille : laquelle, et qu’il y en a d’autres', () => {
  const { lignes, description } = sourceCsv(ENTETE);
  const classeur = { ...description, feuille: 'Devis', feuilles: ['Devis', 'Archives'] };
  expect(dit({ lignes, description: classeur })).toEqual([
    `0 ligne de données : la feuille « Devis » de « essai.csv » n’a rien sous son en-tête (ligne 1). ${QUE_FAIRE}, ou choisissez une autre feuille avec --feuille.`,
  ]);
});

it('une liste JSON vide', () => {
  const { description } = sourceCsv(ENTETE);
  expect(dit({ lignes: [], description })).toEqual([
    `0 ligne de données : « essai.csv » est une liste vide. ${QUE_FAIRE}.`,
  ]);
});

it('des lignes, même rejetées : rien n’est dit', () => {
  expect(dit(sourceCsv(`${ENTETE}\n;A;1;Envoyé`))).toEqual([]);
});
