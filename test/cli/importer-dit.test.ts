import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { tmpdir } from 'node:os';
import { texteIgnorees } from '../../cli/ignorees-texte';
import { DoublonsResumes } from '../../cli/remarques-texte';
import { suivi } from '../support/suivi';

/** Ce que `suivi importer` dit de ce qu'il a compris. */

let dossier = '';
let classeur = '';
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'suivi-importer-'));
  classeur = join(dossier, 'suivi.xlsx');
  await suivi('init', classeur);
});

afterAll(() => rm(dossier, { recursive: true, force: true }));

async function importer(texte: string | Buffer, ...options: string[]) {
  const source = join(dossier, 'source.csv');
  await writeFile(source, texte);
  const sortie = await suivi(
    'importer',
    'clients',
    source,
    '-c',
    classeur,
    '--simulation',
    ...options,
  );
  return { ...sortie, texte: `${sortie.stdout}${sortie.stderr}`.replace(/\u00a0/g, ' ') };
}

describe('suivi importer', () => {
  it('dit les lignes mises à part, les doublons possibles et ce qui est décidé', async () => {
    const { code, texte } = await importer(
      'Clients\nSociété;Ville;Tél\nDurand Conseil;Lyon;612345678\nDurant Conseil;Lyon;\nSource : agenda;;\nTotal : 2;;\n',
    );
    expect(code).toBe(0);
    expect(texte).toContain('1 ligne avant l’en-tête, non importée : n° 1.');
    expect(texte).toContain('1 note ou pied de page, non importé : n° 5.');
    expect(texte).toContain('1 ligne de total, non importée : n° 6.');
    expect(texte).toContain('« 612345678 » est lu « 0612345678 »');
    expect(texte).toContain('1 doublon possible');
    expect(texte).toContain('Ligne 4 : « Durant Conseil » est peut-être « Durand Conseil »');
    expect(texte).toContain('2 lignes lues : 2 créées');
  });

  it('un fichier aux encodages mêlés se lit, et le dit', async () => {
    const { texte } = await importer(
      Buffer.concat([
        Buffer.from('Société;Ville\nCréa;Fès\n'),
        iconv.encode('Été;Évry\n', 'win1252'),
      ]),
    );
    expect(texte).toContain('Le fichier mêle deux encodages');
    expect(texte).toContain('2 lignes lues : 2 créées');
  });

  it('--entete choisit la ligne, et refuse ce qui n’en est pas une', async () => {
    const deux = 'Société;Ville\nSociété;Commune\nA;Lyon\n';
    expect((await importer(deux, '--entete', '2')).texte).toContain('1 ligne lue : 1 créée');
    const faute = await importer(deux, '--entete', 'zéro');
    expect(faute.code).toBe(2);
    expect(faute.texte).toContain('« zéro » n’est pas un numéro de ligne');
  });

  it('--profil prend un logiciel, refuse son absence et un nom inconnu', async () => {
    const tiers = 'Raison sociale;Client;SIREN\nAlpha;2;732829320\n';
    const pret = await importer(tiers, '--profil', 'dolibarr', '--json');
    expect(JSON.parse(pret.stdout)).toMatchObject({
      creees: 1,
      valeurs: { Statut: { '2': 'Prospect' } },
      colonnes: { reconnues: { Client: 'Statut' } },
    });
    const autre = await importer(tiers, '--profil', 'pipedrive');
    expect(autre.code).toBe(2);
    expect(autre.texte).toContain('les colonnes d’un export de Pipedrive');
    const inconnu = await importer(tiers, '--profil', 'salesforce');
    expect(inconnu.code).toBe(2);
    expect(inconnu.texte).toContain('ou un logiciel : excel, dolibarr');
    expect((await importer(tiers, '--profil', 'sellsy')).code).toBe(0);
  });

  it('un tableau croisé est refusé, et dit pourquoi', async () => {
    const { code, texte } = await importer('Client;janv.;févr.;mars;avr.\nA;1;2;3;4\n');
    expect(code).toBe(1);
    expect(texte).toContain('Le fichier est un tableau croisé');
  });
});

it('au-delà de dix lignes, les suivantes ne sont que comptées ; les vides vont sans dire', () => {
  const ignorees = Array.from({ length: 12 }, (_, i) => ({
    ligne: i + 1,
    raison: 'pied' as const,
  }));
  expect(texteIgnorees([...ignorees, { ligne: 20, raison: 'vide' }])).toEqual([
    '12 notes ou pieds de page, non importés\u00a0: n°\u00a01, 2, 3, 4, 5, 6, 7, 8, 9, 10…',
  ]);
});

it('les doublons les plus sûrs d’abord, les autres comptés', () => {
  const doublons = Array.from({ length: 12 }, (_, i) => ({
    ligne: i === 11 ? null : i,
    organisation: 'A',
    autre: 'B',
    score: i / 12,
    raisons: [],
    message: `M${i}`,
  }));
  const resumes = new DoublonsResumes();
  for (const d of doublons) resumes.ajouter(d);
  const textes = resumes.textes();
  expect(textes[0]).toBe('M11');
  expect(textes[1]).toBe('Ligne 10 : M10');
  expect(textes[10]).toBe('… et 2 autres.');
  expect(new DoublonsResumes().textes()).toEqual([]);
});
