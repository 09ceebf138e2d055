import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { COMPTEURS } from '../../sheets-templates/compteurs';
import { MODELES_INITIAUX } from '../../sheets-templates/modeles-initiaux';
import { colonnesDeCalcul } from '../../sheets-templates/tableau/calculs';
import { pageChiffres } from '../../sheets-templates/tableau/chiffres';
import { pageTableau } from '../../sheets-templates/tableau/page';
import { ONGLETS } from '../../sheets-templates/onglet';
import { VERSION } from '../../sheets-templates/version';
import { lettreColonne } from '../../src/classeur/source';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import paquet from '../../package.json';

const parties: Record<string, string> = {};
let octets: Uint8Array;
const feuille = (cle: string): string =>
  parties[
    `xl/worksheets/sheet${CLES_TABLES.indexOf(cle as (typeof CLES_TABLES)[number]) + 2}.xml`
  ] ?? '';

beforeAll(async () => {
  octets = await creerModele();
  for (const [nom, contenu] of Object.entries(unzipSync(octets))) parties[nom] = strFromU8(contenu);
});

const delais = (usage: string) =>
  MODELES_INITIAUX.filter((m) => m.usage === usage).map((m) => m.delaiJours);

/** Communes à Excel 2016, LibreOffice et Sheets. */
const COMMUNES = new Set(
  'ABS AND CODE COUNT COUNTA COUNTIF COUNTIFS DATE DAY EDATE FIND FREQUENCY IF IFERROR INDEX INT ISNUMBER LARGE LEFT LEN LOWER MATCH MAX MEDIAN MID MIN MOD MONTH N NA OR RIGHT ROUND ROUNDUP ROW ROWS SMALL SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TODAY TRIM WEEKDAY YEAR'.split(
    ' ',
  ),
);

