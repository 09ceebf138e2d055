import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { referenceProvisoire } from '../../src/devis/numerotation';
import { messageDe } from '../../src/messages/probleme';
import { planImport } from '../../src/import/plan';
import type { Profil } from '../../src/import/profil';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte, euros, jour } from '../support/valeurs';

const CTX = contexte('2026-03-02');

function importer(
  table: TableEchangeable,
  csv: string,
  classeur = new ClasseurEnMemoire(),
  profil: Omit<Profil, 'table'> | null = null,
) {
  const p = planImport(
    classeur.snapshot(),
    table,
    sourceCsv(csv),
    profil && { table, ...profil },
    CTX,
  );
  classeur.appliquer(p.changements);
  return {
    ...p,
    codes: p.resultat.rejets.map((r) => r.code),
    tables: classeur.snapshot().tables,
    classeur,
  };
}

const DEVIS = 'N°;Client;Statut;Montant HT;Envoyé le\n';

describe('un texte trop long pour une cellule', () => {
  const long = 'x'.repeat(40_000);
  it.each([
    ['Client', `D1;${long};Envoyé;100;`],
    ['Montant HT', `D1;Mairie;Envoyé;${long};`],
  ])('rejette sa ligne, et elle seule : « %s »', (colonne, ligne) => {
    const { resultat, tables } = importer('devis', `${DEVIS}${ligne}\nD2;Mairie;Envoyé;100;`);
    expect(resultat).toMatchObject({ lues: 2, creees: 1, rejetees: 1, clientsCrees: 1 });
    expect(resultat.rejets).toEqual([
      {
        ...{ ligne: 2, colonne, valeur: `${'x'.repeat(60)}…`, code: 'VALEUR_TROP_LONGUE' },
        message: `« ${colonne} » a 40\u202f000 caractères, une cellule en contient 32\u202f767 au plus. Raccourcissez ce texte.`,
      },
    ]);
    expect(tables.devis.map((d) => d.numero)).toEqual(['D2']);
  });

  it('32 767 caractères passent', () => {
    const { resultat } = importer('devis', `${DEVIS}D1;${'x'.repeat(32_767)};Envoyé;100;`);
    expect(resultat).toMatchObject({ creees: 1, rejetees: 0 });
  });
});

