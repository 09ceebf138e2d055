import { copyFileSync } from 'node:fs';
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { suivreLecture, texteAvancement } from '../../cli/importer/avancement';
import { EcrituresListees } from '../../cli/importer/ecritures-listees';
import { limitesDepassees } from '../../cli/importer/limites';
import { ajouter, modifier } from '../../src/classeur/changements';
import type { Ligne } from '../../src/classeur/tables';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { dossierTemporaire, suivi, suiviAvec, suiviJson } from '../support/suivi';

const ENTETE = 'N°;Client;Objet;Montant HT;Statut\r\n';

async function atelier(csv: string) {
  const dossier = await dossierTemporaire();
  const [classeur, source] = [join(dossier, 'suivi.xlsx'), join(dossier, 'devis.csv')];
  await suivi('init', classeur);
  await writeFile(source, iconv.encode(csv, 'windows-1252'));
  const rejets = join(dossier, 'rejets.csv');
  const importer = (fichier: string, ...mots: string[]) =>
    suivi('importer', 'devis', fichier, '-c', classeur, '--le', '2026-03-02', ...mots);
  return { classeur, source, rejets, importer };
}

it('montre les premières lignes à créer, et chaque cellule qui change, avant et après', async () => {
  const lignes = Array.from({ length: 7 }, (_, i) => `D${i};Mairie;Lot ${i};${i}000,50;Envoyé`);
  const { source, importer } = await atelier(ENTETE + lignes.join('\r\n'));
  const { stdout } = await importer(source);
  expect(stdout).toContain('À créer, les 5 premières lignes sur 7\nN°  Version  Client');
  expect(stdout).toContain('D4        1  Mairie  Lot 4  4\u202f000,50\u00a0€');
  expect(stdout).not.toContain('Lot 5');
  await writeFile(source, iconv.encode(`${ENTETE}D3;Mairie;Lot 3 bis;3500;Envoyé`, 'windows-1252'));
  const change = (await importer(source, '--simulation')).stdout.split('\n');
  const titre = change.indexOf('À modifier');
  expect(
    change.slice(titre + 1, titre + 4).map((l) => l.split(/ {2,}/).map((c) => c.trim())),
  ).toEqual([
    ['Ligne', 'Enregistrement', 'Colonne', 'Avant', 'Après'],
    ['', '5', 'D3', 'Objet', 'Lot 3', 'Lot 3 bis'],
    ['', 'Montant HT', '3\u202f000,50\u00a0€', '3\u202f500,00\u00a0€'],
  ]);
  expect(change.at(-2)).toBe('Simulation\u00a0: rien n’a été écrit dans le classeur.');
});

it('--json nomme tout ce qui change, cellule par cellule, et le terminal dit comment le voir', async () => {
  const csv = (montant: number, suite: string): string =>
    ENTETE +
    Array.from({ length: 7 }, (_, i) => `D${i};Client ${i};Lot;${montant};Envoyé${suite}`).join('');
  const { source, importer } = await atelier(csv(1000, '\r\n'));
  const cree = await importer(source, '--json', '--simulation');
  expect(JSON.parse(cree.stdout)).toMatchObject({
    clientsCrees: 7,
    modifications: [],
    modificationsOmises: 0,
    nomsClientsCrees: Array.from({ length: 7 }, (_, i) => `Client ${i}`),
    nomsClientsOmis: 0,
  });
  const premier = (await importer(source)).stdout.replaceAll('\u00a0', ' ');
  expect(premier).toContain(
    'Clients à créer, d’après ce fichier : « Client 0 », « Client 1 », « Client 2 », « Client 3 », « Client 4 » et 2 autres.',
  );
  await writeFile(source, iconv.encode(csv(2000, '\r\n').replace('Lot', 'Plan'), 'windows-1252'));
  const { stdout } = await importer(source, '--simulation');
  expect(stdout.replaceAll('\u00a0', ' ')).toContain(
    'Pour les voir tous, cellule par cellule : ajoutez --simulation --json.',
  );
  const change = JSON.parse((await importer(source, '--json')).stdout) as Record<string, unknown>;
  const montant = { colonne: 'Montant HT', avant: 1000, apres: 2000 };
  expect(change).toMatchObject({ modifiees: 7, modificationsOmises: 0, nomsClientsCrees: [] });
  expect(change['modifications']).toEqual(
    Array.from({ length: 7 }, (_, i) => ({
      ligne: i + 2,
      nom: `D${i}`,
      cellules: i === 0 ? [{ colonne: 'Objet', avant: 'Lot', apres: 'Plan' }, montant] : [montant],
    })),
  );
});

it('au-delà de mille, ce qui est omis est compté, et rien de plus n’est gardé', () => {
  const listees = new EcrituresListees('devis');
  for (let ligne = 2; ligne < 3002; ligne++) {
    for (const c of modifier('devis', { ligne, objet: null } as Ligne<'devis'>, `D${ligne}`, {
      objet: `Lot ${ligne}`,
    }))
      listees.noter(c);
    listees.noter(ajouter('clients', { organisation: `Client ${ligne}` }));
  }
  const lues = listees.lire();
  expect([lues.modifications.length, lues.modificationsOmises]).toEqual([1000, 2000]);
  expect([lues.nomsClientsCrees.length, lues.nomsClientsOmis]).toEqual([1000, 2000]);
  expect(listees.premiersClients(5)).toMatchObject({ autres: 2995 });
});

