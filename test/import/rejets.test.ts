import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { EcrivainRejets } from '../../cli/fichiers/ecrire-rejets';
import { ResumeImport } from '../../cli/importer/resume-import';
import { lireSource } from '../../cli/fichiers/lire-source';
import type { TableEchangeable } from '../../src/classeur/tables';
import { lignesRejetees } from '../../src/import/lignes-rejetees';
import { rangsDesDates } from '../../src/import/motif-de-rejet';
import { CollecteImport, planImport } from '../../src/import/plan';
import { trouverTable } from '../../src/import/preparer';
import { parcourirImport } from '../../src/import/parcourir';
import { redigerRejets, type RedacteurRejets } from '../../src/import/rejets';
import { lireNdjson } from '../../src/import/lire-json';
import type { SourceTabulaire } from '../../src/import/source';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const snapshot = new ClasseurEnMemoire().snapshot();
const CTX = contexte('2026-03-02');

const ECRITURE = { motif: 'Motif du rejet', points: new Set<number>() };

const rejetsDe = (csv: string): string => rejetsDeSource(sourceCsv(csv));

function rejetsDeSource(source: SourceTabulaire): string {
  let texte = '';
  let redacteur: RedacteurRejets | undefined;
  parcourirImport(snapshot, 'devis', source, null, CTX, {
    debut(decoupe, correspondance, ecriture) {
      const dates = rangsDesDates('devis', correspondance);
      redacteur = redigerRejets(source.description, decoupe, ecriture, dates);
      texte = redacteur.debut;
    },
    changement: () => {},
    rejet: (ligne, rejets) => void (texte += redacteur?.ligne(ligne, rejets) ?? ''),
    anomalies: () => {},
    doublon: () => {},
  });
  return texte;
}

it('reprend le préambule, les colonnes et les lignes rejetées, avec leur motif', () => {
  const csv =
    'Export\n\nN°;Client;Statut;Montant HT;Objet\nD1;Mairie;Envoyé;100;a\nD2;;Envoyé;-5,00;"=b;c"\nD3;Mairie;Envoyé;1;x;surplus';
  expect(rejetsDe(csv)).toBe(
    'Export\n\nN°;Client;Statut;Montant HT;Objet;Motif du rejet\n' +
      'D2;;Envoyé;-5,00;"\'=b;c";« Client » est vide, et il est indispensable. Complétez la ligne.\n' +
      'D3;Mairie;Envoyé;1;x;surplus;La ligne a plus de cellules que l’en-tête (5)\u00a0: « surplus » est en trop. Un séparateur dans un texte sans guillemets décale sans doute la suite.\n',
  );
});

it('une date de tableur se relit : elle n’est pas rendue en numéro de série', () => {
  const source = {
    lignes: [
      { ligne: 1, cellules: ['N°', 'Client', 'Statut', 'Envoyé le', 'Montant HT'] },
      { ligne: 2, cellules: ['D1', null, 'Envoyé', 46063, 46063] },
    ],
    description: sourceCsv('a').description,
  };
  const decoupe = trouverTable('devis', source, null)!;
  const redacteur = redigerRejets(source.description, decoupe, ECRITURE, new Set([3]));
  expect(redacteur.ligne(source.lignes[1]!, [])).toBe('D1;;Envoyé;10/02/2026;46063;\r\n');
});

it('une ligne courte porte son motif sous la bonne colonne', () => {
  expect(rejetsDe('N°;Client;Statut\nD2').split('\n')[1]).toMatch(/^D2;;;« Client »/);
});

it('corrigé, il s’importe ; encore fautif, il ne porte qu’un motif', () => {
  const premier = rejetsDe('N°,Client,Statut\nD2,,Envoyé\nD3,,Envoyé');
  const corrige = premier.replace('D2,,', 'D2,Mairie,');
  const { resultat } = planImport(snapshot, 'devis', sourceCsv(corrige), null, CTX);
  expect(resultat).toMatchObject({ lues: 2, creees: 1, rejetees: 1 });
  expect(rejetsDe(corrige).split('\n')[0]).toBe('N°,Client,Statut,Motif du rejet');
  expect(rejetsDe(corrige)).toBe(premier.replace(/D2.*\n/, ''));
});

