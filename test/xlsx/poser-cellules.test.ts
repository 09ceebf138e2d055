import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lireApparences } from '../../cli/workbooks/xlsx/apparences';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { lireOnglet, type OngletLu } from '../../cli/workbooks/xlsx/lire-onglet';
import { poserCellules, type CellulePosee } from '../../cli/workbooks/xlsx/poser-cellules';
import type { ValeurCellule } from '../../cli/workbooks/xlsx/cellule-xml';
import { euros, jour } from '../support/valeurs';
import { greffer } from './greffes';
import {
  classeurNeuf,
  differences,
  dossierNeuf,
  python,
  snapshotDe,
  vuParOpenpyxl,
} from './outils';

/** Un classeur arrangé par son utilisateur : colonnes déplacées, colonne et onglets à lui, graphique. */
const dossier = dossierNeuf();
let octets: Buffer;

beforeAll(async () => {
  const base = join(dossier, 'base.xlsx');
  await classeurNeuf(base, {
    devis: [1, 2, 3].map((i) => ({
      numero: `DEV-2026-000${i}`,
      version: 1,
      client: `Société ${i}`,
      objet: `Étude n° ${i}`,
      montantHt: euros(1000 * i),
      envoyeLe: jour(`2026-03-0${i}`),
      statut: 'Envoyé' as const,
    })),
    clients: [{ organisation: 'Mairie' }, { organisation: 'Lycée' }],
  });
  const decore = join(dossier, 'décoré.xlsx');
  python('decorer.py', base, decore);
  octets = Buffer.from(greffer(readFileSync(decore)));
}, 60_000);

const ouvrir = (o: Buffer): ClasseurXlsx => ClasseurXlsx.ouvrir(o, 'classeur.xlsx');

const lire = (o: Buffer, onglet: string): OngletLu => {
  const classeur = ouvrir(o);
  const feuille = classeur.paquet.feuilles.find((f) => f.nom === onglet);
  if (!feuille) throw new Error(onglet);
  return lireOnglet(classeur, feuille);
};

const celluleDe = (o: OngletLu, ligne: number, rang: number) =>
  o.rangees.find((r) => r.ligne === ligne)?.cellules.find((c) => c.rang === rang);

const posee = (
  ligne: number,
  rang: number,
  valeur: ValeurCellule,
  genre: CellulePosee['genre'] = 'texte',
): CellulePosee => ({ ligne, rang, contenu: { valeur }, genre });

const poser = (onglet: string, ...cellules: CellulePosee[]): Buffer =>
  Buffer.concat(poserCellules(ouvrir(octets), [{ onglet, cellules }]));

const formatEn = (o: Buffer, onglet: string, ligne: number, rang: number): string | undefined => {
  const classeur = ouvrir(o);
  const apparences = lireApparences(classeur.paquet.lire('xl/styles.xml'));
  return apparences[celluleDe(lire(o, onglet), ligne, rang)?.style ?? 0]?.format;
};

const COMMUNES = [
  '[Content_Types].xml',
  'xl/_rels/workbook.xml.rels',
  'xl/calcChain.xml',
  'xl/workbook.xml',
];