it('les clients d’une liste de clients sont ses lignes : ils ne sont pas nommés à part', () => {
  const listees = new EcrituresListees('clients');
  listees.noter(ajouter('clients', { organisation: 'Mairie' }));
  expect(listees.lire().nomsClientsCrees).toEqual([]);
});

it('les rejets gardent l’écriture de la source ; corrigés, ils s’importent tous', async () => {
  const csv =
    '"N°";"Client";"Objet";"Montant HT";"Statut"\n"D1";"Mairie";"Étude – œuvre";"5 €";"Envoyé"\n' +
    '"D2";"";"L’école";"6";"Envoyé"\n"D3";"";"dit ""oui"";ou non";"7";"Envoyé"\n';
  const { source, rejets, importer } = await atelier(csv);
  expect((await importer(source, '--rejets', rejets)).code).toBe(1);
  const texte = iconv.decode(await readFile(rejets), 'windows-1252');
  const motif = '"« Client » est vide, et il est indispensable. Complétez la ligne."';
  expect(texte).toBe(
    '"N°";"Client";"Objet";"Montant HT";"Statut";"Motif du rejet"\n' +
      `"D2";"";"L’école";"6";"Envoyé";${motif}\n"D3";"";"dit ""oui"";ou non";"7";"Envoyé";${motif}\n`,
  );
  await writeFile(rejets, iconv.encode(texte.replaceAll('"";"', '"Mairie";"'), 'windows-1252'));
  const { stdout, code } = await importer(rejets);
  expect(code).toBe(0);
  expect(stdout).toMatch(/2 lignes lues.* 2 créées, 0 modifiée, 0 inchangée, 0 rejetée/);
});

it('en JSON, tous les rejets sont rendus', async () => {
  const lignes = Array.from({ length: 300 }, (_, i) => `D${i};;x;1;Envoyé`);
  const { classeur, source } = await atelier(ENTETE + lignes.join('\r\n'));
  const { json } = await suiviJson<{ rejets: unknown[] }>(
    ...['importer', 'devis', source, '-c', classeur],
  );
  expect(json.rejets).toHaveLength(300);
});

it.each([
  [{ lus: 30, prevus: 300, duree: 500, debit: 0 }, 'Import ██░░░░░░░░░░░░░░░░░░ 10\u00a0%'],
  [
    { lus: 150, prevus: 300, duree: 20_000, debit: 312_400 },
    'Import ██████████░░░░░░░░░░ 50\u00a0%, 312\u202f400 lignes/s, encore 20 s',
  ],
  [
    { lus: 1, prevus: 100, duree: 5_000, debit: 10 },
    'Import ░░░░░░░░░░░░░░░░░░░░ 1\u00a0%, 10 lignes/s, encore 8 min',
  ],
])('l’avancement %j', (avancement, attendu) => {
  expect(texteAvancement(avancement)).toBe(attendu);
});

it('l’avancement se dit cinq fois par seconde au plus, et compte trois lectures', () => {
  let heure = 0;
  const dits: string[] = [];
  const suivre = suivreLecture({ progression: (t) => void dits.push(t) }, () => heure);
  suivre(100)(10, 1); // l'en-tête
  for (let lecture = 0; lecture < 3; lecture++) {
    const lus = suivre(100);
    for (let i = 1; i <= 10; i++) {
      heure += 100;
      lus(10, i);
    }
  }
  expect(dits).toHaveLength(15);
  expect(dits.at(-1)).toContain('100\u00a0%');
});

it.each([
  ['un onglet', 1_048_576, false, ['IMPORT_ONGLET_TROP_PETIT']],
  ['un onglet, tout juste', 1_048_575, false, []],
  ['un classeur Google', 400_000, true, ['IMPORT_GOOGLE_TROP_PETIT']],
  ['un classeur Google, assez grand', 100_000, true, []],
])('%s : ce qui n’y tiendrait pas est dit', (_, nombre, google, codes) => {
  const snapshot = new ClasseurEnMemoire().snapshot();
  const limites = limitesDepassees(snapshot, new Map([['devis', nombre]]), google);
  expect(limites.map((p) => p.code)).toEqual(codes);
});

it('après une partie dans un autre ordre, un rejet dans le premier ordre se corrige et se réimporte', async () => {
  const { source, rejets, importer } = await atelier(
    `${ENTETE}D1;Mairie;a;1;Envoyé\nClient;N°;Montant HT;Objet;Statut\nMairie;D3;3;c;Envoyé\n` +
      `${ENTETE}D5;;e;5;Envoyé\nD6;;f;6;Envoyé\n`,
  );
  await importer(source, '--rejets', rejets);
  const ecrits = iconv.decode(await readFile(rejets), 'windows-1252').split('\r\n');
  expect(ecrits.filter((l) => l.startsWith('N°;Client'))).toHaveLength(2);
  const corriges = ecrits.map((l) => l.replace(/^(D\d);;/, '$1;Mairie;')).join('\r\n');
  await writeFile(rejets, iconv.encode(corriges, 'windows-1252'));
  const { stdout } = await importer(rejets);
  expect(stdout).toMatch(/4 lignes lues.* 2 créées, 0 modifiée, 0 inchangée, 2 rejetées/);
});