it('garde l’encodage de la source tant qu’il suffit', async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'suivi-'));
  const chemin = join(dossier, 'source.csv');
  for (const [octets, attendu] of [
    [iconv.encode('N°;Client;Statut\nD1;;Envoyé', 'windows-1252'), 'windows-1252'],
    [Buffer.from('N°;Client;Statut\nD1;;Envoyé'), 'utf-8'],
  ] as const) {
    await writeFile(chemin, octets);
    const { source } = await lireSource(chemin);
    const sortie = join(dossier, `rejets-${attendu}.csv`);
    const ecrivain = new EcrivainRejets(sortie, source!.description);
    const resume = new ResumeImport('devis', { garderRemarques: false, ecrivain, empreinte: null });
    parcourirImport(snapshot, 'devis', source!, null, CTX, resume);
    ecrivain.finir();
    const relu = await lireSource(sortie);
    expect(relu.source?.description.encodage).toBe(attendu);
    expect([...relu.source!.lignes][1]?.cellules.slice(0, 3)).toEqual(['D1', '', 'Envoyé']);
    expect((await readFile(sortie)).length).toBeGreaterThan(50);
  }
  await rm(dossier, { recursive: true });
});

it.each<[TableEchangeable, string, Record<string, string>]>([
  [
    'devis',
    'N°;Client;Montant HT;Statut;Date;Envoyé le;Motif du rejet\nD-2;Alpha;200;Brouillon;15/03/2025;;…',
    { Date: 'Créé le', 'Envoyé le': 'Envoyé le' },
  ],
  // Sans motif non plus : le nom vague a un autre rôle.
  [
    'devis',
    'N°;Client;Montant HT;Statut;Date;Envoyé le\nD-2;Alpha;200;Brouillon;15/03/2025;',
    { Date: 'Créé le', 'Envoyé le': 'Envoyé le' },
  ],
  [
    'factures',
    'N°;Client;Montant HT;Date;Émise le;Motif du rejet\nF1;Alpha;200;15/03/2025;;…',
    { 'Émise le': 'Émise le' },
  ],
  [
    'devis',
    'N°;Client;Statut;Montant;Montant HT;Motif du rejet\nD-2;Alpha;Brouillon;120;;…',
    { 'Montant HT': 'Montant HT' },
  ],
  // Dans un fichier entier, la colonne remplie sert.
  [
    'devis',
    'N°;Client;Statut;Montant;Montant HT\nD-2;Alpha;Brouillon;120;',
    { Montant: 'Montant HT' },
  ],
])('vers « %s », une colonne vide dans les rejets garde son rôle : %j', (table, csv, attendues) => {
  const { resultat } = planImport(snapshot, table, sourceCsv(csv), null, CTX);
  expect(resultat.colonnes.reconnues).toMatchObject(attendues);
  const roles = Object.values(resultat.colonnes.reconnues);
  expect(new Set(roles).size).toBe(roles.length);
});

const MOIS_D_ABORD = [
  'N°;Client;Montant HT;Statut;Créé le',
  'D-1;Alpha;100;Brouillon;12/25/2025',
  'D-2;;200;Brouillon;03/04/2025',
  'D-3;;200;Brouillon;04/05/2025',
].join('\n');

