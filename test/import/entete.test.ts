import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import type { SourceTabulaire } from '../../src/import/source';
import { noterFeuille } from '../../src/import/noter-feuille';
import { signeDeTableauCroise } from '../../src/import/tableau-croise';
import { estPied } from '../../src/import/pied';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const CTX = contexte('2026-03-02');
const importer = (table: 'devis' | 'clients', source: SourceTabulaire) =>
  planImport(new ClasseurEnMemoire().snapshot(), table, source, null, CTX);

describe('l’en-tête', () => {
  it('sur deux lignes, se lit d’un trait', () => {
    const { resultat } = importer(
      'devis',
      sourceCsv(
        'N°;Nom du;Montant;Montant;Date;Statut\ndevis;client;HT;TTC;d’envoi;\nD1;Mairie;100;120;02/03/2026;Envoyé\n',
      ),
    );
    expect(resultat.colonnes.reconnues).toEqual({
      'N° devis': 'N°',
      'Nom du client': 'Client',
      'Montant HT': 'Montant HT',
      'Montant TTC': 'Montant TTC',
      'Date d’envoi': 'Envoyé le',
      Statut: 'Statut',
    });
    expect(resultat).toMatchObject({ lues: 1, creees: 1 });
    expect(resultat.ignorees).toEqual([{ ligne: 2, raison: 'en-tete-suite' }]);
  });

  it('répété à chaque page, sur ses deux lignes, n’est pas un enregistrement', () => {
    const page = 'N°;Montant;Client;Statut\ndevis;HT;;\n';
    const { resultat } = importer(
      'devis',
      sourceCsv(`${page}D1;1;M;Envoyé\nPage 1/2;;;\n${page}D2;2;N;Envoyé\n`),
    );
    expect(resultat).toMatchObject({ lues: 2, creees: 2 });
    expect(resultat.ignorees.map((i) => [i.ligne, i.raison])).toEqual([
      [2, 'en-tete-suite'],
      [4, 'pied'],
      [5, 'en-tete-repete'],
      [6, 'en-tete-repete'],
    ]);
  });

  it.each([
    [
      'un groupe au-dessus de deux dates',
      'N°;Client;Statut;Dates;\n;;;Envoi;Décision le\nD1;Mairie;Signé;02/03/2026;03/03/2026\n',
      { Envoi: 'Envoyé le', 'Décision le': 'Date de décision' },
    ],
    [
      'un groupe répété au-dessus de chacune',
      'N°;Client;Statut;Dates;Dates\n;;;Envoi;Validité\nD1;Mairie;Envoyé;02/03/2026;03/04/2026\n',
      { Envoi: 'Envoyé le', Validité: 'Validité' },
    ],
    [
      'ensemble, le nom est connu : il l’emporte',
      'N°;Client;Statut;Montant;Montant\n;;;HT;TTC\nD1;Mairie;Envoyé;100;120\n',
      { 'Montant HT': 'Montant HT', 'Montant TTC': 'Montant TTC' },
    ],
  ])('sur deux lignes, %s', (_, csv, attendues) => {
    const { resultat, problemes } = importer('devis', sourceCsv(csv));
    expect(problemes).toEqual([]);
    expect(resultat.colonnes.reconnues).toMatchObject(attendues);
    expect(resultat).toMatchObject({ lues: 1, creees: 1 });
  });

  it('de même nom deux fois, se distingue par le groupe au-dessus', () => {
    const { resultat } = importer(
      'clients',
      sourceCsv('Société;;Contact;\nNom;Ville;Nom;E-mail\nMairie;Lyon;Dupont;a@b.fr\n'),
    );
    expect(resultat.colonnes.reconnues).toMatchObject({ 'E-mail': 'E-mail', Ville: 'Ville' });
    expect(resultat.colonnes.ignorees).toContain('Société Nom');
    expect(resultat.avertissements.map((a) => a.code)).not.toContain('IMPORT_ENTETE_EN_DOUBLE');
  });

  it('une première ligne de texte n’en est pas la suite', () => {
    const { resultat } = importer('clients', sourceCsv('Nom;Ville\nMairie;Lyon\n'));
    expect(resultat).toMatchObject({ lues: 1, creees: 1, ignorees: [] });
  });

  it('à la ligne demandée', () => {
    const source = sourceCsv('Nom;Ville\nClient;Commune\nMairie;Lyon\n');
    const a = (ligneEntete: number) =>
      importer('clients', { ...source, description: { ...source.description, ligneEntete } });
    expect(a(2).resultat).toMatchObject({ lues: 1 });
    expect(a(2).resultat.colonnes.reconnues).toHaveProperty('Commune');
    expect(a(9).problemes.map((p) => p.code)).toEqual(['ENTETE_INTROUVABLE']);
  });
});