describe('import des devis', () => {
  it('crée le devis, son client en prospect, et inscrit le numéro au Registre', () => {
    const { resultat, tables } = importer(
      'devis',
      `${DEVIS}DEV-2026-0042;Mairie;Envoyé;1 234,50 €;04/03/2026`,
    );
    expect(resultat).toMatchObject({ import: 1, lues: 1, creees: 1, clientsCrees: 1 });
    expect(tables.devis[0]).toMatchObject({
      version: 1,
      montantHt: 123450,
      envoyeLe: '2026-03-04',
      premierEnvoi: '2026-03-04',
    });
    expect(tables.clients).toMatchObject([{ organisation: 'Mairie', statut: 'Prospect' }]);
    expect(tables.registre).toMatchObject([
      { numero: 'DEV-2026-0042', serie: 'DEV-2026-', compteur: 42, pour: 'import n° 1' },
    ]);
  });

  it('un devis signé fait un client ; sans date de décision, il est gardé et signalé', () => {
    const { resultat, tables } = importer('devis', `${DEVIS}D1;Mairie;Won;100;04/03/2026`);
    expect(tables.devis[0]?.statut).toBe('Signé');
    expect(tables.clients[0]?.statut).toBe('Client');
    expect(resultat.decidesRepris).toBe(1);
    expect(resultat.valeurs).toEqual({ Statut: { Won: 'Signé' } });
    expect(resultat.anomalies.map((a) => [a.ligne, a.code])).toContainEqual([
      2,
      'IMPORT_DECISION_SANS_DATE',
    ]);
  });

  it.each([
    ['client manquant', 'D1;;Envoyé;100;', 'IMPORT_REQUIS_ABSENT', 'Client'],
    ['statut manquant', 'D1;Mairie;;100;', 'IMPORT_REQUIS_ABSENT', 'Statut'],
    ['statut inconnu', 'D1;Mairie;Peut-être;100;', 'IMPORT_REQUIS_ILLISIBLE', 'Statut'],
    ['numéro manquant', ';Mairie;Envoyé;100;', 'IMPORT_REQUIS_ABSENT', 'N°'],
    ['cellule en trop', 'D1;Mairie;Envoyé;100;;surplus', 'IMPORT_LIGNE_TROP_LONGUE', ''],
  ])('%s : la ligne est rejetée, avec sa raison', (_, ligne, code, colonne) => {
    const { resultat, changements } = importer('devis', DEVIS + ligne);
    expect(resultat).toMatchObject({ lues: 1, rejetees: 1 });
    expect(resultat.rejets).toMatchObject([{ ligne: 2, code, colonne }]);
    expect(changements).toEqual([]);
  });

  it('une ligne rejetée dit tout ce qui est à corriger, une fois', () => {
    const { resultat } = importer('devis', `${DEVIS};;Bizarre;quatre;99/99/9999`);
    expect(resultat.rejets.map((r) => [r.colonne, r.code])).toEqual([
      ['Statut', 'IMPORT_REQUIS_ILLISIBLE'],
      ['N°', 'IMPORT_REQUIS_ABSENT'],
      ['Client', 'IMPORT_REQUIS_ABSENT'],
      ['Montant HT', 'IMPORT_ILLISIBLE'],
      ['Envoyé le', 'IMPORT_ILLISIBLE'],
    ]);
    // Rien n'en est gardé : le motif ne le dit pas.
    expect(resultat.rejets[3]?.message).toBe(
      '« quatre » ne se lit pas dans « Montant HT ». Écrivez un montant, par exemple 1234,50.',
    );
  });

  it('une ligne rejetée d’un devis connu ne demande pas ce que le classeur a déjà', () => {
    const classeur = new ClasseurEnMemoire({
      devis: [{ numero: 'D1', version: 1, client: 'M', statut: 'Envoyé' }],
    });
    const { resultat } = importer('devis', `${DEVIS}D1;;Bizarre;100;`, classeur);
    expect(resultat.rejets.map((r) => r.colonne)).toEqual(['Statut']);
  });

  it('une valeur facultative illisible garde son texte, et se retrouve à sa cellule', () => {
    const { resultat, classeur } = importer(
      'devis',
      `${DEVIS}D1;Mairie;Envoyé;environ 100;31/02/2026`,
    );
    expect(resultat.creees).toBe(1);
    const snapshot = classeur.snapshot();
    expect(snapshot.illisibles.map((i) => [i.colonne, i.valeur])).toEqual([
      ['montantHt', 'environ 100'],
      ['envoyeLe', '31/02/2026'],
    ]);
    expect(resultat.anomalies.filter((a) => a.code === 'IMPORT_ILLISIBLE')).toHaveLength(2);
    expect(
      importer('devis', `${DEVIS}D1;Mairie;Envoyé;environ 100;31/02/2026`, classeur).changements,
    ).toEqual([]);
  });

  it('une valeur illisible n’écrase pas celle du classeur', () => {
    const { classeur } = importer('devis', `${DEVIS}D1;Mairie;Envoyé;100;04/03/2026`);
    const encore = importer('devis', `${DEVIS}D1;Mairie;Envoyé;n.c.;04/03/2026`, classeur);
    expect(encore.changements).toEqual([]);
    // Une seule chose est dite de cette cellule : ce qu'elle devient.
    expect(encore.resultat.anomalies.map((a) => [a.colonne, a.code, a.valeur])).toEqual([
      ['Montant HT', 'IMPORT_ECRASEMENT_REFUSE', 'n.c.'],
    ]);
  });

  it('une date ambiguë dans un fichier étranger ne devient pas une autre date', () => {
    const csv = 'Quote Number,Customer,Status,Quote Date\nQ1,Mairie,Sent,03/04/2026';
    const { classeur, resultat } = importer('devis', csv);
    expect(classeur.snapshot().illisibles).toMatchObject([
      { colonne: 'envoyeLe', valeur: '03/04/2026 ?' },
    ]);
    expect(resultat.avertissements.map((a) => a.code)).toContain('IMPORT_DATES_INDECISES');
    expect(importer('devis', csv, classeur).changements).toEqual([]);
    const precise = importer('devis', csv, classeur, { format: { date: 'M/J/AAAA' } });
    expect(precise.tables.devis[0]?.envoyeLe).toBe('2026-03-04');
  });

  it.each([
    ['l’autre colonne décide', '12/25/2026', '2026-03-04'],
    ['rien ne contredit l’usage français', '05/06/2026', '2026-04-03'],
    ['les autres se contredisent', '12/25/2026 et 25/12/2026', null],
  ])('ordre des dates, %s', (_, autres, attendu) => {
    const [a = '', b = ''] = autres.split(' et ');
    const entete = 'N°;Client;Statut;Envoyé le;Validité;Créé le\n';
    const { tables } = importer('devis', `${entete}D1;M;Envoyé;03/04/2026;${a};${b}`);
    expect(tables.devis[0]?.envoyeLe).toBe(attendu);
  });

  it('ne modifie que ce qui diffère ; un champ vide de la source n’efface rien', () => {
    const { classeur } = importer('devis', `${DEVIS}D1;Mairie;Envoyé;100;04/03/2026`);
    const { changements, resultat } = importer('devis', `${DEVIS}D1;MAIRIE;Signé;;`, classeur);
    expect(resultat).toMatchObject({ modifiees: 1, creees: 0, clientsCrees: 0 });
    expect(changements).toMatchObject([
      { type: 'modifier', nom: 'D1', avant: { statut: 'Envoyé' }, apres: { statut: 'Signé' } },
    ]);
    expect(Object.keys((changements[0] as { apres: object }).apres)).toEqual(['statut']);
  });

  it('un numéro déjà pris par un autre client est rejeté', () => {
    const { classeur } = importer('devis', `${DEVIS}D1;Mairie;Envoyé;100;04/03/2026`);
    const { codes, changements } = importer('devis', `${DEVIS}d1;Préfecture;Envoyé;100;`, classeur);
    expect(codes).toEqual(['IDENTITE_DEJA_PRISE']);
    expect(changements).toEqual([]);
  });

  it('deux lignes du même numéro qui se contredisent sont rejetées toutes deux', () => {
    const { resultat, changements } = importer(
      'devis',
      `${DEVIS}D1;Mairie;Envoyé;100;\nD1;Mairie;Envoyé;200;\nD2;Mairie;Envoyé;1;`,
    );
    expect(resultat).toMatchObject({ lues: 3, creees: 1, rejetees: 2 });
    expect(resultat.rejets.map((r) => [r.ligne, r.colonne, r.code])).toEqual([
      [2, 'Montant HT', 'IDENTITE_EN_CONFLIT'],
      [3, 'Montant HT', 'IDENTITE_EN_CONFLIT'],
    ]);
    expect(resultat.rejets[0]?.message).toMatch(/^« D1 » est décrit par les lignes 2, 3,/);
    expect(changements.filter((c) => c.table === 'devis')).toHaveLength(1);
  });

  it('la version vient du suffixe, ou de sa colonne ; contradictoires, la ligne est rejetée', () => {
    const entete = 'N°;Version;Client;Statut\n';
    const { tables, codes } = importer(
      'devis',
      `${entete}D1-V2;;Mairie;Envoyé\nD2;3;Mairie;Envoyé\nD3-V2;1;Mairie;Envoyé\nD4;;Mairie;Envoyé`,
    );
    expect(tables.devis.map((d) => [d.numero, d.version])).toEqual([
      ['D1', 2],
      ['D2', 3],
      ['D4', 1],
    ]);
    expect(codes).toEqual(['IMPORT_VERSION_CONTRADICTOIRE']);
  });

  it.each([
    ['suffixe tapé dans le classeur, sans version', 'D1-V2', null],
    ['suffixe tapé, version aussi', 'D1-V2', 2],
    ['numéro et version', 'D1', 2],
  ])('reconnaît la version 2 : %s', (_, numero, version) => {
    const classeur = new ClasseurEnMemoire({
      devis: [{ numero, version, client: 'M', statut: 'Envoyé' }],
    });
    const { resultat } = importer('devis', 'N°;Client;Statut\nD1-V2;M;Envoyé', classeur);
    expect(resultat).toMatchObject({ inchangees: 1, creees: 0 });
  });

  it('une référence provisoire n’entre pas au Registre, un numéro connu n’y entre pas deux fois', () => {
    const classeur = new ClasseurEnMemoire({ registre: [{ numero: 'D1' }] });
    const csv = 'N°;Client;Statut\nPROV-7;M;Brouillon\nD1;M;Envoyé\nD2;M;Envoyé\nD2-V2;M;Envoyé';
    const { tables } = importer('devis', csv, classeur);
    expect(tables.devis).toHaveLength(4);
    expect(tables.registre.map((r) => r.numero)).toEqual(['D1', 'D2']);
  });

  it('un devis sans client dans le classeur reçoit celui de la source, créé s’il manque', () => {
    const classeur = new ClasseurEnMemoire({
      devis: [{ numero: 'D1', version: 1, statut: 'Envoyé' }],
    });
    const { tables, resultat } = importer('devis', `${DEVIS}D1;Mairie;Envoyé;;`, classeur);
    expect(tables.devis[0]?.client).toBe('Mairie');
    expect(resultat).toMatchObject({ modifiees: 1, clientsCrees: 1 });
  });

  it('le TTC et lui seul se calcule, et suit le HT qu’il suivait', () => {
    const entete = 'N°;Client;Statut;Montant HT;TVA\n';
    const { classeur, tables } = importer('devis', `${entete}D1;Mairie;Envoyé;100;20 %`);
    expect(tables.devis[0]?.montantTtc).toBe(12000);
    expect(
      importer('devis', `${entete}D1;Mairie;Envoyé;200;20 %`, classeur).tables.devis[0]?.montantTtc,
    ).toBe(24000);
    classeur.ecrire('devis', 2, 'montantTtc', 250);
    expect(
      importer('devis', `${entete}D1;Mairie;Envoyé;300;20 %`, classeur).tables.devis[0]?.montantTtc,
    ).toBe(25000);
  });

  it.each([
    ['prix × quantité', 'Item Cost,Item Quantity', ['10.50,2', '1,3'], 2400],
    ['total de ligne', 'Line Total,Item Notes', ['21.00,a', '3.00,b'], 2400],
  ])('sans montant du document, %s : la somme des lignes', (_, colonnes, [a, b], attendu) => {
    const csv = `Quote Number,Client,Status,${colonnes}\nQ1,Mairie,Sent,${a}\nQ1,Mairie,Sent,${b}`;
    const { resultat, tables, classeur } = importer('devis', csv);
    expect(tables.devis).toMatchObject([{ montantHt: attendu }]);
    expect(resultat).toMatchObject({ lues: 2, creees: 1, inchangees: 1, documents: 1 });
    expect(resultat.avertissements.map((w) => w.code)).toContain('IMPORT_MONTANT_SOMME');
    expect(importer('devis', csv, classeur).changements).toEqual([]);
  });

  it('une somme incomplète n’est pas un montant', () => {
    const csv =
      'Quote Number,Client,Status,Item Cost,Item Quantity\nQ1,Mairie,Sent,10,2\nQ1,Mairie,Sent,,3\nQ2,Mairie,Sent,1,1\nQ2,Mairie,Bof,1,1';
    const { tables, resultat } = importer('devis', csv);
    expect(tables.devis).toMatchObject([{ numero: 'Q1', montantHt: null }]);
    expect(resultat.anomalies.map((a) => a.code)).toContain('IMPORT_ARTICLE_SANS_MONTANT');
    expect(resultat.rejets.map((r) => [r.ligne, r.code])).toEqual([
      [4, 'IMPORT_DOCUMENT_INCOMPLET'],
      [5, 'IMPORT_REQUIS_ILLISIBLE'],
    ]);
  });

  it('un objet par ligne d’article : celui de la première', () => {
    const { tables, resultat } = importer(
      'devis',
      'N°;Client;Statut;Objet\nD1;M;Envoyé;Étude\nD1;M;Envoyé;Essais',
    );
    expect(tables.devis).toMatchObject([{ objet: 'Étude' }]);
    expect(resultat.avertissements.map((a) => a.code)).toContain('IMPORT_OBJET_PREMIERE_LIGNE');
  });

  it('le profil d’un CRM étranger : valeurs traduites, constantes, lignes rejetées dites', () => {
    const csv =
      'opportunity_id,sales_agent,account,deal_stage,close_date,close_value\n' +
      '1C1I7A6R,Moses Frase,Cancity,Won,2017-03-01,1054\nZ063OYW0,Moses Frase,,Won,2017-03-11,4514\nEC4QE1BX,Moses Frase,Cancity,Prospecting,,\nMV1LWRNH,Moses Frase,Codehow,Lost,3/9/2017,0';
    const { resultat, tables } = importer('devis', csv, undefined, {
      colonnes: {
        Numéro: 'opportunity_id',
        Client: 'account',
        'Montant HT': 'close_value',
        Statut: 'deal_stage',
      },
      valeurs: { Statut: { Won: 'Signé', Lost: 'Refusé', Engaging: 'Envoyé' } },
      constantes: { Motif: 'Autre' },
      format: { date: 'M/J/AAAA', decimal: '.' },
    });
    expect(resultat).toMatchObject({ lues: 4, creees: 2, rejetees: 2, clientsCrees: 2 });
    expect(tables.devis).toMatchObject([
      {
        numero: '1C1I7A6R',
        statut: 'Signé',
        montantHt: 105400,
        decideLe: '2017-03-01',
        motif: 'Autre',
      },
      { numero: 'MV1LWRNH', statut: 'Refusé', montantHt: 0, decideLe: '2017-03-09' },
    ]);
    // Un nom de membre n'est pas une adresse douteuse : « Équipe », une fois remplie, dira qui c'est.
    expect(resultat.anomalies.map((a) => a.code)).not.toContain('IMPORT_EMAIL_DOUTEUX');
    expect(tables.devis[0]?.responsable).toBe('Moses Frase');
  });
});

