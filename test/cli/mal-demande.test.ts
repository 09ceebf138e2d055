import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citerArgument } from '../../cli/fichiers/citer-argument';
import { suivi } from '../support/suivi';

/** Une commande qui nomme ce qui ne peut être : sortie 2, et ce qu'il faut écrire. */

let dossier = '';
const dans = (nom: string): string => join(dossier, nom);
const CLIENTS = 'Société;Ville\nMairie;Lyon\n';

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'suivi-demande-'));
  await suivi('init', dans('suivi.xlsx'));
  await writeFile(dans('clients.csv'), CLIENTS);
  await writeFile(dans('listes.json'), '{"a":[{"Société":"M"}],"b":[{"Société":"N"}]}');
  await suivi('exporter', 'clients', '-o', dans('clients.xlsx'), '-c', dans('suivi.xlsx'));
});
afterAll(() => rm(dossier, { recursive: true }));

async function dire(...mots: string[]) {
  const { code, stdout, stderr } = await suivi(...mots);
  return {
    code,
    texte: `${stdout}${stderr}`.replace(/[\u00a0\u202f]/g, ' ').replaceAll(`${dossier}/`, ''),
  };
}

const importer = (fichier: string, ...options: string[]) =>
  dire('importer', 'clients', dans(fichier), '-c', dans('suivi.xlsx'), '--simulation', ...options);

describe('sortie 2', () => {
  it('init d’un fichier qui n’est pas un .xlsx', async () => {
    const { code, texte } = await dire('init', dans('x.csv'));
    expect([code, texte]).toEqual([
      2,
      expect.stringContaining('un classeur porte l’extension .xlsx'),
    ]);
  });

  it.each([
    ['clients.xlsx', '« clients.xlsx » n’a pas de feuille « Zut ». Ses feuilles : « Clients ».'],
    ['listes.json', '« listes.json » n’a pas de feuille « Zut ». Ses feuilles : « a », « b ».'],
    ['clients.csv', '« clients.csv » n’a pas de feuilles : « --feuille Zut » n’y choisit rien.'],
  ])('--feuille inconnue dans %s', async (fichier, phrase) => {
    const { code, texte } = await importer(fichier, '--feuille', 'Zut');
    expect([code, texte]).toEqual([2, expect.stringContaining(phrase)]);
  });

  it.each([[['tableau']], [['devis', 'lister']], [['affaire', 'lister']]])(
    '%j : --responsable que personne ne porte',
    async (mots) => {
      const vide = await dire(...mots, '-c', dans('suivi.xlsx'), '--responsable', 'Zoé');
      expect([vide.code, vide.texte]).toEqual([
        2,
        expect.stringContaining(
          '« Zoé » ne désigne personne dans ce classeur. Il n’en connaît encore aucun',
        ),
      ]);
    },
  );

  it('--responsable que personne ne porte, et ceux que le classeur connaît', async () => {
    await copyFile(dans('suivi.xlsx'), dans('equipe.xlsx'));
    const la = ['-c', dans('equipe.xlsx')];
    const affaire = ['--client', 'Mairie', '--objet', 'Étude', '--responsable', 'lea@exemple.fr'];
    await dire('affaire', 'nouvelle', ...affaire, ...la);
    const { code, texte } = await dire('tableau', ...la, '--responsable', 'Zoé');
    expect([code, texte]).toEqual([2, expect.stringContaining('Il connaît : lea@exemple.fr.')]);
  });

  it.each([
    ['absent.csv', 'Le fichier « absent.csv » est introuvable.'],
    ['.', 'est un dossier : donnez un des fichiers qu’il contient.'],
  ])('la source %s', async (fichier, phrase) => {
    const { code, texte } = await importer(fichier);
    expect([code, texte]).toEqual([2, expect.stringContaining(phrase)]);
  });

  it.each([
    ['vide.csv', '', 'est vide'],
    ['blanc.csv', '\n;;\n', 'est vide'],
    ['abime.xlsx', 'PK\u0003\u0004 pas un classeur', 'le classeur est abîmé'],
    ['abime.json', '{', 'ce n’est pas du JSON'],
    ['abime.ndjson', '\n{', 'ligne 2'],
    ['binaire.csv', 'a\u0000\u0001\u0002\u0000b', 'n’est pas un tableau'],
    ['guillemet.csv', 'Société;Ville\n"Mairie;Lyon\n', 'un guillemet ouvert'],
  ])('la source %s, qui ne se lit pas', async (fichier, contenu, phrase) => {
    await writeFile(dans(fichier), contenu);
    const { code, texte } = await importer(fichier);
    expect([code, texte]).toEqual([2, expect.stringContaining(phrase)]);
  });

  it('--profil d’un logiciel qui n’a pas cette table', async () => {
    const { code, texte } = await dire(
      ...['importer', 'tarifs', dans('clients.csv'), '-c', dans('suivi.xlsx')],
      ...['--profil', 'dolibarr'],
    );
    expect([code, texte]).toEqual([2, expect.stringContaining('ne décrit pas « Tarifs »')]);
  });

  it('--entete au-delà du fichier', async () => {
    const { code, texte } = await importer('clients.csv', '--entete', '99');
    expect(code).toBe(2);
    expect(texte).toBe(
      '--entete : « clients.csv » n’a que 2 lignes, il n’y a rien à la ligne 99. Donnez le numéro de la ligne où sont les noms de colonnes.\n',
    );
  });

  it.each([
    ['r.xlsx', 'r.csv'],
    ['mes rejets.ODS', 'mes rejets.csv'],
    ['r.json', 'r.csv'],
  ])('--rejets %s ne s’ouvrirait pas', async (nom, propose) => {
    const { code, texte } = await importer('clients.csv', '--rejets', dans(nom));
    expect(code).toBe(2);
    expect(texte).toContain(`« ${nom} » ne s’ouvrirait pas : écrivez par exemple « ${propose} ».`);
    expect(existsSync(dans(nom))).toBe(false);
  });

  it('--rejets sans extension, ou en .txt, est un CSV', async () => {
    expect((await importer('clients.csv', '--rejets', dans('rejets'))).code).toBe(0);
  });
});