it('les rejets d’un fichier aux dates « mois d’abord » le disent, et se lisent de même', () => {
  const premier = rejetsDe(MOIS_D_ABORD);
  expect(premier.split('\n')[0]).toContain(';Motif du rejet (dates MM/JJ/AAAA)');
  const corrige = premier.replace('D-2;;', 'D-2;Alpha;');
  const { resultat, changements } = planImport(snapshot, 'devis', sourceCsv(corrige), null, CTX);
  expect(resultat).toMatchObject({ lues: 2, creees: 1, rejetees: 1 });
  expect(resultat.colonnes.ignorees).toEqual([]);
  const devis = changements.find((c) => c.type === 'ajouter' && c.table === 'devis');
  expect(devis).toMatchObject({ valeurs: { numero: 'D-2', creeLe: '2025-03-04' } });
  // Et ainsi jusqu'à la dernière.
  expect(rejetsDe(corrige)).toBe(premier.replace(/D-2.*\n/, ''));
});

it('dans le panneau aussi', () => {
  const source = sourceCsv(MOIS_D_ABORD);
  const collecte = new CollecteImport('devis');
  const { resultat } = collecte.plan(
    parcourirImport(snapshot, 'devis', source, null, CTX, collecte),
  );
  const [entete] = lignesRejetees('devis', source, resultat.rejets, collecte.motif ?? '');
  expect(entete?.at(-1)).toBe('Motif du rejet (dates MM/JJ/AAAA)');
});

it('les taux d’un fichier en pour cent le restent : un doute n’y devient pas une valeur', () => {
  const csv =
    'N°;Client;Statut;Montant HT;TVA\nD1;A;Envoyé;1500;20\nD2;;Envoyé;1250;1\nD3;;Envoyé;1250;0,5';
  const premier = rejetsDe(csv);
  expect(premier.split('\n')[0]).toBe('N°;Client;Statut;Montant HT;TVA;Motif du rejet (taux en %)');
  const corrige = premier.replace('D2;;', 'D2;A;').replace('D3;;', 'D3;A;');
  const { resultat, changements } = planImport(snapshot, 'devis', sourceCsv(corrige), null, CTX);
  expect(resultat).toMatchObject({ creees: 2, rejetees: 0 });
  const taux = changements.flatMap((c) =>
    c.type === 'ajouter' && c.table === 'devis' ? [c.valeurs['tauxTva']] : [],
  );
  expect(taux).toEqual([{ brut: '1 ?' }, { brut: '0,5 ?' }]);
  expect(resultat.anomalies.filter((a) => a.colonne === 'TVA')).toHaveLength(2);
});

it('la décimale d’un JSON reste celle de ses textes : ses nombres n’en prouvent pas une autre', () => {
  const lu = lireNdjson(
    [
      '{"numero":"F1","client":"Alpha","montantHt":"1,234.50","statut":"Brouillon"}',
      '{"numero":"F2","client":"","montantHt":"9,500","statut":"Brouillon"}',
      '{"numero":"F3","client":"","montantHt":99.5,"statut":"Brouillon"}',
    ].join('\n'),
  );
  if (!('lignes' in lu)) throw new Error('illisible');
  const description = {
    ...sourceCsv('a').description,
    format: 'ndjson',
    separateur: null,
  } as const;
  const rejets = rejetsDeSource({ lignes: lu.lignes, description });
  expect(rejets).toContain('99.5');
  const corrige = rejets.replaceAll(/(F[23];)/g, '$1Alpha');
  const { changements } = planImport(snapshot, 'devis', sourceCsv(corrige), null, CTX);
  const montants = changements.flatMap((c) =>
    c.type === 'ajouter' && c.table === 'devis' ? [c.valeurs['montantHt']] : [],
  );
  expect(montants).toEqual([950_000, 9_950]);
});

it('l’heure d’une date de tableur n’y est pas perdue', () => {
  const source = {
    lignes: [
      { ligne: 1, cellules: ['N°', 'Client', 'Statut', 'Envoyé le'] },
      { ligne: 2, cellules: ['D1', null, 'Envoyé', 46_137.604166666664] },
    ],
    description: sourceCsv('a').description,
  };
  expect(rejetsDeSource(source)).toContain(';25/04/2026 14:30;');
});
