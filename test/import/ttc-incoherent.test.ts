import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte, euros } from '../support/valeurs';

/** Un HT, une TVA et un TTC qui ne vont pas ensemble sont importés tels quels, et dits. */

function importer(table: TableEchangeable, csv: string, classeur = new ClasseurEnMemoire()) {
  const ctx = contexte('2026-11-26');
  const p = planImport(classeur.snapshot(), table, sourceCsv(csv), null, ctx);
  classeur.appliquer(p.changements);
  return {
    ...classeur.snapshot().tables,
    doutes: p.resultat.anomalies.filter((a) => a.code.startsWith('IMPORT_TTC')),
  };
}

describe('un devis', () => {
  it.each([
    ['100', '20 %', '120', false],
    ['100', '20 %', '120,01', false],
    ['100', '20 %', '120,02', true],
    ['100', '20 %', '130', true],
    ['100', '5,5 %', '105,50', false],
    ['33,33', '20 %', '40', false],
    ['100', '', '120', false],
    ['100', '', '80', true],
    ['', '20 %', '120', false],
    ['100', '20 %', '', false],
  ])('HT %s, TVA %s, TTC %s', (ht, tva, ttc, douteux) => {
    const csv = `N°;Client;Montant HT;TVA;Montant TTC;Statut\nD1;A;${ht};${tva};${ttc};Brouillon`;
    expect(importer('devis', csv).doutes).toHaveLength(douteux ? 1 : 0);
  });

  it('les trois valeurs, ce que le TTC serait, et rien de corrigé', () => {
    const { devis, doutes } = importer(
      'devis',
      'N°;Client;Montant HT;TVA;Montant TTC;Statut\nD1;A;1000;20 %;1300;Brouillon',
    );
    expect(devis).toMatchObject([
      { montantHt: euros(1000), tauxTva: 0.2, montantTtc: euros(1300) },
    ]);
    expect(doutes).toMatchObject([{ ligne: 2, colonne: 'Montant TTC', valeur: '1300' }]);
    expect(doutes[0]?.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Le HT (1 000,00 €), la TVA (20 %) et le TTC (1 300,00 €) ne vont pas ensemble : le TTC serait de 1 200,00 €. Rien n’est corrigé : vérifiez lequel des trois est faux.',
    );
  });

  it('un HT changé sous un TTC tapé dans le classeur', () => {
    const classeur = new ClasseurEnMemoire();
    const devis = { numero: 'D1', version: 1, client: 'A', statut: 'Brouillon' } as const;
    const montants = { montantHt: euros(100), tauxTva: 0.2, montantTtc: euros(121) };
    classeur.appliquer([ajouter('devis', { ...devis, ...montants })]);
    const csv = 'N°;Client;Montant HT;Statut\nD1;A;200;Brouillon';
    expect(importer('devis', csv, classeur).doutes).toHaveLength(1);
  });
});

describe('une facture, dont le classeur ne garde pas la TVA', () => {
  it.each([
    ['TVA', '20 %', '120', false],
    ['TVA', '20', '120', false],
    ['TVA', '0,2', '120', false],
    ['TVA', '20,00', '130', true],
    ['TVA', '20 %', '130', true],
    ['Taux de TVA', '5,5', '105,50', false],
    ['Montant TVA', '20,00', '120', false],
    ['Montant TVA', '19,60', '120', true],
    ['Montant TVA', '', '130', false],
    ['Montant TVA', 'exonérée', '100', false],
    ['Autre', '20 %', '130', false],
    ['Autre', '', '99', true],
  ])('%s : %s, TTC %s', (entete, tva, ttc, douteux) => {
    const csv = `N° facture;Client;Montant HT;${entete};Montant TTC\nF1;A;100;${tva};${ttc}`;
    expect(importer('factures', csv).doutes).toHaveLength(douteux ? 1 : 0);
  });

  it('un avoir, de même', () => {
    const avoir = (ht: number, ttc: number) =>
      importer('factures', `N°;Client;Type;Montant HT;Montant TTC\nF1;A;Avoir;${ht};${ttc}`).doutes;
    expect(avoir(-100, -120)).toEqual([]);
    expect(avoir(-100, -80)).toHaveLength(1);
    expect(avoir(-100, 120)).toHaveLength(1);
  });

  it('la TVA d’une ligne d’article n’est pas celle du document', () => {
    const csv =
      'N° facture;Client;Line Total;TVA;Montant TTC\nF1;A;100;20 %;225,50\nF1;A;100;5,5 %;225,50';
    const { factures, doutes } = importer('factures', csv);
    expect(factures).toMatchObject([{ montantHt: euros(200), montantTtc: euros(225.5) }]);
    expect(doutes).toEqual([]);
  });
});