it('la liste d’un JSON se choisit', async () => {
  expect(await importer('listes.json', '--feuille', 'b')).toMatchObject({ code: 0 });
  expect((await importer('listes.json')).texte).toContain(
    'contient plusieurs listes : « a », « b »',
  );
});

describe('un « dossier » qui est un fichier', () => {
  const classeur = (): string[] => ['-c', dans('suivi.xlsx')];
  it.each<[string, () => string[]]>([
    ['init', () => ['init', dans('clients.csv/s.xlsx')]],
    ['init, plus bas', () => ['init', dans('clients.csv/a/s.xlsx')]],
    [
      'exporter un .csv',
      () => ['exporter', 'clients', '-o', dans('clients.csv/x.csv'), ...classeur()],
    ],
    [
      'exporter un .xlsx',
      () => ['exporter', 'clients', '-o', dans('clients.csv/x.xlsx'), ...classeur()],
    ],
    [
      'exporter vers parquet',
      () => ['exporter', 'tout', '--vers', 'parquet', dans('clients.csv/p'), ...classeur()],
    ],
  ])('%s : dit en français, sortie 3', async (_, mots) => {
    const { code, texte } = await dire(...mots());
    expect(code).toBe(3);
    expect(texte).toMatch(/« clients\.csv » n’est pas un dossier\)\. Rien n’a été écrit\./);
    expect(texte).not.toMatch(/ENOTDIR|imprévue/);
  });

  it('un fichier à importer', async () => {
    const { code, texte } = await importer('clients.csv/x.csv');
    expect([code, texte]).toEqual([2, expect.stringContaining('(son dossier est un fichier)')]);
  });
});

describe('un chemin à recopier', () => {
  it.each([
    ['suivi.xlsx', 'suivi.xlsx'],
    ['/home/é-t_é/suivi.xlsx', '/home/é-t_é/suivi.xlsx'],
    [
      'https://docs.google.com/spreadsheets/d/1Ab-_/edit',
      'https://docs.google.com/spreadsheets/d/1Ab-_/edit',
    ],
    ['mes devis/suivi.xlsx', '"mes devis/suivi.xlsx"'],
    ['l’an $1 "b".xlsx', '"l’an \\$1 \\"b\\".xlsx"'],
  ])('%s', (chemin, attendu) => {
    expect(citerArgument(chemin)).toBe(attendu);
  });

  it('init le propose ainsi', async () => {
    await mkdir(dans('mes devis'));
    const { texte } = await dire('init', dans('mes devis/s.xlsx'));
    expect(texte).toMatch(/suivi importer clients FICHIER -c ".*mes devis\/s\.xlsx"/);
  });
});