describe('en-têtes', () => {
  it('une unité n’empêche pas de reconnaître la colonne', () => {
    const { resultat } = importer(
      'devis',
      'N°;Client;Statut;Prix HT (€);Objet de la mission\nD1;M;Brouillon;12,5;Étude',
    );
    expect(resultat.colonnes).toMatchObject({
      reconnues: { 'Prix HT (€)': 'Montant HT', 'Objet de la mission': 'Objet' },
      ignorees: [],
    });
  });

  it('refusé, le fichier dit quand même ce qui a été reconnu : un profil part de là', () => {
    const { resultat } = importer('devis', 'N° devis;Montant HT\nD1;100');
    expect(resultat.colonnes.reconnues).toEqual({ 'N° devis': 'N°', 'Montant HT': 'Montant HT' });
  });
});

it.each([
  ['Brouillon', false],
  ['En validation', false],
  ['Validé', false],
  ['Annulé', false],
  ['Envoyé', true],
  ['Signé', true],
])('« %s » sans date d’envoi : à vérifier, %s', (statut, attendu) => {
  const { resultat } = importer('devis', `${DEVIS}D1;Mairie;${statut};100;`);
  expect(resultat.anomalies.some((a) => a.code === 'IMPORT_ENVOI_SANS_DATE')).toBe(attendu);
});

