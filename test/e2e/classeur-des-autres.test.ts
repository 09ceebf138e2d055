import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLES } from '../../src/classeur/tables';
import { greffer } from '../xlsx/greffes';
import {
  differences,
  parties,
  python,
  reenregistrerParLibreOffice,
  vuParOpenpyxl,
} from '../xlsx/outils';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

const LE = ['--le', '2026-03-02', '--utilisateur', 'helene.marsacq@valex.example'];

async function exemple(dossier: string): Promise<string> {
  const chemin = join(dossier, 'suivi.xlsx');
  expect((await suivi('init', chemin, '--exemple', ...LE)).code).toBe(0);
  return chemin;
}

/** Une semaine entière, telle qu'elle se tape ; rend ce que chaque commande a dit. */
async function jouer(classeur: string) {
  const c = ['-c', classeur, ...LE];
  const csv = `${classeur}.csv`;
  writeFileSync(csv, 'Organisation;E-mail\nScierie du Bois-Neuf;contact@bois-neuf.example\n');
  const dits: Record<string, unknown> = {};
  const faire = async (...argv: string[]) => {
    const { code, json } = await suiviJson(...argv, ...c);
    expect(code, `${argv.join(' ')} : ${JSON.stringify(json)}`).toBe(0);
    dits[argv.slice(0, 2).join(' ')] = json;
    return json;
  };
  const attente = await suiviJson<{ numero: string }[]>(
    'devis',
    'lister',
    '--statut',
    'En validation',
    ...c,
  );
  const affaire = await faire(
    'affaire',
    'nouvelle',
    '--client',
    'Mairie de Lunel',
    '--objet',
    'Audit',
  );
  await faire(
    'affaire',
    'gonogo',
    String(affaire['numero']),
    '--decision',
    'go',
    '--delai',
    'oui',
    '--competence',
    'oui',
  );
  const devis = await faire(
    'devis',
    'nouveau',
    '--affaire',
    String(affaire['numero']),
    '--objet',
    'Audit',
    '--montant',
    '9000',
  );
  await faire('devis', 'annuler', String(devis['numero']));
  const valides = [];
  for (const { numero } of attente.json) {
    const { code } = await suiviJson('devis', 'valider', numero, ...c);
    if (code === 0) valides.push(numero);
  }
  expect(valides.length).toBeGreaterThan(0);
  await faire('revue');
  await faire('relances', '-o', `${classeur}.brouillons`);
  await faire('tableau', '--mois', '2026-02');
  await faire('importer', 'clients', csv, '--oui');
  await faire('controler');
  await faire('exporter', 'tout', '-o', `${classeur}.json`);
  delete dits['relances -o'];
  delete dits['exporter tout'];
  return dits;
}

const nomsDes = (sortie: string) =>
  JSON.parse(readFileSync(sortie, 'utf8')) as Record<string, unknown[]>;

describe('un classeur que d’autres programmes ont touché', () => {
  // La même semaine dans un classeur que personne n'a touché.
  let temoin: string;
  let ditDuTemoin: Record<string, unknown>;
  const dossier = mkdtempSync(join(tmpdir(), 'suivi-temoin-'));
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));
  beforeAll(async () => {
    temoin = await exemple(dossier);
    ditDuTemoin = await jouer(temoin);
  }, 120_000);

  it(
    'graphique, tableau croisé, image, commentaire, onglet, colonnes : tout marche, rien ne bouge',
    { timeout: 120_000 },
    async () => {
      const classeur = await exemple(await dossierTemporaire());
      const openpyxl = `${classeur}.openpyxl.xlsx`;
      python('decorer.py', classeur, openpyxl);
      writeFileSync(classeur, greffer(readFileSync(openpyxl)));
      const avant = readFileSync(classeur);
      const vuAvant = vuParOpenpyxl(classeur);

      expect(await jouer(classeur)).toEqual(ditDuTemoin);

      const changees = differences(avant, readFileSync(classeur));
      const intouchables = Object.keys(parties(avant)).filter((p) =>
        /chart|drawing|media|pivot|comment|vml|theme|printerSettings/i.test(p),
      );
      expect(intouchables.length).toBeGreaterThan(8);
      expect(changees.filter((p) => intouchables.includes(p))).toEqual([]);
      const vu = vuParOpenpyxl(classeur);
      expect(vu.graphiques).toBe(vuAvant.graphiques);
      expect(vu.croises).toBe(vuAvant.croises);
      expect(vu.commentaires).toEqual(vuAvant.commentaires);
      expect(vu.cellules['Ma synthèse']).toEqual(vuAvant.cellules['Ma synthèse']);
      expect(vu.cellules['Brouillon à moi']).toEqual(vuAvant.cellules['Brouillon à moi']);
      const avis = Object.entries(vuAvant.cellules['Devis'] ?? {}).filter(([, v]) =>
        /^avis \d/.test(String(v)),
      );
      expect(avis.length).toBeGreaterThan(200);
      for (const [adresse, valeur] of avis) expect(vu.cellules['Devis']?.[adresse]).toBe(valeur);
      expect(nomsDes(`${classeur}.json`)).toEqual(nomsDes(`${temoin}.json`));
    },
  );

  it(
    'réenregistré par LibreOffice, il se lit et s’écrit comme avant',
    { timeout: 180_000 },
    async () => {
      const classeur = await exemple(await dossierTemporaire());
      writeFileSync(classeur, readFileSync(reenregistrerParLibreOffice(classeur)));
      expect(await jouer(classeur)).toEqual(ditDuTemoin);
      expect(nomsDes(`${classeur}.json`)).toEqual(nomsDes(`${temoin}.json`));
      const rouvert = reenregistrerParLibreOffice(classeur);
      expect(Object.keys(vuParOpenpyxl(rouvert).cellules)).toEqual(
        expect.arrayContaining(Object.values(TABLES).map((t) => t.onglet)),
      );
    },
  );
});