describe('poser des cellules quelconques', () => {
  const rangDe = (entete: string): number =>
    lire(octets, 'Devis').rangees[0]?.cellules.find((c) => c.valeur === entete)?.rang ?? -1;

  it('une cellule d’une colonne déclarée prend le format de la colonne', () => {
    const rang = rangDe('Validité');
    const apres = poser('Devis', posee(2, rang, 46_100, 'nombre'));
    expect(celluleDe(lire(apres, 'Devis'), 2, rang)?.valeur).toBe(46_100);
    expect(formatEn(apres, 'Devis', 2, rang)).toBe('dd/mm/yyyy');
    expect(snapshotDe(ouvrir(apres)).tables.devis[0]?.validite).toBe('2026-03-19');
  });

  it.each([
    ['date', 46_100, 'dd/mm/yyyy'],
    ['taux', 0.125, '0.0\\ %'],
    ['montant', 12.5, '#,##0.00\\ "€"'],
    ['nombre', 999.5, 'General'],
  ] as const)('dans un onglet à soi, un %s se montre comme il faut', (genre, valeur, format) => {
    const apres = poser('Brouillon à moi', posee(9, 5, valeur, genre));
    expect(celluleDe(lire(apres, 'Brouillon à moi'), 9, 5)?.valeur).toBe(valeur);
    expect(formatEn(apres, 'Brouillon à moi', 9, 5)).toBe(format);
  });

  it('seuls l’onglet touché et les parties communes changent', () => {
    const apres = poser('Brouillon à moi', posee(7, 2, 'changé'));
    const partie = ouvrir(octets).paquet.feuilles.find((f) => f.nom === 'Brouillon à moi')?.partie;
    expect(differences(octets, apres)).toEqual([...COMMUNES, partie].sort());
  });

  it('un texte qui commence par = reste un texte ; une formule est une formule', () => {
    const apres = poser('Brouillon à moi', posee(1, 0, '=1+1'), {
      ligne: 2,
      rang: 0,
      contenu: { formule: 'SUM(Devis!A1:A3)&"<é>"' },
      genre: 'texte',
    });
    const lu = lire(apres, 'Brouillon à moi');
    expect(celluleDe(lu, 1, 0)).toMatchObject({ valeur: '=1+1', formule: null });
    expect(celluleDe(lu, 2, 0)).toMatchObject({ formule: 'SUM(Devis!A1:A3)&"<é>"' });
    const fichier = join(dossier, 'formule.xlsx');
    writeFileSync(fichier, apres);
    expect(vuParOpenpyxl(fichier).cellules['Brouillon à moi']).toMatchObject({
      A1: '=1+1',
      A2: '=SUM(Devis!A1:A3)&"<é>"',
    });
  });

  it('une cellule vidée est vide, sa ligne et ses voisines restent', () => {
    const rang = rangDe('Mon avis');
    const apres = poser('Devis', posee(3, rang, null));
    const lu = lire(apres, 'Devis');
    expect(celluleDe(lu, 3, rang)?.valeur ?? null).toBeNull();
    expect(celluleDe(lu, 2, rang)?.valeur).toBe('avis 2');
    expect(snapshotDe(ouvrir(apres)).tables.devis).toEqual(snapshotDe(ouvrir(octets)).tables.devis);
  });

  it('une ligne sous les données : l’aspect de la dernière, et filtre et listes jusqu’à elle', () => {
    const apres = poser('Devis', posee(5, 0, 'PROV-9'), posee(5, rangDe('Mon avis'), 'oui'));
    const avant = lire(octets, 'Devis');
    const lu = lire(apres, 'Devis');
    expect(celluleDe(lu, 5, 0)?.style).toBe(celluleDe(avant, 4, 0)?.style);
    const fichier = join(dossier, 'ligne.xlsx');
    writeFileSync(fichier, apres);
    expect(vuParOpenpyxl(fichier).filtres['Devis']).toBe('A1:AC5');
  });

  it('un en-tête ajouté à droite ressemble aux autres', () => {
    const avant = lire(octets, 'Devis');
    const dernier = avant.rangees[0]?.cellules.at(-1);
    const rang = (dernier?.rang ?? 0) + 1;
    const apres = poser('Devis', posee(1, rang, 'Suivi par'));
    expect(celluleDe(lire(apres, 'Devis'), 1, rang)).toMatchObject({
      valeur: 'Suivi par',
      style: dernier?.style,
    });
  });

  it('un onglet inconnu est refusé, et le dit', () => {
    expect(() => poser('Nulle part', posee(1, 0, 'x'))).toThrow('L’onglet « Nulle part » manque.');
  });

  it('des écritures quelconques se relisent telles quelles, et rien d’autre ne bouge', () => {
    const valeur = fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.boolean(),
      fc.constant(null),
    );
    const ecriture = fc.tuple(
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 0, max: 30 }),
      valeur,
    );
    const onglets = fc.constantFrom('Devis', 'Clients', 'Brouillon à moi');
    fc.assert(
      fc.property(onglets, fc.array(ecriture, { minLength: 1, maxLength: 12 }), (onglet, liste) => {
        const voulues = new Map(liste.map(([l, r, v]) => [`${l}:${r}`, posee(l, r, v)]));
        const apres = poser(onglet, ...voulues.values());
        const [a, b] = [lire(octets, onglet), lire(apres, onglet)];
        for (let l = 1; l <= 14; l++) {
          for (let r = 0; r <= 31; r++) {
            const contenu = voulues.get(`${l}:${r}`)?.contenu;
            const lue = celluleDe(b, l, r)?.valeur ?? null;
            const attendue =
              contenu && 'valeur' in contenu
                ? contenu.valeur
                : (celluleDe(a, l, r)?.valeur ?? null);
            expect(lue === '' ? null : lue).toEqual(attendue === '' ? null : attendue);
          }
        }
        for (const autre of ['Ma synthèse', 'Affaires']) {
          expect(lire(apres, autre)).toEqual(lire(octets, autre));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('lire un onglet entier', () => {
  it('formules, mise en page et couleurs d’un onglet à soi', () => {
    const lu = lire(octets, 'Ma synthèse');
    expect(celluleDe(lu, 1, 1)?.formule).toBe('SUM(Devis!F2:F100)');
    expect(lire(octets, 'Devis').figees).toEqual({ lignes: 1, colonnes: 0 });
  });
});