describe('fichiers qui ne sont pas de cette table', () => {
  it('un N° manquant ne se donne pas à toutes les lignes ; un statut, si', () => {
    const dits = (csv: string) => importer('devis', csv).problemes.map(messageDe).join('\n');
    const sansNumero = dits('Client;Statut;Montant HT\nA;Envoyé;1');
    expect(sansNumero).toContain('« N° »');
    expect(sansNumero).toContain('sinon, ajoutez-la au fichier, chaque ligne avec la sienne.');
    expect(sansNumero).not.toContain('constantes');
    expect(dits('N°;Client;Montant HT\nD1;A;1')).toContain('« constantes »');
  });

  it.each([
    ['aucun nom connu', 'devis', 'a;b\n1;2', ['ENTETE_INTROUVABLE']],
    ['un seul nom, trop général', 'clients', 'Nom;Label\nx;y', ['ENTETE_INTROUVABLE']],
    [
      'colonnes requises absentes',
      'devis',
      'N° devis;Montant HT\nD1;100',
      ['COLONNE_REQUISE_ABSENTE', 'COLONNE_REQUISE_ABSENTE'],
    ],
    [
      'un titre d’un autre genre',
      'devis',
      'INVOICES;;\nNumber;Client;Status\n1;M;Sent',
      ['FICHIER_D_UN_AUTRE_GENRE'],
    ],
  ] as const)('%s : refusé en entier', (_, table, csv, codes) => {
    const { problemes, changements, resultat } = importer(table, csv);
    expect(problemes.map((p) => p.code)).toEqual(codes);
    expect(changements).toEqual([]);
    expect(resultat.lues).toBe(0);
  });

  it('compléter des devis connus ne demande que leur numéro', () => {
    const classeur = new ClasseurEnMemoire({
      devis: [{ numero: 'D1', version: 1, client: 'M', statut: 'Envoyé' }],
    });
    const { resultat, codes } = importer('devis', 'N° devis;Montant HT\nD1;100\nD2;5', classeur);
    expect(resultat).toMatchObject({ modifiees: 1, rejetees: 1 });
    expect(codes).toEqual(['IMPORT_REQUIS_ABSENT', 'IMPORT_REQUIS_ABSENT']);
  });
});

