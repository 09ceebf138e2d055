import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { TABLES, TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import type { Profil } from '../../src/import/profil';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const importer = (table: TableEchangeable, csv: string, profil: Profil | null = null) =>
  planImport(
    new ClasseurEnMemoire().snapshot(),
    table,
    sourceCsv(csv),
    profil,
    contexte('2026-03-02'),
  );

/** Une liste ordinaire de chaque table, comme une firme la tient. */
const LISTES: Readonly<Record<TableEchangeable, string>> = {
  clients: 'Raison sociale;Contact;E-mail;Ville\nMairie;Jean;j@m.fr;Lunel\n',
  affaires:
    'N° affaire;Client;Objet;Étape;Montant estimé;Probabilité\nA1;Mairie;Audit;Go;100;50 %\n',
  devis:
    'N° devis;Client;Objet;Montant HT;Statut;Envoyé le\nD1;Mairie;Audit;100;Envoyé;13/02/2026\n',
  actions: 'Date;Type;Client;Devis;Auteur;Compte rendu\n13/02/2026;Appel;Mairie;D1;Paul;Rappeler\n',
  factures: 'N° facture;Client;Montant HT;Émise le;Échéance\nF1;Mairie;100;13/02/2026;15/03/2026\n',
  satisfaction: 'Date;Client;Services;Prix;Commentaire\n13/02/2026;Mairie;8;7;Bien\n',
  objectifs: 'Mois;Responsable;CA signé;Devis émis\n03/2026;;100;5\n',
  tarifs: 'Code;Désignation;Prix HT\nT1;Journée;600\n',
};

describe('une liste va dans sa table, et dans aucune autre', () => {
  const paires = TABLES_ECHANGEABLES.flatMap((liste) =>
    TABLES_ECHANGEABLES.map((table) => [liste, table] as const),
  );

  it.each(paires)('la liste de %s, vers %s', (liste, table) => {
    const { problemes, changements, resultat } = importer(table, LISTES[liste]);
    if (liste === table) {
      expect(problemes).toEqual([]);
      expect(resultat).toMatchObject({ lues: 1, creees: 1 });
      return;
    }
    expect(changements).toEqual([]);
    const derniere = problemes.at(-1);
    expect(derniere?.code).toBe('FICHIER_D_UNE_AUTRE_TABLE');
    expect(messageDe(derniere!)).toContain(`(suivi importer ${liste} …)`);
  });
});

describe('des numéros d’une autre table, sous « N° »', () => {
  it.each([
    ['devis', 'N°;Client;Ville\nDEV-2026-1;M;Lyon\n'],
    ['factures', 'Réf;Client;Ville\nFAC12;M;Lyon\nx;M;Lyon\nFAC13;M;Lyon\n'],
    ['affaires', 'No;Client;Ville\nAFF 12;M;Lyon\n'],
    [null, 'N°;Client;Ville\nDEV1;M;Lyon\n2;N;Lyon\n3;O;Lyon\n'],
    [null, 'N°;Client;Ville\nC-0042;M;Lyon\n'],
    [null, 'N°;Client;Ville\n;M;Lyon\n'],
  ] as const)('%s : %j', (autre, csv) => {
    const { problemes } = importer('clients', csv);
    if (autre === null) expect(problemes).toEqual([]);
    else {
      expect(problemes.map((p) => p.code)).toEqual(['NUMEROS_D_UNE_AUTRE_TABLE']);
      expect(messageDe(problemes[0]!)).toContain(`(suivi importer ${autre} …)`);
    }
  });
});

describe('ce qui en décide', () => {
  it.each([
    ['« N° » seul ne fait pas une facture', 'factures', 'N°;Client;Ville\n1;Mairie;Lyon\n', false],
    [
      'ni des coordonnées',
      'factures',
      'N°;Client;Ville;CP;Tél\n1;M;Lyon;69000;0102030405\n',
      false,
    ],
    ['« N° facture », si', 'factures', 'N° facture;Client;Ville\nF1;Mairie;Lyon\n', true],
    ['un client seul', 'factures', 'Client;Dossier\nMairie;A1\n', false],
    ['un client et un montant : à facturer', 'factures', 'Client;Montant HT\nMairie;100\n', true],
    ['des notes manquent', 'satisfaction', 'Date;Client;Segment\n13/02/2026;M;Public\n', false],
    ['aucun objectif', 'objectifs', 'Mois;Responsable\n03/2026;p@x.fr\n', false],
    [
      'des devis sous « N° », vers affaires',
      'affaires',
      'N°;Client;Objet;Statut;Envoyé le;Validité\nD1;M;O;Envoyé;13/02/2026;15/03/2026\n',
      false,
    ],
    [
      'des clients avec ce qu’un devis a aussi',
      'clients',
      'Client;Email;Statut;Commercial\nMairie;m@m.fr;Client;p@x.fr\n',
      true,
    ],
    [
      'des devis avec un commentaire',
      'clients',
      'N° devis;Date;Client;Objet;Montant HT;Statut;Commentaire\nD1;13/02/2026;M;O;5;Envoyé;x\n',
      false,
    ],
    [
      'des devis sous « N° », avec un commentaire et une ville',
      'clients',
      'N°;Client;Objet;Montant HT;Validité;Commentaire;Ville\nD1;M;O;5;15/03/2026;x;Lunel\n',
      false,
    ],
    [
      'des devis avec l’adresse du client',
      'clients',
      'N° devis;Client;Adresse;CP;Ville;Téléphone;Montant HT\nD1;M;Rue;34400;Lunel;;5\n',
      false,
    ],
    [
      'des factures avec l’adresse du client',
      'clients',
      'N° de facture;Client;SIRET;Adresse;Ville;Montant TTC\nF1;M;;Rue;Lunel;5\n',
      false,
    ],
    [
      'des devis avec un commentaire et une durée',
      'actions',
      'Date;Type;Client;N° devis;Objet;Montant HT;Commentaire\n13/02/2026;Appel;M;D1;O;5;x\n',
      true,
    ],
    [
      'des factures qui citent leur devis',
      'factures',
      'N° facture;N° devis;Client;Objet;Montant HT;Validité\nF1;D1;M;O;5;15/03/2026\n',
      true,
    ],
    [
      'des factures qui citent leur devis, et son montant',
      'devis',
      'N° Facture;N° devis;Client;Date facture;Montant HT;Statut\nF1;D1;M;30/01/2026;5;Envoyé\n',
      false,
    ],
    [
      'des factures qui citent d’abord leur devis',
      'devis',
      'N° devis;N° facture;Client;Montant HT;Statut\nD1;F1;M;5;Envoyé\n',
      false,
    ],
    [
      'des factures envoyées, avec leur échéance',
      'devis',
      'N° devis;Client;Montant HT;Envoyé le;N° facture;Échéance\nD1;M;5;13/02/2026;F1;15/03/2026\n',
      false,
    ],
    [
      'des devis avec le numéro de leur facture',
      'devis',
      'N° devis;Client;Montant HT;Statut;Envoyé le;N° facture\nD1;M;5;Envoyé;13/02/2026;F1\n',
      true,
    ],
    [
      'des clients avec un commentaire',
      'clients',
      'Client;Ville;Statut;Commercial;Commentaire\nMairie;Lunel;Client;p@x.fr;x\n',
      true,
    ],
    [
      'des clients avec leur chiffre d’affaires',
      'clients',
      'N°;Société;Ville;CA HT;Commentaire\n7;Mairie;Lunel;5000;x\n',
      true,
    ],
    [
      'des clients avec leur dernier devis',
      'clients',
      'Société;Ville;N° devis;Commentaire\nMairie;Lunel;D1;x\n',
      true,
    ],
    [
      'un numéro de client, trop vague',
      'clients',
      'Réf;Client;Email;Description\n7;Mairie;m@m.fr;x\n',
      true,
    ],
    [
      'des noms trop vagues de l’autre côté n’y font rien',
      'devis',
      'N°;Client;Type;Statut;Émise le;Échéance;Payé\nF1;M;Solde;Payée;13/02/2026;15/03/2026;5\n',
      false,
    ],
  ] as const)('%s, vers %s', (_, table, csv, accepte) => {
    const { problemes } = importer(table, csv);
    expect(problemes.map((p) => p.code)).toEqual(accepte ? [] : ['FICHIER_D_UNE_AUTRE_TABLE']);
  });

  it.each(TABLES_ECHANGEABLES)('un export de %s y revient', (table) => {
    const entetes = Object.values(TABLES[table].colonnes).map((c) => c.entete);
    expect(
      importer(table, `${entetes.join(';')}\n${';x'.repeat(entetes.length - 1)}\n`).problemes,
    ).toEqual([]);
  });

  it('un profil confirme la table choisie', () => {
    const profil: Profil = { table: 'factures', colonnes: { Client: 'Raison sociale' } };
    expect(importer('factures', LISTES.clients, profil).problemes).toEqual([]);
  });

  it('dit à quoi la table se reconnaîtrait, sans ce que le fichier a déjà', () => {
    const [p] = importer('factures', LISTES.devis).problemes;
    expect(messageDe(p!).replace(/\u00a0/g, ' ')).toBe(
      '« essai.csv » ne va pas dans « Factures ». Ses colonnes (« N° devis », « Client », « Objet », « Montant HT », « Statut », « Envoyé le ») sont celles de « Devis » : importez-le vers « Devis » (suivi importer devis …). « Factures » se reconnaîtrait à « N° », « Montant TTC », « BL le », « Émise le », « Échéance », « Payé », « Payé le ». S’il y va bien, désignez ses colonnes dans un profil.',
    );
  });
});

it.each([
  [
    'des paiements, sous leur titre',
    'Payments;;;\nClient;Invoice Number;Amount;Date\nA;F1;12;2026-03-02',
  ],
  ['un seul nom reconnu', 'Attribuant;Nature;Montant (€)\nMairie;aide;12,00'],
])('un conseil ne renvoie jamais à une table qui refuserait : %s', (_, csv) => {
  for (const table of TABLES_ECHANGEABLES) {
    for (const { code, args } of importer(table, csv).problemes) {
      if (code !== 'FICHIER_D_UNE_AUTRE_TABLE') continue;
      const { autre } = args as { autre: { table: TableEchangeable } | null };
      if (autre === null) continue;
      expect(importer(autre.table, csv).problemes.map((p) => p.code)).toEqual([]);
    }
  }
});