describe('le classeur neuf', () => {
  it('a toujours les mêmes octets', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const plusTard = await creerModele();
    vi.useRealTimers();
    expect(Buffer.from(plusTard).equals(Buffer.from(octets))).toBe(true);
  });

  it('porte les pages libres et tous les onglets, dans l’ordre', () => {
    const noms = [...(parties['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
    expect(noms.map((m) => m[1])).toEqual([
      'Accueil',
      'Tableau de bord',
      ...CLES_TABLES.map((cle) => TABLES[cle].onglet),
      'Chiffres',
      'Calculs',
    ]);
  });

  it('annonce la version du paquet', () => expect(VERSION).toBe(paquet.version));

  it.each(ONGLETS.map((o) => [o.nom, o] as const))(
    '« %s » : en-tête figé, filtre, notes, styles de colonne, page A4 paysage',
    (_, onglet) => {
      const xml = feuille(onglet.cle);
      expect(xml).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2"[^>]*state="frozen"/);
      expect(xml).toContain('<autoFilter ref="A1:');
      expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/);
      expect(xml).toContain('Page &amp;P sur &amp;N');
      const colonnes = [...xml.matchAll(/<col min="(\d+)" max="(\d+)"[^>]*style="(\d+)"/g)];
      const couvertes = colonnes.reduce((n, m) => n + Number(m[2]) - Number(m[1]) + 1, 0);
      expect(couvertes).toBe(onglet.colonnes.length);
      expect(colonnes.every((m) => Number(m[3]) > 0)).toBe(true);
      const rang = CLES_TABLES.indexOf(onglet.cle) + 2;
      const notes = parties[`xl/comments${rang}.xml`] ?? '';
      expect(notes.match(/<comment /g)).toHaveLength(onglet.colonnes.length);
      expect(/<sheetProtection/.test(xml)).toBe(onglet.protege);
    },
  );

  it('les onglets protégés sont ceux de la technique, sans mot de passe', () => {
    expect(ONGLETS.filter((o) => o.protege).map((o) => o.nom)).toEqual([
      'Historique',
      'Anomalies',
      'Registre',
      'Journal',
    ]);
    expect(feuille('registre')).not.toMatch(/<sheetProtection[^>]*(hashValue|password)/);
  });

  it.each(
    CLES_TABLES.flatMap((cle) =>
      Object.values(TABLES[cle].colonnes).flatMap((c, i) =>
        c.genre === 'choix' || c.genre === 'booleen' ? [[cle, c.entete, i, c] as const] : [],
      ),
    ),
  )('%s.%s : liste déroulante sur toute la colonne', (cle, _, rang, colonne) => {
    const valeurs = colonne.genre === 'booleen' ? ['Oui', 'Non'] : colonne.valeurs;
    const lettre = lettreColonne(rang);
    const regle = [...feuille(cle).matchAll(/<dataValidation .*?<\/dataValidation>/g)].find((m) =>
      m[0].includes(`sqref="${lettre}2:${lettre}1048576"`),
    )?.[0];
    const liste = `"${valeurs.join(',')}"`;
    expect(liste.length).toBeLessThanOrEqual(255);
    expect(regle).toContain(liste.replaceAll('"', '&quot;').replaceAll("'", '&apos;'));
    expect(regle).toMatch(/errorTitle="[^"]+" error="[^"]+"/);
  });

  it('les dates sont bornées en jours de tableur', () => {
    expect(feuille('devis')).toContain('<formula1>36526</formula1><formula2>73050</formula2>');
  });

  it('les noms de clients, d’affaires et de l’équipe se choisissent dans une liste', () => {
    const classeur = parties['xl/workbook.xml'] ?? '';
    for (const nom of ['ListeClients', 'ListeAffaires', 'ListeEquipe']) {
      expect(classeur).toContain(`<definedName name="${nom}">`);
      expect(feuille('actions')).toContain(`<formula1>${nom}</formula1>`);
    }
  });

  it('aucune formule n’emploie de fonction récente ou locale', () => {
    const formules = COMPTEURS.flatMap((c) => [c.formule, c.premiere ?? '', c.etat ?? '']);
    const employees = new Set(formules.flatMap((f) => f.match(/[A-Z]{2,}(?=\()/g) ?? []));
    expect([...employees].filter((f) => !COMMUNES.has(f))).toEqual([]);
    for (const xml of Object.values(parties)) expect(xml).not.toContain('_xlfn');
  });

  it('les formules vivantes non plus, ni nombre à virgule, ni plage de deux onglets', () => {
    const formules = [
      ...colonnesDeCalcul().map((c) => c.formule),
      ...[pageTableau(), pageChiffres()].flatMap((p) => p.cellules.map((c) => c.formule ?? '')),
    ].map((f) => f.replace(/"[^"]*"/g, '""'));
    const employees = new Set(formules.flatMap((f) => f.match(/[A-Z]{1,}(?=\()/g) ?? []));
    expect([...employees].filter((f) => !COMMUNES.has(f))).toEqual([]);
    expect(formules.filter((f) => /\d\.\d/.test(f))).toEqual([]);
    expect(formules.filter((f) => f.includes('[') || f.includes('{') || f.length > 8000)).toEqual(
      [],
    );
  });

  it('chaque chiffre est une cellule nommée d’après son chemin dans le JSON', () => {
    const classeur = parties['xl/workbook.xml'] ?? '';
    for (const nom of [
      'TB_mois',
      'TB_responsable',
      'TB_devisEmis_nombre',
      'TB_tauxTransformation_cohorte_taux',
      'TB_previsions_12_optimisteHt',
    ]) {
      expect(classeur).toContain(`<definedName name="${nom}">`);
    }
  });

  it('chaque compte de l’Accueil mène à son onglet', () => {
    const xml = parties['xl/worksheets/sheet1.xml'] ?? '';
    for (const { table } of COMPTEURS) {
      expect(xml).toMatch(new RegExp(`<hyperlink [^>]*location="[^"]*${TABLES[table].onglet}`));
    }
  });

  it('porte les modèles de messages : trois relances de devis, l’échelle des factures, un merci', () => {
    expect(delais('Relance devis')).toEqual([7, 15, 30]);
    expect(delais('Relance facture')).toEqual([-15, 0, 8, 16, 24, 32, 40, 45]);
    expect(delais('Remerciement')).toEqual([null]);
    expect(new Set(MODELES_INITIAUX.map((m) => m.code)).size).toBe(MODELES_INITIAUX.length);
  });
});
