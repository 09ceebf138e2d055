import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { COMPTEURS } from '../../sheets-templates/compteurs';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import { REGLES } from '../../sheets-templates/regles';
import { ajouterMois, moisDe, type Horodatage } from '../../src/commun/date-civile';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { convertir } from '../support/libreoffice';
import { comptesAttendus, jourDeLaMachine, lignesComptees, lireAccueil } from './comptes';
import { pagesDuPdf, python } from '../support/programmes';

/** Un autre tableur que celui qui a écrit le fichier ouvre le classeur. */
const DELAI = 180_000;

const echapper = (texte: string): string =>
  texte
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

const dossier = mkdtempSync(join(tmpdir(), 'modele-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const aujourdHui = jourDeLaMachine();
const e = lignesExemple(aujourdHui);
const revueHebdo = e.devis
  .filter((d) => d.statut === 'Envoyé')
  .map(({ numero, client, objet, montantHt }, i) => ({
    numero,
    client,
    objet,
    montantHt,
    // Une ligne sans suggestion ne garde que la note de quelqu'un : elle n'est pas à examiner.
    suggestion: i % 4 === 1 ? null : 'Attendre la prochaine relance',
    decision: i % 3 === 0 ? ('Attendre' as const) : null,
  }));
const anomalies = [
  { onglet: 'Devis', cellule: 'F12', valeur: 'environ 1000', message: 'Illisible.' },
];

/** Clos il y a trois mois, rouvert il y a deux, et le dernier n'est clos que pour une personne. */
const historique = [
  { mois: ajouterMois(moisDe(aujourdHui), -3) },
  { mois: ajouterMois(moisDe(aujourdHui), -2), rouvertLe: `${aujourdHui}T09:00` as Horodatage },
  { mois: ajouterMois(moisDe(aujourdHui), -1), responsable: 'helene@valex.example' },
];

const parametres = parametresInitiaux().map((p, i) =>
  i === 0 ? Object.assign(p, { valeur: 'Val-Exemple Ingénierie' }) : p,
);

beforeAll(async () => {
  writeFileSync(
    join(dossier, 'plein.xlsx'),
    await creerModele({ ...e, revueHebdo, historique, anomalies, parametres }),
  );
  writeFileSync(join(dossier, 'vide.xlsx'), await creerModele());
}, DELAI);

/** Les comptes de l'Accueil, recalculés des mêmes données. */
const ATTENDUS = comptesAttendus({ ...e, revueHebdo, historique, anomalies }, aujourdHui);

describe('ouvert par LibreOffice', () => {
  it(
    'les comptes de l’Accueil sont ceux que TypeScript calcule',
    () => {
      const { lignes, comptes } = lireAccueil(join(dossier, 'plein.xlsx'), dossier);
      expect(lignes[2]).toContain('Val-Exemple Ingénierie');
      expect(comptes).toEqual(ATTENDUS);
      expect(Object.values(ATTENDUS).every((n) => n > 0)).toBe(true);
    },
    DELAI,
  );

  it(
    'chaque libellé de l’Accueil mène à la première ligne comptée',
    () => {
      const parties = unzipSync(readFileSync(join(dossier, 'plein.xlsx')));
      const accueil = 'xl/worksheets/sheet1.xml';
      let xml = strFromU8(parties[accueil] ?? new Uint8Array());
      const comptes = COMPTEURS.filter((c) => c.premiere !== null);
      // À la place de chaque compte, la formule de sa première ligne.
      for (const { formule, premiere } of comptes) {
        const apres = xml.replace(
          `<f>${echapper(formule)}`,
          () => `<f>${echapper(premiere ?? '')}`,
        );
        expect(apres).not.toBe(xml);
        xml = apres;
      }
      const essai = join(dossier, 'essai.xlsx');
      writeFileSync(essai, zipSync({ ...parties, [accueil]: strToU8(xml) }, { level: 1 }));
      const lus = lireAccueil(essai, dossier).comptes;
      const lignes = lignesComptees({ ...e, revueHebdo, historique, anomalies }, aujourdHui);
      const cles = comptes.map((c) => c.cle);
      expect(cles.map((cle) => [cle, lus[cle]])).toEqual(
        cles.map((cle) => [cle, lignes[cle]?.[0]]),
      );
    },
    DELAI,
  );

  it(
    'aucune colonne ne montre de dièses, et l’Accueil tient sur une page',
    () => {
      const pdf = convertir(join(dossier, 'plein.xlsx'), 'pdf', dossier);
      const pages = pagesDuPdf(pdf);
      expect(pages.filter((p) => p.includes('###'))).toEqual([]);
      expect(pages[0]).toContain('Les onglets');
      expect(pages[0]).toMatch(/Page 1 sur \d+/);
    },
    DELAI,
  );

  it(
    'enregistré par LibreOffice, il garde listes, mises en valeur et notes',
    () => {
      const script = `
import sys, json, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({ws.title: [len(ws.data_validations.dataValidation), sum(len(cf.rules) for cf in ws.conditional_formatting), sum(1 for c in ws[1] if c.comment)] for ws in wb}))`;
      const fichier = convertir(join(dossier, 'vide.xlsx'), 'xlsx:Calc MS Excel 2007 XML', dossier);
      const lu = JSON.parse(python('-c', script, fichier)) as Record<
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
            (c) =>
              !['texte', 'long', 'lien', 'email', 'personne', 'libre', 'horodatage'].includes(
                c.genre,
              ),
          ) || cle === 'parametres',
        ]);
      }
      expect(lu['Devis']?.[1]).toBe(REGLES.devis?.length);
    },
    DELAI,
  );
});