describe('en-tête, préambule, colonnes', () => {
  it('compte à part préambule, lignes vides et en-têtes répétés', () => {
    const { resultat } = importer(
      'clients',
      'Export du 2 mars;\n\nNom;E-mail\nMairie;m@exemple.fr\n;\nNom;E-mail\nPréfecture;p@exemple.fr',
    );
    expect(resultat).toMatchObject({ lues: 2, creees: 2 });
    expect(resultat.ignorees).toEqual([
      { ligne: 1, raison: 'preambule' },
      { ligne: 2, raison: 'vide' },
      { ligne: 5, raison: 'vide' },
      { ligne: 6, raison: 'en-tete-repete' },
    ]);
  });

  it.each<[string, TableEchangeable, string, boolean]>([
    ['un compte de clients', 'clients', 'Nom;E-mail;CA\nA;;1\nTotal : 5 clients;;', true],
    ['un total de clients', 'clients', 'Nom;E-mail;CA\nA;;1\nTOTAL;;1 234,50 €', true],
    ['« TOTAL », seul en dernière ligne', 'clients', 'Nom;E-mail;Ville\nA;;\nTOTAL;;', true],
    ['une organisation nommée Total', 'clients', 'Nom;E-mail\nTotal;\nA;', false],
    ['Total, dans une liste de noms', 'clients', 'Nom\nA\nTotal', false],
    ['Total et son SIRET', 'clients', 'Nom;SIRET\nA;\nTotal;73282932000074', false],
    ['Total et une adresse', 'clients', 'Nom;E-mail\nA;\nTotal;t@exemple.fr', false],
    ['Total Énergies', 'clients', 'Nom;E-mail;CA\nA;;1\nTotal Énergies;;5', false],
    ['sous-total de devis', 'devis', `${DEVIS}D1;M;Envoyé;1;\nSous-total;;;1;`, true],
    ['total sous le client', 'devis', `${DEVIS}D1;M;Envoyé;1;\n;Total général;;1,00;`, true],
    ['client Total, avec son N°', 'devis', `${DEVIS}D1;M;Envoyé;1;\nD2;Total;Envoyé;1;`, false],
    ['total d’actions', 'actions', 'Client;Date;Type;Durée\nM;02/03/2026;Appel;1\nTotal;;;1', true],
    ['total d’objectifs', 'objectifs', 'Mois;CA signé\n03/2026;1\nTotal HT;1', true],
  ])('une ligne de totaux n’est pas un enregistrement : %s', (_, table, csv, ecartee) => {
    const { resultat } = importer(table, csv);
    expect(resultat.ignorees).toEqual(ecartee ? [{ ligne: 3, raison: 'total' }] : []);
    expect(resultat).toMatchObject({ lues: ecartee ? 1 : 2, creees: ecartee ? 1 : 2 });
  });

  it('« Total » seul : un pied s’il finit la liste, une organisation s’il la commence', () => {
    const pied = importer('clients', 'Nom;E-mail\nA;\nTotal;\nPage 1/1;').resultat;
    expect(pied).toMatchObject({ lues: 1, creees: 1 });
    expect(pied.ignorees.map((i) => [i.ligne, i.raison])).toEqual([
      [3, 'total'],
      [4, 'pied'],
    ]);
    const milieu = importer('clients', 'Nom;E-mail\nA;\nTotal;\nB;\nTOTAL;').resultat;
    expect(milieu).toMatchObject({ lues: 3, creees: 3, ignorees: [{ ligne: 5, raison: 'total' }] });
    const seule = importer('clients', 'Nom;E-mail\nTotal;').resultat;
    expect(seule).toMatchObject({ lues: 1, creees: 1, ignorees: [] });
  });

  it('une référence provisoire après la validation est un doute, et n’avance pas le compteur', () => {
    const { resultat, classeur } = importer('devis', `${DEVIS}PROV-99;M;Envoyé;1;`);
    expect(resultat.anomalies.map((a) => a.code)).toContain('IMPORT_REFERENCE_PROVISOIRE');
    expect(referenceProvisoire(classeur.snapshot())).toBe('PROV-1');
    const brouillon = importer('devis', `${DEVIS}PROV-99;M;Brouillon;1;`);
    expect(brouillon.resultat.anomalies).toEqual([]);
    expect(referenceProvisoire(brouillon.classeur.snapshot())).toBe('PROV-100');
  });

  it('une ligne courte est lue avec des vides', () => {
    const { tables } = importer('clients', 'Nom;E-mail;Ville\nMairie');
    expect(tables.clients).toMatchObject([{ organisation: 'Mairie', email: null, ville: null }]);
  });

  it('le profil dit où est l’en-tête', () => {
    const csv = 'Nom;E-mail;Ville\nSociété;Courriel;x\nMairie;m@exemple.fr;Lyon';
    const { resultat } = importer('clients', csv, undefined, { format: { lignesAvantEntete: 1 } });
    expect(resultat.colonnes).toEqual({
      reconnues: { Société: 'Organisation', Courriel: 'E-mail' },
      ignorees: ['x'],
    });
    expect(resultat.lues).toBe(1);
  });

  it('deux colonnes candidates ne sont pas départagées ; un nom précis l’emporte sur un général', () => {
    const { resultat, tables } = importer(
      'devis',
      'N°;Client;Statut;Total HT;HT;Date;Date d’envoi\nD1;M;Envoyé;1;2;01/01/2026;02/01/2026',
    );
    expect(tables.devis[0]).toMatchObject({ montantHt: 100, envoyeLe: '2026-01-02' });
    const double = importer('devis', 'N°;Client;Statut;Total HT;Prix HT\nD1;M;Envoyé;1;2');
    expect(double.tables.devis[0]?.montantHt).toBeNull();
    expect(double.resultat.avertissements.map((a) => a.code)).toContain('IMPORT_COLONNE_AMBIGUE');
    expect(resultat.colonnes.ignorees).toEqual(['HT']);
  });

  it('deux colonnes de même nom : la seconde est renommée, aucune fusion', () => {
    const { resultat, tables } = importer('clients', 'Name,Phone,Phone\nMairie,,0102\nVille,,');
    expect(tables.clients.map((c) => c.telephone)).toEqual(['0102', null]);
    expect(resultat.colonnes.reconnues).toEqual({ Name: 'Organisation', 'Phone (2)': 'Téléphone' });
    const pleines = importer('clients', 'Name,Phone,Phone\nMairie,0101,0102');
    expect(pleines.tables.clients[0]?.telephone).toBeNull();
    expect(pleines.resultat.colonnes.ignorees).toEqual(['Phone', 'Phone (2)']);
  });
});

