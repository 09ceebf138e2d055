import { describe, expect, it } from 'vitest';
import type { CelluleBrute } from '../../src/classeur/source';
import type { TableEchangeable } from '../../src/classeur/tables';
import { releverNature } from '../../src/import/nature-valeurs';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const importer = (table: TableEchangeable, texte: string) =>
  planImport(
    new ClasseurEnMemoire().snapshot(),
    table,
    sourceCsv(texte),
    null,
    contexte('2026-03-02'),
  ).resultat;

describe('la nature d’une colonne', () => {
  it.each<[string | null, CelluleBrute[]]>([
    ['siret', ['732829320', '552 100 554', 552100554]],
    ['email', ['a@b.fr', 'c@d.fr', 'e@f.fr', '']],
    [
      'telephone',
      ['06 12 34 56 78', '+33 6 12 34 56 78', '0033 1 23 45 67 89', '+33 (0)4 00 00 00 00'],
    ],
    ['codePostal', ['01000', '75001', '33000']],
    ['date', ['02/03/2026', '2026-03-02', '13 févr. 2026']],
    ['montant', ['1 234,50 €', '12,00', '-5,10']],
    [null, ['a@b.fr', 'c@d.fr']],
    [null, ['a@b.fr', 'c@d.fr', 'pas une adresse']],
    [null, ['123456789', '111111111', '222222222']],
    [null, ['Mairie', 'Lyon', 'oui']],
    [null, ['1', '2', '3']],
    [null, [true, false, true]],
    [null, []],
  ])('%s', (nature, cellules) => {
    const releve = releverNature();
    for (const c of cellules) releve.observer(c);
    expect(releve.conclure()).toBe(nature);
  });

  it('une faute sur vingt n’y change rien', () => {
    const releve = releverNature();
    for (let i = 0; i < 19; i++) releve.observer(`client${i}@exemple.fr`);
    releve.observer('à demander');
    expect(releve.conclure()).toBe('email');
  });
});

describe('une colonne au nom inconnu', () => {
  it('que ses valeurs désignent est lue, et c’est dit', () => {
    const r = importer(
      'clients',
      'Société;Ident;Coord;Zone\nA;732829320;a@b.fr;01000\nB;552100554;c@d.fr;1001\nC;;e@f.fr;75001\nD;443061841;g@h.fr;75002\n',
    );
    expect(r.colonnes.reconnues).toEqual({
      Société: 'Organisation',
      Ident: 'SIREN/SIRET',
      Coord: 'E-mail',
    });
    expect(r.avertissements.map((a) => a.code)).toEqual([
      'IMPORT_COLONNE_RECONNUE',
      'IMPORT_COLONNE_RECONNUE',
    ]);
    expect(r.avertissements[0]?.message).toContain(
      'est reconnue à ses valeurs (des SIREN ou SIRET)',
    );
  });

  it('sans nom du tout se désigne par sa lettre', () => {
    const r = importer('clients', 'Société;;\nA;a@b.fr;x\nB;c@d.fr;\nC;e@f.fr;\n');
    expect(r.colonnes.reconnues).toMatchObject({ 'Colonne B': 'E-mail' });
    expect(r.colonnes.ignorees).toEqual(['Colonne C']);
    expect(r.avertissements.map((a) => a.code)).toEqual(['IMPORT_COLONNE_RECONNUE']);
  });

  it('deux possibles : aucune n’est lue, la personne choisit', () => {
    const r = importer(
      'clients',
      'Société;Perso;Pro\nA;a@b.fr;u@v.fr\nB;c@d.fr;w@x.fr\nC;e@f.fr;y@z.fr\n',
    );
    expect(r.colonnes.reconnues).toEqual({ Société: 'Organisation' });
    expect(r.avertissements.map((a) => a.code)).toEqual(['IMPORT_COLONNE_PROPOSEE']);
  });

  it('une de nos colonnes déjà remplie n’est pas disputée', () => {
    const r = importer('clients', 'Nom;E-mail;Pro\nA;a@b.fr;u@v.fr\nB;;w@x.fr\nC;;y@z.fr\n');
    expect(r.avertissements).toEqual([]);
  });

  it.each([
    [
      'devis',
      'N°;Client;Statut;Le jour\n1;A;Envoyé;13/02/2026\n2;B;Envoyé;14/02/2026\n3;C;Envoyé;15/02/2026\n',
      'Envoyé le',
    ],
    [
      'devis',
      'N°;Client;Statut;Coût\n1;A;Envoyé;12,50 €\n2;B;Envoyé;13,50 €\n3;C;Envoyé;14,00 €\n',
      'Montant HT',
    ],
  ] as const)('%s : une date, un montant sont proposés, pas lus', (table, texte, attendu) => {
    const r = importer(table, texte);
    const propose = r.avertissements.find((a) => a.code === 'IMPORT_COLONNE_PROPOSEE');
    expect(propose?.message).toContain(`« ${attendu} »`);
    expect(r.colonnes.ignorees).toHaveLength(1);
  });

  it('rien n’est proposé si la principale est là', () => {
    const r = importer(
      'devis',
      'N°;Client;Statut;Date d’envoi;Vu le\n1;A;Envoyé;13/02/2026;13/02/2026\n2;B;Envoyé;14/02/2026;14/02/2026\n3;C;Envoyé;15/02/2026;15/02/2026\n',
    );
    expect(r.avertissements.map((a) => a.code)).not.toContain('IMPORT_COLONNE_PROPOSEE');
  });
});
