import { describe, expect, it } from 'vitest';
import { TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { normaliser } from '../../src/commun/texte';
import { colonnesDe } from '../../src/import/noms-connus';
import { enregistrerProfil } from '../../src/import/enregistrer-profil';
import { parcourirImport } from '../../src/import/parcourir';
import { CollecteImport, planImport } from '../../src/import/plan';
import { parseProfil } from '../../src/import/lire-profil';
import { ordreDuFormat } from '../../src/import/profil';
import { SYNONYMES } from '../../src/import/synonymes';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

describe('profil', () => {
  it('celui du contrat est lu', () => {
    const profil = {
      table: 'devis',
      colonnes: { Numéro: 'opportunity_id', Client: 'account', 'Montant HT': 'close_value' },
      valeurs: { Statut: { Won: 'Signé', Lost: 'Refusé', Engaging: 'Envoyé' } },
      format: { date: 'M/J/AAAA', decimal: '.', lignesAvantEntete: 0 },
    };
    expect(parseProfil(profil, 'devis')).toEqual({ profil, problemes: [] });
  });

  it.each<[string, unknown, string, string]>([
    ['pas un objet', [], 'PROFIL_FORME', 'un objet {'],
    ['table inconnue', { table: 'xyz' }, 'PROFIL_FORME', '« table »'],
    ['clé inconnue', { table: 'devis', colones: {} }, 'PROFIL_FORME', '« colones »'],
    ['colonnes mal formées', { table: 'devis', colonnes: 3 }, 'PROFIL_FORME', '« colonnes »'],
    [
      'en-tête non textuel',
      { table: 'devis', colonnes: { Client: 3 } },
      'PROFIL_FORME',
      '« colonnes.Client »',
    ],
    [
      'valeurs mal formées',
      { table: 'devis', valeurs: { Statut: 'Won' } },
      'PROFIL_FORME',
      '« valeurs.Statut »',
    ],
    [
      'décimale',
      { table: 'devis', format: { decimal: ';' } },
      'PROFIL_FORME',
      '« format.decimal »',
    ],
    [
      'lignes avant',
      { table: 'devis', format: { lignesAvantEntete: -1 } },
      'PROFIL_FORME',
      '« format.lignesAvantEntete »',
    ],
    [
      'constante illisible',
      { table: 'devis', constantes: { 'Montant HT': 'abc' } },
      'PROFIL_CONSTANTE_ILLISIBLE',
      'Écrivez un montant',
    ],
    [
      'constante hors de la liste',
      { table: 'devis', constantes: { Statut: 'Peut-être' } },
      'PROFIL_CONSTANTE_ILLISIBLE',
      '« constantes.Statut »',
    ],
    [
      'constante et colonne',
      { table: 'devis', colonnes: { Statut: 'État' }, constantes: { Statut: 'Envoyé' } },
      'PROFIL_DEUX_SOURCES',
      '« État »',
    ],
    ['autre table', { table: 'clients' }, 'PROFIL_AUTRE_TABLE', 'clients'],
    [
      'colonne inconnue',
      { table: 'devis', colonnes: { Couleur: 'x' } },
      'PROFIL_COLONNE_INCONNUE',
      '« Montant HT »',
    ],
    [
      'constante inconnue',
      { table: 'devis', constantes: { Couleur: 'x' } },
      'PROFIL_COLONNE_INCONNUE',
      'constantes.Couleur',
    ],
    [
      'valeur non permise',
      { table: 'devis', valeurs: { Statut: { Won: 'Gagné' } } },
      'PROFIL_VALEUR_INCONNUE',
      'valeurs.Statut.Won',
    ],
    [
      'format de date',
      { table: 'devis', format: { date: 'DD/MM' } },
      'PROFIL_FORMAT_DATE',
      'DD/MM',
    ],
  ])('%s', (_, json, code, dit) => {
    const { profil, problemes } = parseProfil(json, 'devis');
    expect(profil).toBeNull();
    expect(problemes.map((p) => p.code)).toEqual([code]);
    expect(problemes.map(messageDe).join()).toContain(dit);
  });

  it.each([
    ['JJ/MM/AAAA', 'JMA'],
    ['M/J/AAAA', 'MJA'],
    ['AAAA-MM-JJ', 'AMJ'],
    ['J.M.AA', 'JMA'],
    ['MM/AAAA', null],
    ['JJ/JJ/AAAA', null],
  ])('format %s', (format, ordre) => {
    expect(ordreDuFormat(format)).toBe(ordre);
  });

  it('un en-tête absent du fichier, ou employé deux fois, est refusé avec ce que le fichier contient', () => {
    const source = sourceCsv('ident;Client;Statut\nD1;M;Envoyé');
    const snapshot = new ClasseurEnMemoire().snapshot();
    const absent = planImport(
      snapshot,
      'devis',
      source,
      { table: 'devis', colonnes: { Numéro: 'idents' } },
      contexte('2026-03-02'),
    );
    expect(absent.problemes.map(messageDe)).toEqual([
      'Profil, « colonnes.Numéro »\u00a0: le fichier n’a pas de colonne « idents ». « ident » lui ressemble. Ses colonnes\u00a0: « ident », « Client », « Statut ».',
    ]);
    const double = planImport(
      snapshot,
      'devis',
      source,
      { table: 'devis', colonnes: { Numéro: 'ident', Objet: 'ident' } },
      contexte('2026-03-02'),
    );
    expect(double.problemes.map((p) => p.code)).toEqual(['PROFIL_ENTETE_DEUX_FOIS']);
  });

  it('le profil enregistré refait le même import', () => {
    const source = sourceCsv('Quote Number,Customer,Status,Amount\nQ1,Mairie,Sent,"1,234.50"');
    const snapshot = new ClasseurEnMemoire().snapshot();
    const depart = {
      table: 'devis',
      format: { decimal: '.' },
      constantes: { Motif: 'Autre' },
      valeurs: { Statut: { Parti: 'Envoyé' } },
    } as const;
    const premier = planImport(snapshot, 'devis', source, depart, contexte('2026-03-02'));
    const profil = enregistrerProfil('devis', premier.resultat, {}, depart);
    expect(profil).toEqual({
      ...depart,
      colonnes: {
        'N°': 'Quote Number',
        Client: 'Customer',
        Statut: 'Status',
        'Montant HT': 'Amount',
      },
      valeurs: { Statut: { Parti: 'Envoyé', Sent: 'Envoyé' } },
    });
    expect(parseProfil(JSON.parse(JSON.stringify(profil)), 'devis').problemes).toEqual([]);
    const second = planImport(snapshot, 'devis', source, profil, contexte('2026-03-02'));
    expect(second.changements).toEqual(premier.changements);
    expect(enregistrerProfil('devis', premier.resultat, {}, null)).not.toHaveProperty('format');
  });

  it.each<[string, string, object, object]>([
    [
      'ce que les valeurs prouvent',
      'D1;25/04/2026;1,5;A;Envoyé',
      {},
      { date: 'JJ/MM/AAAA', decimal: ',' },
    ],
    ['le mois d’abord', 'D1;04/25/2026;1.5;A;Envoyé', {}, { date: 'MM/JJ/AAAA', decimal: '.' }],
    ['rien de ce qui est supposé', 'D1;03/04/2026;12;A;Envoyé', {}, {}],
    [
      'rien de ce qui se contredit',
      'D1;25/04/2026;1,5;A;Envoyé\nD2;04/25/2026;1.5;A;Envoyé',
      {},
      {},
    ],
    [
      'la ligne de l’en-tête, si elle a été dite',
      'D1;;',
      { ligneEntete: 1 },
      { lignesAvantEntete: 0 },
    ],
  ])('le profil enregistré retient du format %s', (_, lignes, plus, format) => {
    const source = sourceCsv(`N°;Envoyé le;Montant HT;Client;Statut\n${lignes}`);
    const description = { ...source.description, ...plus };
    const parcouru = parcourirImport(
      new ClasseurEnMemoire().snapshot(),
      'devis',
      { ...source, description },
      null,
      contexte('2026-11-26'),
      new CollecteImport('devis'),
    );
    expect(parcouru.format()).toEqual(format);
  });

  it('dit les constantes d’un profil, et pas comme des suppositions ce que ses valeurs traduisent', () => {
    const profil = {
      table: 'devis',
      constantes: { Responsable: 'ana@exemple.fr' },
      valeurs: { Statut: { Won: 'Refusé' } },
    } as const;
    const { resultat } = planImport(
      new ClasseurEnMemoire().snapshot(),
      'devis',
      sourceCsv('N°;Client;Statut\nD1;A;Won\nD2;A;Sent'),
      profil,
      contexte('2026-03-02'),
    );
    const dits = resultat.avertissements.map((a) => a.message.replaceAll('\u00a0', ' '));
    expect(dits).toContain(
      'D’après le profil, toutes les lignes ont : « Responsable » = « ana@exemple.fr ».',
    );
    expect(dits).toContain('Colonne « Statut », d’après le profil : « Won » → Refusé : 1 ligne.');
    expect(dits).toContain(
      'Colonne « Statut », d’après le sens des mots : « Sent » → Envoyé : 1 ligne. Sinon, précisez « valeurs » dans un profil.',
    );
  });
});

describe('synonymes', () => {
  it.each(TABLES_ECHANGEABLES)('%s : un nom ne désigne qu’une colonne, et elle existe', (table) => {
    const vus = new Map<string, string>();
    const entetes = new Map(
      Object.entries(colonnesDe(table)).map(([cle, c]) => [normaliser(c.entete), cle]),
    );
    for (const [cle, { fr = [], en = [] }] of Object.entries(SYNONYMES[table])) {
      expect(colonnesDe(table)).toHaveProperty(cle);
      for (const nom of [...fr, ...en].map(normaliser)) {
        expect([nom, vus.get(nom) ?? cle]).toEqual([nom, cle]);
        expect([nom, entetes.get(nom) ?? cle]).toEqual([nom, cle]);
        vus.set(nom, cle);
      }
    }
  });
});