const connus = () =>
  new ClasseurEnMemoire({
    clients: [
      { organisation: 'Dupont SARL', siret: '732 829 320 00074', email: 'd@exemple.fr' },
      { organisation: 'Énergie & Co' },
    ],
  });

describe('reconnaître les clients', () => {
  it.each([
    ['même nom, autre casse', 'DUPONT SARL;;', 'inchangees'],
    ['sans forme juridique', 'Dupont;;', 'inchangees'],
    ['forme juridique contraire', 'Dupont SA;;', 'creees'],
    ['accents', 'energie et co;;', 'creees'],
    ['accents et casse', 'ENERGIE & CO;;', 'inchangees'],
    ['même SIRET, autre nom', 'Dupont Père et fils;73282932000074;', 'inchangees'],
    ['SIREN du même', 'Dupont Père;732829320;', 'inchangees'],
    ['même nom, autre SIRET', 'Dupont;35600000000048;', 'rejetees'],
    ['même e-mail seulement', 'Durand;;d@exemple.fr', 'creees'],
  ] as const)('%s', (_, ligne, sort) => {
    const { resultat } = importer('clients', `Nom;SIRET;E-mail\n${ligne}`, connus());
    expect(resultat[sort]).toBe(1);
  });

  it('un SIRET connu sous un autre nom est rattaché, et signalé', () => {
    const { resultat } = importer('clients', 'Nom;SIRET\nDurand;73282932000074', connus());
    expect(resultat.anomalies.map((a) => a.code)).toEqual(['CLIENT_AUTRE_NOM']);
  });

  it.each([
    ['sans sa forme juridique', 'Dupont', ['CLIENT_AUTRE_FORME']],
    ['à la casse près', 'DUPONT SARL', []],
  ])('un client connu %s est reconnu, et son autre nom est dit', (_, nom, codes) => {
    const { resultat } = importer('clients', `Nom;Ville\n${nom};Alès`, connus());
    expect(resultat.anomalies.map((a) => a.code)).toEqual(codes);
    expect(resultat.modifiees).toBe(1);
  });

  it('un même e-mail n’est qu’un doute, signalé', () => {
    const { resultat } = importer('clients', 'Nom;E-mail\nDurand;d@exemple.fr', connus());
    expect(resultat.anomalies.map((a) => a.code)).toEqual(['CLIENT_DOUBLON_POSSIBLE']);
  });

  it('deux lignes d’une organisation, deux SIRET : les deux sont rejetées', () => {
    const { codes } = importer('clients', 'Nom;SIRET\nA;73282932000074\nA;35600000000048\n;1');
    expect(codes).toEqual(['IDENTITE_EN_CONFLIT', 'IDENTITE_EN_CONFLIT', 'IMPORT_REQUIS_ABSENT']);
  });

  it.each([
    [
      'deux SIRET sous un même nom',
      'Alpha;552 100 554 00013;\nALPHA;73282932000074;',
      '« Alpha » est décrit par les lignes 2, 3, qui se contredisent (« SIRET » : « 552 100 554 00013 », « 73282932000074 »). Aucune n’est importée : gardez la bonne, ou distinguez-les.',
    ],
    [
      'deux noms et deux villes sous un même SIRET',
      'Gamma;30326504500011;Lyon\nDelta;303265045;Paris',
      '« Gamma » est décrit par les lignes 2, 3, de même SIREN/SIRET 30326504500011, qui se contredisent (« Nom » : « Gamma », « Delta » ; « Ville » : « Lyon », « Paris »). Aucune n’est importée : gardez la bonne, ou distinguez-les.',
    ],
    [
      'un texte long, dont seul le début est montré',
      `Gamma;;${'x'.repeat(50)}\nGamma;;Paris`,
      `« Gamma » est décrit par les lignes 2, 3, qui se contredisent (« Ville » : « ${'x'.repeat(40)}… », « Paris »). Aucune n’est importée : gardez la bonne, ou distinguez-les.`,
    ],
  ])('%s : la contradiction est nommée', (_, lignes, message) => {
    const { resultat, codes } = importer('clients', `Nom;SIRET;Ville\n${lignes}\n`);
    expect(codes).toEqual(['IDENTITE_EN_CONFLIT', 'IDENTITE_EN_CONFLIT']);
    expect(resultat.rejets[0]?.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(message);
    expect(resultat).toMatchObject({ creees: 0, rejetees: 2 });
  });

  it.each([
    ['le SIRET précise le SIREN', 'BETA;732829320\nBeta;73282932000074', 'BETA', '73282932000074'],
    ['le SIREN n’y ajoute rien', 'Beta;73282932000074\nBETA;732829320', 'Beta', '73282932000074'],
    ['deux écritures du même', 'Beta;732 829 320\nbeta;732829320', 'Beta', '732 829 320'],
    [
      'la forme juridique précise le nom',
      'Beta;73282932000074\nBeta SARL;732829320',
      'Beta SARL',
      '73282932000074',
    ],
    [
      'dans un autre ordre',
      'Beta SARL;732829320\nBeta;73282932000074',
      'Beta SARL',
      '73282932000074',
    ],
  ])('%s : une seule organisation', (_, lignes, nom, siret) => {
    const { tables, codes, resultat } = importer('clients', `Nom;SIRET\n${lignes}\n`);
    expect(codes).toEqual([]);
    expect(tables.clients.map((c) => [c.organisation, c.siret])).toEqual([[nom, siret]]);
    const dits = nom === 'Beta SARL' ? ['CLIENT_NOMS_REUNIS'] : [];
    expect(resultat.anomalies.map((a) => a.code)).toEqual(dits);
  });

  it('deux noms d’un client du classeur, reconnu à son SIRET : rattachés, et signalés', () => {
    const csv = 'Nom;SIRET\nDurand;73282932000074\nMartin;732829320';
    const { resultat, codes } = importer('clients', csv, connus());
    expect(codes).toEqual([]);
    expect(resultat.anomalies.map((a) => a.code)).toEqual(['CLIENT_AUTRE_NOM', 'CLIENT_AUTRE_NOM']);
  });

  it('un devis cite le client sous le nom du classeur', () => {
    const { tables, resultat } = importer('devis', `${DEVIS}D1;dupont;Envoyé;1;`, connus());
    expect(tables.devis[0]?.client).toBe('Dupont SARL');
    expect(resultat.clientsCrees).toBe(0);
  });
});

describe('tables sans identité', () => {
  it('un contenu identique n’est pas ajouté, un double voulu l’est', () => {
    const csv =
      'Date;Type;Client;Compte rendu\n02/03/2026;Appel;Mairie;Point\n02/03/2026;Appel;Mairie;Point\n03/03/2026;RDV;Mairie;';
    const { classeur, resultat, tables } = importer('actions', csv);
    expect(resultat).toMatchObject({ creees: 3, clientsCrees: 1 });
    expect(tables.actions[2]).toMatchObject({ type: 'Visite', reference: 'import n° 1' });
    expect(importer('actions', csv, classeur)).toMatchObject({
      changements: [],
      resultat: { inchangees: 3 },
    });
  });

  it('un double de plus que dans le classeur s’ajoute', () => {
    const csv = 'Date;Type;Client\n02/03/2026;Appel;Mairie';
    const { classeur } = importer('actions', csv);
    const { resultat } = importer('actions', `${csv}\n02/03/2026;Appel;Mairie`, classeur);
    expect(resultat).toMatchObject({ inchangees: 1, creees: 1 });
  });

  it('une facture à émettre n’a pas de numéro', () => {
    const csv = 'N°;Client;Montant HT;BL le\n;Mairie;100;01/02/2026\nF1;Mairie;50;01/02/2026';
    const { classeur, tables } = importer('factures', csv);
    expect(tables.factures).toHaveLength(2);
    expect(tables.clients).toMatchObject([{ statut: 'Client' }]);
    expect(importer('factures', csv, classeur).changements).toEqual([]);
  });
});

it('le responsable nommé est celui de l’équipe', () => {
  const classeur = new ClasseurEnMemoire({
    equipe: [{ email: 'jm@exemple.fr', nom: 'Jeanne Martin', initiales: 'JM', role: 'Consultant' }],
  });
  const { tables } = importer(
    'devis',
    'N°;Client;Statut;Responsable\nD1;M;Envoyé;JEANNE MARTIN\nD2;M;Envoyé;jm\nD3;M;Envoyé;Autre',
    classeur,
  );
  expect(tables.devis.map((d) => d.responsable)).toEqual([
    'jm@exemple.fr',
    'jm@exemple.fr',
    'Autre',
  ]);
});

it('deux membres du même nom : le nom est gardé', () => {
  const classeur = new ClasseurEnMemoire({
    equipe: [
      { email: 'a@exemple.fr', nom: 'Martin', role: 'Gérant' },
      { email: 'b@exemple.fr', nom: 'Martin', role: 'Consultant' },
      { nom: 'Sans adresse', role: 'Consultant' },
    ],
  });
  const { tables } = importer('devis', 'N°;Client;Statut;Auteur\nD1;M;Envoyé;Martin', classeur);
  expect(tables.devis[0]?.auteur).toBe('Martin');
});

it('deux lignes qui ont chacune un texte illisible différent se contredisent', () => {
  const { codes } = importer('devis', `${DEVIS}D1;M;Envoyé;abc;\nD1;M;Envoyé;xyz;`);
  expect(codes).toEqual(['IDENTITE_EN_CONFLIT', 'IDENTITE_EN_CONFLIT']);
});

it('une constante du profil doit se lire, sinon son texte est gardé', () => {
  const csv = 'N°;Client;Statut\nD1;M;Envoyé';
  const { classeur } = importer('devis', csv, undefined, { constantes: { TVA: 'vingt' } });
  expect(classeur.snapshot().illisibles).toMatchObject([{ colonne: 'tauxTva', valeur: 'vingt' }]);
  const statut = importer('devis', 'N°;Client\nD1;M', undefined, {
    constantes: { Statut: 'Envoyé' },
  });
  expect(statut.tables.devis[0]?.statut).toBe('Envoyé');
});

it('le numéro d’import suit le dernier du Journal, ou celui qu’annonce la coquille', () => {
  const classeur = new ClasseurEnMemoire({
    journal: [{ origine: 'import n° 11' }, { origine: 'commande' }],
  });
  const csv = sourceCsv('Nom;E-mail\nA;a@exemple.fr');
  expect(planImport(classeur.snapshot(), 'clients', csv, null, CTX).resultat.import).toBe(12);
  const reprise = { ...CTX, origine: 'import n° 7' };
  expect(planImport(classeur.snapshot(), 'clients', csv, null, reprise).resultat.import).toBe(7);
});

it.each([
  ['objectifs', 'Mois;CA signé\nmars 2026;1000', { mois: '2026-03', caSigne: 100000 }],
  [
    'objectifs',
    'Mois;Vaut pour;CA signé\n01/2026;annee;1000',
    { mois: '2026-01', vautPour: 'Année', caSigne: 100000 },
  ],
  [
    'objectifs',
    'Période;Portée;CA signé\n01/2026;Année;1000',
    { mois: '2026-01', vautPour: 'Année', caSigne: 100000 },
  ],
  [
    'tarifs',
    'Code;Désignation;Prix HT;TVA\nA1;Étude;85,5;20',
    { code: 'A1', prixHt: 8550, tauxTva: 0.2 },
  ],
  ['satisfaction', 'Date;Client;Prix\n02/03/2026;M;12', { prix: 12 }],
  [
    'affaires',
    'N° affaire;Client;Projet;Étape\nAFF-1;M;Pont;En réalisation',
    { objet: 'Pont', etape: 'En réalisation' },
  ],
] as const)('%s : importé, puis inchangé', (table, csv, attendu) => {
  const { tables, classeur } = importer(table, csv);
  expect(tables[table]).toMatchObject([attendu]);
  expect(importer(table, csv, classeur).changements).toEqual([]);
});

it('les doutes sont listés, jamais corrigés', () => {
  const classeur = new ClasseurEnMemoire();
  const devis = importer(
    'devis',
    'N°;Client;Statut;Montant HT;Envoyé le;Date de décision;Envoyé à\nD1;M;Signé;0;04/03/2027;01/01/2026;pas une adresse',
    classeur,
  );
  expect(devis.resultat.anomalies.map((a) => a.code).sort()).toEqual([
    'IMPORT_DATES_INVERSEES',
    'IMPORT_DATE_FUTURE',
    'IMPORT_DEVIS_SANS_MONTANT',
    'IMPORT_EMAIL_DOUTEUX',
  ]);
  expect(devis.tables.devis[0]).toMatchObject({
    montantHt: euros(0),
    envoyeLe: jour('2027-03-04'),
    envoyeA: 'pas une adresse',
  });
  expect(importer('clients', 'Nom;SIRET\nA;12').resultat.anomalies.map((a) => a.code)).toEqual([
    'IMPORT_SIRET_DOUTEUX',
  ]);
  expect(
    importer('satisfaction', 'Date;Client;Prix\n02/03/2026;M;12').resultat.anomalies.map(
      (a) => a.code,
    ),
  ).toEqual(['IMPORT_NOTE_HORS_ECHELLE']);
});

it.each([
  ['devis', 'N°;Client;Montant HT;Statut', (i: number) => `D1;Mairie;${i};Envoyé`],
  ['clients', 'Organisation;SIRET', (i: number) => `Mairie;${73282932000000 + i}`],
] as const)(
  'des milliers de lignes de %s sous un même nom : un motif court',
  (table, titre, ligne) => {
    const lignes = Array.from({ length: 5_000 }, (_, i) => ligne(i));
    const { resultat } = importer(table, [titre, ...lignes].join('\n'));
    expect(resultat.rejetees).toBe(5_000);
    const [premier] = resultat.rejets;
    expect(premier?.message).toContain('10, 11 et 4\u202f990 autres');
    expect(Math.max(...resultat.rejets.map((r) => r.message.length))).toBeLessThan(500);
  },
);
