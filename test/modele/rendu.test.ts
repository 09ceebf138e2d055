import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { COMPTEURS } from '../../sheets-templates/compteurs';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import { REGLES } from '../../sheets-templates/regles';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import type { DateCivile } from '../../src/commun/date-civile';

/** Un autre tableur que celui qui a écrit le fichier ouvre le classeur ; sans lui, ces essais sont passés. */
const present = (commande: string, ...options: string[]): boolean =>
  spawnSync(commande, options).status === 0;
const LIBREOFFICE = present('soffice', '--version');
const PDFTOTEXT = spawnSync('pdftotext', ['-v']).error === undefined;
const PYTHON = '/usr/bin/python3';
const OPENPYXL = present(PYTHON, '-c', 'import openpyxl');
const DELAI = 180_000;

const dossier = mkdtempSync(join(tmpdir(), 'modele-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

function convertir(fichier: string, format: string): string {
  const profil = pathToFileURL(join(dossier, 'profil')).href;
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=${profil}`,
      '--convert-to',
      format,
      '--outdir',
      join(dossier, 'sortie'),
      join(dossier, fichier),
    ],
    { stdio: 'ignore', timeout: DELAI },
  );
  return join(dossier, 'sortie', fichier.replace(/xlsx$/, format.split(':')[0] ?? ''));
}

/** `TODAY()` est le jour de la machine : l'exemple s'y place. */
const aujourdHui = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
  .toISOString()
  .slice(0, 10) as DateCivile;
const e = lignesExemple(aujourdHui);
const revueHebdo = e.devis
  .filter((d) => d.statut === 'Envoyé')
  .map(({ numero, client, objet, montantHt }, i) => ({
    numero,
    client,
    objet,
    montantHt,
    decision: i % 3 === 0 ? ('Attendre' as const) : null,
  }));
const anomalies = [
  { onglet: 'Devis', cellule: 'F12', valeur: 'environ 1000', message: 'Illisible.' },
];

const parametres = parametresInitiaux().map((p, i) =>
  i === 0 ? Object.assign(p, { valeur: 'Val-Exemple Ingénierie' }) : p,
);

beforeAll(async () => {
  writeFileSync(
    join(dossier, 'plein.xlsx'),
    await creerModele({ ...e, revueHebdo, anomalies, parametres }),
  );
  writeFileSync(join(dossier, 'vide.xlsx'), await creerModele());
}, DELAI);

const avant = (jour: DateCivile | null, limite: DateCivile): boolean =>
  jour !== null && jour < limite;
const SANS_GO = new Set([null, 'À compléter', 'À revoir']);
const AMONT = new Set(['Détectée', 'Qualifiée', 'Devis en cours']);

/** Les comptes de l'Accueil, recalculés des mêmes données. */
const ATTENDUS: Record<string, number> = {
  revue: revueHebdo.filter((r) => r.decision === null).length,
  aRelancer: e.devis.filter(
    (d) => d.statut === 'Envoyé' && d.prochaineRelance !== null && d.prochaineRelance <= aujourdHui,
  ).length,
  expires: e.devis.filter((d) => d.statut === 'Envoyé' && avant(d.validite, aujourdHui)).length,
  enValidation: e.devis.filter((d) => d.statut === 'En validation').length,
  sansGo: e.affaires.filter((a) => AMONT.has(a.etape ?? '') && SANS_GO.has(a.decision)).length,
  aRecontacter: e.affaires.filter((a) => a.recontacterLe !== null && a.recontacterLe <= aujourdHui)
    .length,
  facturesEnRetard: e.factures.filter(
    (f) => avant(f.echeance, aujourdHui) && f.payeLe === null && f.type !== 'Avoir',
  ).length,
  anomalies: anomalies.length,
};

describe.skipIf(!LIBREOFFICE)('ouvert par LibreOffice', () => {
  it(
    'les comptes de l’Accueil sont ceux que TypeScript calcule',
    () => {
      const lignes = readFileSync(
        convertir('plein.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76'),
        'utf8',
      ).split('\n');
      expect(lignes[2]).toContain('Val-Exemple Ingénierie');
      const lus = Object.fromEntries(
        COMPTEURS.map((c) => [
          c.cle,
          Number(lignes.find((l) => l.includes(`,${c.libelle},`))?.split(',')[1]),
        ]),
      );
      expect(lus).toEqual(ATTENDUS);
      expect(Object.values(ATTENDUS).every((n) => n > 0)).toBe(true);
    },
    DELAI,
  );

  it.skipIf(!PDFTOTEXT)(
    'aucune colonne ne montre de dièses, et l’Accueil tient sur une page',
    () => {
      const pdf = convertir('plein.xlsx', 'pdf');
      const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 1e8 })
        .toString()
        .split('\f');
      expect(pages.filter((p) => p.includes('###'))).toEqual([]);
      expect(pages[0]).toContain('Les onglets');
      expect(pages[0]).toMatch(/Page 1 sur \d+/);
    },
    DELAI,
  );

  it.skipIf(!OPENPYXL)(
    'enregistré par LibreOffice, il garde listes, mises en valeur et notes',
    () => {
      const script = `
import sys, json, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({ws.title: [len(ws.data_validations.dataValidation), sum(len(cf.rules) for cf in ws.conditional_formatting), sum(1 for c in ws[1] if c.comment)] for ws in wb}))`;
      const fichier = convertir('vide.xlsx', 'xlsx:Calc MS Excel 2007 XML');
      const lu = JSON.parse(execFileSync(PYTHON, ['-c', script, fichier]).toString()) as Record<
        string,
        [number, number, number]
      >;
      for (const cle of CLES_TABLES) {
        const { onglet, colonnes } = TABLES[cle];
        const [validations, , notes] = lu[onglet] ?? [0, 0, 0];
        expect([onglet, notes]).toEqual([onglet, Object.keys(colonnes).length]);
        expect([onglet, validations > 0]).toEqual([
          onglet,
          Object.values(colonnes).some(
            (c) => !['texte', 'long', 'lien', 'email', 'libre', 'horodatage'].includes(c.genre),
          ) || cle === 'parametres',
        ]);
      }
      expect(lu['Devis']?.[1]).toBe(REGLES.devis?.length);
    },
    DELAI,
  );
});