describe('pieds et notes', () => {
  it.each([
    'Source : comptabilité',
    'Exporté le 02/03/2026',
    'Édités par Camille',
    'Page 2 sur 3',
    'Page 1/2',
    'PAGE 1 / 2',
    'Page : 3',
    'Page n° 3',
    'p. 2',
    'p.2/5',
    '- 2 -',
    '– 12 –',
    '1/2',
    '2 sur 5',
    'Imprimé le 02/03/2026 à 14:30',
    'Édité\u00a0le 2 mars 2026',
    'Liste éditée le 02/03/2026',
    'Édition du 02/03/2026',
    'Date d’impression : 02/03/2026',
    'Mis à jour le 02/03/2026',
    '12 lignes',
    '* montants hors taxes',
    'Fin de la liste',
    'Generated on 2026-03-02',
  ])('« %s » n’est pas un enregistrement', (texte) => {
    expect(estPied([texte, '', null])).toBe(true);
    expect(estPied([texte, 'x'])).toBe(false);
  });

  it.each([
    'Source Sud',
    'Page blanche',
    'Pages Jaunes',
    'P. Durand',
    'Éditions du Sud',
    'Imprimerie le Goff',
    'Fin Gourmet',
    '12 rue',
    '1001 Vins',
    '118',
    'Mairie',
    '***',
  ])('« %s » peut en être un', (texte) => {
    expect(estPied([texte, ''])).toBe(false);
  });

  it('une liste d’une colonne n’a pas de pied, un nombre non plus', () => {
    expect(estPied(['Source : x'])).toBe(false);
    expect(estPied([12, null])).toBe(false);
    expect(estPied([null, ''])).toBe(false);
  });

  it.each([
    ['une note et sa page', ['Imprimé le 02/03/2026', '', 'Page 1/2'], 3, true],
    ['une page et une valeur', ['Page 1/2', 'x'], 2, false],
    ['une page et un nombre', ['Page 1/2', 12], 2, false],
    ['deux valeurs', ['1/2', '2/3'], 2, false],
    ['plus de trois cellules', ['p. 1', 'p. 2', 'p. 3', 'p. 4'], 4, false],
    ['sans séparateur, sous un en-tête de trois colonnes', ['Page 1/2'], 3, true],
    ['un rang de page nu, sans séparateur', ['2'], 3, true],
    ['un nombre nu dans sa colonne', ['2', '', ''], 3, false],
    ['dans une liste d’une colonne', ['Page 1/2'], 1, false],
  ] as const)('%s', (_, cellules, largeur, attendu) => {
    expect(estPied(cellules, largeur)).toBe(attendu);
  });

  it.each(['clients', 'devis'] as const)(
    '%s : ils ne deviennent pas des fiches, et sont dits',
    (table) => {
      const fiche = (n: number): string =>
        table === 'clients' ? `Mairie ${n};L;a${n}@b.fr` : `D${n};Mairie;Envoyé`;
      const entete = table === 'clients' ? 'Société;Ville;E-mail' : 'N°;Client;Statut';
      const { resultat } = importer(
        table,
        sourceCsv(
          `${entete}\n${fiche(1)}\nPage 1/2\n${fiche(2)}\nImprimé le 02/03/2026;;Page 2/2\nPage 2 sur 2;;\n`,
        ),
      );
      expect(resultat).toMatchObject({ lues: 2, creees: 2, rejetees: 0 });
      expect(resultat.ignorees).toEqual([3, 5, 6].map((ligne) => ({ ligne, raison: 'pied' })));
    },
  );
});

describe('tableau croisé', () => {
  it.each([
    ['mois', 'Client;janv.;févr.;mars;avr.;Total\nMairie;1;2;3;4;10\n', 'janv., févr., mars…'],
    ['années', 'Ventes\n;2022;2023;2024;2025\nMairie;1;2;3;4\n', '2022, 2023, 2024…'],
    [
      'trimestres',
      'Client;T1 2025;T2 2025;T3 2025;T4 2025\nM;1;2;3;4\n',
      'T1 2025, T2 2025, T3 2025…',
    ],
    ['dynamique', 'Étiquettes de lignes;Somme de HT\nMairie;12\n', 'Étiquettes de lignes'],
  ])('%s : refusé, et le signe est dit', (_, texte, signe) => {
    const source = sourceCsv(texte);
    expect(signeDeTableauCroise(source.lignes)).toBe(signe);
    const { problemes, changements } = importer('clients', source);
    expect(problemes.map((p) => p.code)).toEqual(['TABLEAU_CROISE']);
    expect(changements).toEqual([]);
  });

  it.each([
    'Client;Créé;Envoyé;Validité;Décidé\nM;01/02/2026;02/03/2026;02/04/2026;03/04/2026\n',
    'Mois;CA signé\njanvier 2026;1\nfévrier 2026;2\n',
    'Client;Ville;Tél;2023;2024;2025\nM;Lyon;1;2;3;4\n',
    'N°;Nom;Ville\n2023;M;L\n',
  ])('une liste n’en est pas un', (texte) => {
    expect(signeDeTableauCroise(sourceCsv(texte).lignes)).toBeNull();
  });

  it('un nombre d’année compte, une date de tableur non', () => {
    const lignes = (cellules: (string | number | boolean)[]) => [{ ligne: 1, cellules }];
    expect(signeDeTableauCroise(lignes(['x', 2022, 2023, 2024, 2025]))).not.toBeNull();
    expect(signeDeTableauCroise(lignes(['x', 46083, 46084, 46085, true]))).toBeNull();
  });
});

it('une feuille vaut ce que valent ses colonnes', () => {
  const noter = noterFeuille('clients', {
    table: 'clients',
    colonnes: { Organisation: 'Zone libre' },
  });
  expect(noter(sourceCsv('Mode d’emploi\n').lignes)).toBe(0);
  expect(noter(sourceCsv('Zone libre;Ville;SIRET\n').lignes)).toBe(3);
});
