import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import { noterFeuille } from '../../src/import/noter-feuille';
import { messageDe } from '../../src/messages/probleme';
import { dossierTemporaire, suivi } from '../support/suivi';

/** D'un classeur à plusieurs feuilles, une seule est lue : laquelle, et ce qui reste, se dit. */

type Feuilles = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

const ENTETE = ['N° devis', 'Client', 'Montant HT', 'Statut', 'Envoyé le'];
const de = (annee: number, entete: readonly string[] = ENTETE) => [
  entete,
  [`D-${annee}-1`, 'Mairie', 100, 'Envoyé', `02/03/${annee}`],
];

async function ecrire(feuilles: Feuilles, cachees: readonly string[] = []): Promise<string> {
  const c = new ExcelJS.Workbook();
  for (const [nom, lignes] of Object.entries(feuilles)) {
    const f = c.addWorksheet(nom, { state: cachees.includes(nom) ? 'hidden' : 'visible' });
    for (const ligne of lignes) f.addRow([...ligne]);
  }
  const chemin = join(await dossierTemporaire(), 'devis.xlsx');
  await writeFile(chemin, Buffer.from(await c.xlsx.writeBuffer()));
  return chemin;
}

async function constats(chemin: string, feuille?: string): Promise<string[]> {
  const noter = noterFeuille('devis', null);
  const choix = feuille === undefined ? {} : { feuille };
  const { source } = await lireSource(chemin, { noter, onglet: 'Devis', ...choix });
  return (source?.description.constats ?? []).map((p) => messageDe(p).replaceAll('\u00a0', ' '));
}

const LUE = 'Feuille lue : « 2024 ». ';
const TROIS = { '2024': de(2024), '2025': de(2025), '2026': de(2026) };

describe('les feuilles qui ne sont pas lues', () => {
  it.each<[string, Feuilles, string[]]>([
    [
      'trois années',
      TROIS,
      [`${LUE}« 2025 » et « 2026 » ont les mêmes colonnes : importez-les aussi avec --feuille.`],
    ],
    [
      'deux années, dont une a une colonne de plus, dans un autre ordre',
      {
        '2024': de(2024),
        '2025': [
          ['Remarque', 'Envoyé le', 'Statut', 'Montant HT', 'Client', 'N° devis'],
          ['x', '', '', '', 'A'],
        ],
      },
      [`${LUE}« 2025 » a les mêmes colonnes : importez-la aussi avec --feuille.`],
    ],
    [
      'quatre années',
      { ...TROIS, '2027': de(2027) },
      [
        `${LUE}« 2025 », « 2026 » et « 2027 » ont les mêmes colonnes : importez-les aussi avec --feuille.`,
      ],
    ],
    [
      'un titre au-dessus des noms de colonnes',
      { '2024': de(2024), '2025': [['Devis de 2025'], [], ...de(2025)] },
      [`${LUE}« 2025 » a les mêmes colonnes : importez-la aussi avec --feuille.`],
    ],
    [
      'une notice',
      { Notice: [['Mode d’emploi']], '2024': de(2024) },
      [`${LUE}« Notice » n’est pas lue : --feuille en choisit une autre.`],
    ],
    [
      'd’autres tableaux',
      {
        '2024': de(2024),
        Tarifs: [
          ['Code', 'Prix'],
          ['A', 1],
        ],
        Notice: [['x']],
      },
      [`${LUE}« Tarifs », « Notice » ne sont pas lues : --feuille en choisit une autre.`],
    ],
    [
      'les mêmes noms reconnus, d’autres colonnes des deux côtés',
      { '2024': de(2024, [...ENTETE, 'Zone']), Ailleurs: de(2025, [...ENTETE, 'Chantier']) },
      [`${LUE}« Ailleurs » n’est pas lue : --feuille en choisit une autre.`],
    ],
    [
      'une colonne connue de plus',
      { '2024': de(2024, [...ENTETE, 'Objet']), Ailleurs: de(2025) },
      [`${LUE}« Ailleurs » n’est pas lue : --feuille en choisit une autre.`],
    ],
    [
      'l’année à venir, sans une ligne',
      { '2024': de(2024), '2025': [ENTETE] },
      [`${LUE}« 2025 » n’est pas lue : --feuille en choisit une autre.`],
    ],
    ['des feuilles vides', { '2024': de(2024), Feuil2: [], Feuil3: [[]] }, []],
    ['une seule feuille', { '2024': de(2024) }, []],
  ])('%s', async (_, feuilles, attendus) => {
    expect(await constats(await ecrire(feuilles))).toEqual(attendus);
  });

  it('une feuille cachée n’est citée que si elle a les mêmes colonnes', async () => {
    const notice = { '2024': de(2024), Listes: [['Envoyé'], ['Signé']] };
    expect(await constats(await ecrire(notice, ['Listes']))).toEqual([]);
    expect(await constats(await ecrire(TROIS, ['2025', '2026']))).toHaveLength(1);
  });

  it('une feuille choisie par la personne ne se commente pas', async () => {
    expect(await constats(await ecrire(TROIS), '2025')).toEqual([]);
  });
});

it('le plan le dit, au terminal et en JSON', async () => {
  const source = await ecrire(TROIS);
  const classeur = join(await dossierTemporaire(), 's.xlsx');
  await suivi('init', classeur);
  const importer = (...mots: string[]) =>
    suivi('importer', 'devis', source, '-c', classeur, '--simulation', ...mots);
  expect((await importer()).stdout).toContain('Feuille lue\u00a0: «\u00a02024\u00a0».');
  const json = JSON.parse((await importer('--json')).stdout) as {
    avertissements: { code: string; message: string }[];
  };
  expect(json.avertissements.map((a) => a.code)).toContain('IMPORT_FEUILLES_PAREILLES');
  const suivante = await importer('--feuille', '2026');
  expect(suivante.stdout).toContain('D-2026-1');
});
