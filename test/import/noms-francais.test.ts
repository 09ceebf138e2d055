import { describe, expect, it } from 'vitest';
import { TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { colonnesDe, nomCompare, nomsConnus } from '../../src/import/noms-connus';
import { planImport } from '../../src/import/plan';
import { SYNONYMES } from '../../src/import/synonymes';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const importer = (table: TableEchangeable, csv: string) =>
  planImport(
    new ClasseurEnMemoire().snapshot(),
    table,
    sourceCsv(csv),
    null,
    contexte('2026-03-02'),
  );

/** La première ligne créée dans cette table. */
function creee(table: TableEchangeable, csv: string): Record<string, unknown> {
  const [entete = '', ligne = '', ...suite] = csv.split('\n');
  // Un devis demande son statut.
  const complete =
    table === 'devis' && !/[ÉE]tat;?/.test(entete)
      ? [`${entete};Statut`, `${ligne};Envoyé`, ...suite].join('\n')
      : csv;
  const { changements } = importer(table, complete);
  for (const c of changements)
    if (c.type === 'ajouter' && c.table === table) return c.valeurs as Record<string, unknown>;
  return {};
}

const codes = (table: TableEchangeable, csv: string): string[] =>
  importer(table, csv).resultat.avertissements.map((a) => a.code);

describe('les noms français usuels', () => {
  it.each([
    ['Mél', 'a@m.fr', 'email'],
    ['Mel', 'a@m.fr', 'email'],
    ['N° de SIRET', '732 829 320 00074', 'siret'],
  ])('clients : « %s »', (entete, valeur, cle) => {
    expect(creee('clients', `Société;${entete}\nMairie;${valeur}\n`)[cle]).toBe(valeur);
  });

  it.each(['Dénomination', 'Dénomination sociale', 'Structure', 'Maître d’ouvrage', 'Clients'])(
    'clients et devis : « %s » nomme le client',
    (entete) => {
      expect(creee('clients', `${entete};Ville\nMairie;Lunel\n`)['organisation']).toBe('Mairie');
      const csv = `N° devis;Objet;${entete};Montant HT\nD1;x;Mairie;5\n`;
      expect(creee('devis', csv)['client']).toBe('Mairie');
    },
  );

  it.each([
    'Réf',
    'Réf.',
    'Devis n°',
    'N° offre',
    'N° d’offre',
    'N° de l’offre',
    'Offre n°',
    'Numéro d’offre',
  ])('devis : « %s » est son numéro', (entete) => {
    expect(creee('devis', `${entete};Client;Objet\nD1;Mairie;x\n`)['numero']).toBe('D1');
  });

  it.each([
    ['Mt HT', 150_000],
    ['Montant € HT', 150_000],
    ['Honoraires', 150_000],
    ['Honoraires HT', 150_000],
    ['Honoraires (HT)', 150_000],
    ['Honoraires HT (k€)', 150_000_000],
    ['Montant HT en milliers d’euros', 150_000_000],
    ['Montant HT (milliers d’€)', 150_000_000],
    ["Montant HT (en millions d'euros)", 150_000_000_000],
  ])('devis : « %s » est son montant', (entete, centimes) => {
    const valeur = centimes > 1e10 ? '1,5' : '1500';
    const attendu = centimes > 1e10 ? 150_000_000 : centimes;
    const csv = `N° devis;Objet;Client;${entete}\nD1;x;Mairie;${valeur}\n`;
    expect(creee('devis', csv)['montantHt']).toBe(attendu);
  });

  it.each([
    ['Date envoi', 'envoyeLe'],
    ['Date de l’envoi', 'envoyeLe'],
    ['Date émission', 'envoyeLe'],
    ['Date d’émission', 'envoyeLe'],
    ['Date du devis', 'envoyeLe'],
    ['Date signature', 'decideLe'],
    ['Date décision', 'decideLe'],
    ['Date commande', 'decideLe'],
    ['Date de commande', 'decideLe'],
    ['Accepté le', 'decideLe'],
    ['Décision', 'decideLe'],
    ['Date création', 'creeLe'],
    ['Date validité', 'validite'],
  ])('devis : « %s »', (entete, cle) => {
    expect(creee('devis', `N° devis;Objet;Client;${entete}\nD1;x;Mairie;03/02/2026\n`)[cle]).toBe(
      '2026-02-03',
    );
  });

  it.each(['Etat', 'État'])('devis : « %s » est son statut', (entete) => {
    expect(creee('devis', `N° devis;Objet;Client;${entete}\nD1;x;Mairie;Refusé\n`)['statut']).toBe(
      'Refusé',
    );
  });

  it('« Décision », si ce ne sont pas des dates, n’est pas lue', () => {
    const csv = 'N° devis;Objet;Client;Décision\nD1;x;Mairie;accord oral\n';
    expect(creee('devis', csv)['decideLe'] ?? null).toBeNull();
    expect(importer('devis', csv).resultat.colonnes.ignorees).toEqual(['Décision']);
  });

  it('la date de décision, si elle a sa colonne, l’emporte sur « Décision »', () => {
    const csv = 'N° devis;Objet;Client;Signé le;Décision\nD1;x;Mairie;03/02/2026;04/02/2026\n';
    expect(creee('devis', csv)['decideLe']).toBe('2026-02-03');
  });
});

describe('un nom vague cède à un nom précis', () => {
  const devis = (entetes: string, valeurs: string) =>
    creee('devis', `N°;Objet;Client;${entetes}\nD1;x;Mairie;${valeurs}\n`);

  it.each(['Date', 'Date du devis'])('« %s » est la création, si l’envoi a sa colonne', (date) => {
    expect(devis(`${date};Date d’envoi`, '01/02/2026;03/02/2026')).toMatchObject({
      creeLe: '2026-02-01',
      envoyeLe: '2026-02-03',
    });
  });

  it('« Date » reste de côté si la création a sa colonne', () => {
    expect(devis('Date;Date d’envoi;Créé le', '02/02/2026;03/02/2026;01/02/2026')).toMatchObject({
      creeLe: '2026-02-01',
      envoyeLe: '2026-02-03',
    });
  });

  it('« Date » et « Date du devis » : ni l’une ni l’autre ne s’impose pour la création', () => {
    const csv = 'Date;Date du devis;Date d’envoi\n';
    const { resultat } = importer(
      'devis',
      `N°;Objet;Client;${csv.trim()}\nD1;x;M;01/02/2026;02/02/2026;03/02/2026\n`,
    );
    expect(resultat.colonnes.ignorees).toEqual(['Date', 'Date du devis']);
  });

  it('« Honoraires » cède à « Total HT », « Réf » à « N° devis »', () => {
    expect(devis('Honoraires;Total HT', '10;12')['montantHt']).toBe(1200);
    const csv = 'Réf;N° devis;Objet;Client\nX;D1;x;Mairie\n';
    expect(creee('devis', csv)['numero']).toBe('D1');
  });

  it.each([
    ['Structure;Nom', 'Mairie;Durand', 'Mairie'],
    ['Structure;Client', 'Association;Mairie', 'Mairie'],
    ['Maître d’ouvrage;Client', 'Région;Mairie', 'Mairie'],
    ['Dénomination;Raison sociale', 'Enseigne;Mairie', 'Mairie'],
  ])('« %s » (%s)', (entetes, valeurs, organisation) => {
    expect(creee('clients', `${entetes};Ville\n${valeurs};Lunel\n`)['organisation']).toBe(
      organisation,
    );
  });

  it('un profil qui dit la date de création l’emporte', () => {
    const plan = planImport(
      new ClasseurEnMemoire().snapshot(),
      'devis',
      sourceCsv('N°;Objet;Client;Date;Date d’envoi\nD1;x;M;01/02/2026;03/02/2026\n'),
      { table: 'devis', constantes: { 'Créé le': '2026-01-15' } },
      contexte('2026-03-02'),
    );
    expect(plan.resultat.colonnes.ignorees).toEqual(['Date']);
  });
});

describe('les petits mots', () => {
  it.each(TABLES_ECHANGEABLES)('ne confondent pas deux colonnes de %s', (table) => {
    const { colonnes } = nomsConnus(table);
    for (const [cle, { fr = [], en = [] }] of Object.entries(SYNONYMES[table]))
      for (const nom of [...fr, ...en])
        expect([nom, colonnes.get(nomCompare(nom))?.cle]).toEqual([nom, cle]);
    for (const [cle, { entete }] of Object.entries(colonnesDe(table)))
      expect(colonnes.get(nomCompare(entete))?.cle).toBe(cle);
  });
});

describe('une colonne d’e-mails dont une valeur est fausse', () => {
  const VALEURS = ['a@m.fr', 'b@m.fr', 'à demander', 'd@m.fr'];
  const liste = (entete: string): string =>
    `Société;${entete}\n${VALEURS.map((v, i) => `S${i} Conseil;${v}`).join('\n')}\n`;

  it('au nom connu : elle est lue, et la valeur fausse est dite', () => {
    const { resultat } = importer('clients', liste('Mél'));
    expect(resultat).toMatchObject({ creees: 4, colonnes: { ignorees: [] } });
    expect(resultat.anomalies.map(({ ligne, valeur }) => [ligne, valeur])).toEqual([
      [4, 'à demander'],
    ]);
  });

  it('au nom inconnu : elle est proposée, et rien n’en est lu', () => {
    expect(codes('clients', liste('Courriers'))).toEqual(['IMPORT_COLONNE_PROPOSEE']);
    expect(importer('clients', liste('Courriers')).resultat.colonnes.ignorees).toEqual([
      'Courriers',
    ]);
  });

  it('pas si la moitié des valeurs n’en sont pas, ni si l’e-mail a sa colonne', () => {
    expect(codes('clients', 'Société;Qui\nA;a@m.fr\nB;non\n')).toEqual([]);
    expect(codes('clients', 'Société;Mail;Qui\nA;a@m.fr;b@m.fr\nB;;x\nC;;c@m.fr\n')).toEqual([]);
  });
});