describe('--rejets ne recouvre rien', () => {
  const bons = `${ENTETE}D1;Mairie;a;1;Envoyé\n`;
  const fautifs = (n: number) => `${ENTETE}D${n};;a;1;Envoyé\n`;

  it.each([
    ['sans simulation', []],
    ['en simulation', ['--simulation']],
  ])('sans rejet, %s, le fichier n’est ni touché ni créé', async (_, options) => {
    const { source, rejets, importer } = await atelier(bons);
    const absent = await importer(source, '--simulation', '--rejets', rejets);
    expect(absent.stderr).toContain(`Aucune ligne rejetée\u00a0: ${rejets} n’est pas créé.`);
    await expect(stat(rejets)).rejects.toThrow('ENOENT');
    await writeFile(rejets, 'corrections');
    const present = await importer(source, '--rejets', rejets, ...options);
    expect(present.stderr).toContain(`Aucune ligne rejetée\u00a0: ${rejets} n’est pas touché.`);
    expect(await readFile(rejets, 'utf8')).toBe('corrections');
  });

  it('d’autres rejets vont au premier nom libre ; les mêmes restent où ils sont', async () => {
    const { source, rejets, importer } = await atelier(fautifs(1));
    const deux = rejets.replace('.csv', '-2.csv');
    const trois = rejets.replace('.csv', '-3.csv');
    const dit = async (...mots: string[]) =>
      (await importer(source, '--rejets', rejets, ...mots)).stderr;
    await writeFile(rejets, 'corrections');
    await writeFile(deux, 'autre chose');
    expect(await dit('--simulation')).toContain(
      `${rejets} existe déjà, et n’est pas touché\u00a0: les rejets sont dans ${trois}. Corrigez-les, puis importez ce fichier.`,
    );
    expect(await dit()).toContain(
      `Les lignes rejetées sont dans ${trois}, qui les contenait déjà. Corrigez-les, puis importez ce fichier.`,
    );
    expect(await readFile(rejets, 'utf8')).toBe('corrections');
    expect(await readFile(deux, 'utf8')).toBe('autre chose');
    expect(await readFile(trois, 'latin1')).toContain('D1;;');
    expect((await readdir(dirname(rejets))).filter((n) => n.startsWith('rejets'))).toHaveLength(3);
    await writeFile(source, iconv.encode(fautifs(2), 'windows-1252'));
    expect(await dit()).toContain(`les rejets sont dans ${rejets.replace('.csv', '-4.csv')}.`);
  });
});

it('les rejets d’un fichier de Mac gardent ses octets, l’euro compris', async () => {
  const { classeur, source, rejets } = await atelier('');
  const lignes = [
    'N°;Client;Montant HT;Statut',
    'D1;Société Générale;12 ¤;Zut',
    'D2;Été;1 ¤;Signé',
  ];
  const octets = iconv.encode(`${lignes.join('\r')}\r`, 'macintosh');
  await writeFile(source, octets);
  await suivi('importer', 'devis', source, '-c', classeur, '--rejets', rejets, '--simulation');
  const ecrits = await readFile(rejets);
  expect(ecrits.includes(octets.subarray(octets.indexOf('D1'), octets.indexOf(';Zut')))).toBe(true);
});

it('un classeur qui change pendant que le plan attend : un nouveau plan, jamais un autre que celui montré', async () => {
  const { classeur, source, rejets } = await atelier('');
  const [autre, apres] = [`${source}-autre.csv`, `${classeur}-apres.xlsx`];
  await writeFile(source, 'Organisation;SIRET\nAlpha;73282932000074\nBeta;');
  await writeFile(autre, 'Organisation;SIRET\nAlpha;44306184100047');
  await copyFile(classeur, apres);
  await suivi('importer', 'clients', autre, '-c', apres);
  let change = false;
  const lire = (texte: string): void => {
    if (change || !texte.includes('Écriture…')) return;
    change = true;
    copyFileSync(apres, classeur);
  };
  const options = ['-c', classeur, '--rejets', rejets, '--oui'];
  const { code, stdout, stderr } = await suiviAvec(
    { lire },
    'importer',
    'clients',
    source,
    ...options,
  );
  const dit = `${stdout}${stderr}`.replaceAll('\u00a0', ' ');
  expect(change).toBe(true);
  expect(dit).toContain('Le classeur a changé pendant que ce plan attendait : rien n’a été écrit.');
  expect(dit).toContain('2 lignes lues : 2 créées, 0 modifiée, 0 inchangée, 0 rejetée.');
  expect(dit).toContain('2 lignes lues : 1 créée, 0 modifiée, 0 inchangée, 1 rejetée.');
  expect(code).toBe(1);
  expect(await readFile(rejets, 'utf8')).toContain('Alpha;73282932000074;');
});
