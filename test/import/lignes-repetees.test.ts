import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Une action, une réponse de satisfaction n'ont pas d'identité : les mêmes mots peuvent être deux faits. */

const vide = new ClasseurEnMemoire();
function importer(table: TableEchangeable, csv: string, classeur = vide) {
  const ctx = contexte('2026-11-26');
  const plan = planImport(classeur.snapshot(), table, sourceCsv(csv), null, ctx);
  const { creees, inchangees, anomalies } = plan.resultat;
  const dites = anomalies
    .filter((a) => a.code === 'IMPORT_LIGNE_REPETEE')
    .map((a) => [a.ligne, /ligne (\d+)/.exec(a.message)?.[1]]);
  return { creees, inchangees, dites, changements: plan.changements, resultat: plan.resultat };
}

const ACTIONS = 'Date;Type;Client;Compte rendu';

describe('une ligne que rien n’identifie, répétée mot pour mot', () => {
  it('est créée aussi, et nommée avec la première', () => {
    const lignes = [
      '02/03/2026;Appel;Mairie;Rappeler',
      '03/03/2026;Visite;Sogea;Plans',
      '02/03/2026;Appel;Mairie; Rappeler',
      '03/03/2026;Visite;Sogea;',
      '02/03/2026;Appel;Mairie;Rappeler;',
      '03/03/2026;Visite;Sogea;',
    ];
    expect(importer('actions', [ACTIONS, ...lignes].join('\n'))).toMatchObject({
      creees: 6,
      dites: [
        [4, '2'],
        [6, '2'],
        [7, '5'],
      ],
    });
  });

  it('deux de suite', () => {
    const csv = 'Date;Client;Prix;Recommandation\n02/03/2026;Mairie;8;9\n02/03/2026;Mairie;8;9';
    expect(importer('satisfaction', csv)).toMatchObject({ creees: 2, dites: [[3, '2']] });
  });

  it.each(['', 'import n° 7', 'Relance 1'])(
    'sa référence « %s » réimportée est la même : l’import d’où elle vient n’en dit rien',
    (reference) => {
      const classeur = new ClasseurEnMemoire();
      const csv = `Date;Type;Client;Référence\n12/01/2026;Appel;Alpha;${reference}`;
      classeur.appliquer(importer('actions', csv, classeur).changements);
      expect(importer('actions', csv, classeur)).toMatchObject({ creees: 0, inchangees: 1 });
      expect(
        importer('actions', csv.replace(';Référence', '').replace(/;[^;]*$/, ''), classeur),
      ).toMatchObject({ creees: 0, inchangees: 1 });
    },
  );

  it('déjà dans le classeur, autant de fois : reconnue, sans un mot', () => {
    const classeur = new ClasseurEnMemoire();
    const csv = `${ACTIONS}\n02/03/2026;Appel;Mairie;a\n02/03/2026;Appel;Mairie;a`;
    classeur.appliquer(importer('actions', csv, classeur).changements);
    expect(importer('actions', csv, classeur)).toMatchObject({
      creees: 0,
      inchangees: 2,
      dites: [],
    });
  });
});

it('deux numéros que l’œil ne distingue pas sont le même devis', () => {
  const csv = 'N°;Client;Montant HT;Statut\nK‑5;Alpha;100;Envoyé\nK-5;Alpha;100;Envoyé\n';
  expect(importer('devis', csv).resultat).toMatchObject({ lues: 2, creees: 1 });
});

it('une action corrigée dans un export est créée à côté de l’autre, et c’est dit', () => {
  const entete = 'Date;Client;Type;Compte rendu\n';
  const lignes = ['13/03/2025;Alpha;Appel;Rappeler', '13/03/2025;Alpha;Appel;Devis demandé'];
  const classeur = new ClasseurEnMemoire();
  classeur.appliquer(importer('actions', entete + lignes.join('\n'), classeur).changements);
  const relu = (...csv: readonly string[]) =>
    importer('actions', entete + csv.join('\n'), classeur);
  expect(relu(...lignes).resultat.anomalies).toEqual([]);
  const corrige = relu('13/03/2025;Alpha;Appel;Rappeler lundi', lignes[1] ?? '');
  expect(corrige.resultat).toMatchObject({ creees: 1, inchangees: 1 });
  expect(corrige.resultat.anomalies.map((a) => [a.ligne, a.message])).toEqual([
    [
      2,
      'Créée à côté de la ligne 2 du classeur, de mêmes « Date », « Type », « Client ». Si c’est la même, corrigée, gardez-en une seule dans le classeur.',
    ],
  ]);
  // Les deux du classeur sont reconnues : la troisième est une autre.
  const neuve = relu(...lignes, '13/03/2025;Alpha;Appel;Un second appel');
  expect(neuve.resultat).toMatchObject({ creees: 1, anomalies: [] });
});
