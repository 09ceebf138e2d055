import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import { REGLES } from '../../sheets-templates/regles';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { convertir } from '../support/libreoffice';
import { comptesAttendus, jourDeLaMachine, lireAccueil } from './comptes';
import { pagesDuPdf, python } from '../support/programmes';

/** Un autre tableur que celui qui a écrit le fichier ouvre le classeur. */
const DELAI = 180_000;

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

/** Les comptes de l'Accueil, recalculés des mêmes données. */
const ATTENDUS = comptesAttendus({ ...e, revueHebdo, anomalies }, aujourdHui);

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
