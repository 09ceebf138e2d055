import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { releverGrands } from '../../src/import/releve-grands';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Des montants qui se lisent, et qu'une personne doit pourtant revoir. */

function importer(table: TableEchangeable, csv: string) {
  const classeur = new ClasseurEnMemoire();
  const p = planImport(classeur.snapshot(), table, sourceCsv(csv), null, contexte('2026-03-02'));
  classeur.appliquer(p.changements);
  const { anomalies, avertissements, rejets } = p.resultat;
  const mots = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');
  return {
    snapshot: classeur.snapshot(),
    rejets,
    codes: anomalies.map((a) => a.code),
    messages: anomalies.map((a) => mots(a.message)),
    dits: avertissements.map((a) => mots(a.message)),
  };
}

const DEVIS = 'N°;Client;Objet;Montant HT;Statut;Envoyé le\n';

it.each([
  ['négatif', '-500', ['IMPORT_DEVIS_NEGATIF']],
  ['entre parenthèses', '(1 200,50 €)', ['IMPORT_DEVIS_NEGATIF']],
  ['nul', '0', ['IMPORT_DEVIS_SANS_MONTANT']],
  ['positif', '500', []],
])('un devis d’un montant %s', (_, montant, codes) => {
  const vu = importer('devis', `${DEVIS}D1;Mairie;Audit;${montant};Envoyé;13/02/2026\n`);
  expect(vu.rejets).toEqual([]);
  expect(vu.codes).toEqual(codes);
});

it('un devis négatif est gardé, et l’avoir est montré du doigt', () => {
  const vu = importer('devis', `${DEVIS}D1;Mairie;Audit;-500;Brouillon;\n`);
  expect(vu.snapshot.tables.devis.map((d) => d.montantHt)).toEqual([-50_000]);
  expect(vu.messages).toEqual([
    'Devis d’un montant négatif (-500,00 €). Il est gardé, et se retranche des montants : si c’est un avoir, retirez-le et importez-le vers « Factures », type « Avoir » ; sinon, corrigez le signe.',
  ]);
});

describe('un en-tête qui dit l’unité', () => {
  const en = (unite: string, ...montants: string[]) =>
    importer(
      'devis',
      `N°;Client;Montant HT (${unite});Statut\n${montants.map((m, i) => `D${i};Mairie;${m};Brouillon\n`).join('')}`,
    );

  it('montre les plus grands montants qu’il fait', () => {
    const { dits, codes } = en('k€', '12,5', '45000', '3', '8', '12,5', '9 000 000 €');
    expect(dits).toContain(
      'Colonne « Montant HT (k€) » : ses montants, en k€ d’après l’en-tête, sont convertis en euros. Les plus grands : 45 000 fait 45 000 000 €, 12,5 fait 12 500 €, 8 fait 8 000 €.',
    );
    // 45 000 k€ parmi des milliers d'euros
    expect(codes).toEqual(['IMPORT_MONTANT_DEMESURE']);
  });

  it('les nombres d’un tableur aussi, pas ce qui n’en est pas', () => {
    const grands = releverGrands();
    for (const cellule of [12.5, '45,5', true, null, 8, 'x', 12.5]) grands.observer(cellule);
    expect(grands.conclure(',')).toEqual([45.5, 12.5, 8]);
  });

  it.each([
    ['k€', '100000', 10_000_000_000, null],
    ['k€', '-100000,01', null, '-100000,01 ?'],
    ['k€', '1200000', null, '1200000 ?'],
    ['k€', '1 200 000 €', 120_000_000, null],
    ['M€', '100', 10_000_000_000, null],
    ['M€', '101', null, '101 ?'],
  ])('en %s, « %s »', (unite, texte, centimes, garde) => {
    const { snapshot, codes } = en(unite, texte, '2,5');
    expect(snapshot.tables.devis[0]?.montantHt ?? null).toBe(centimes);
    expect(codes.includes('IMPORT_UNITE_INVRAISEMBLABLE')).toBe(garde !== null);
    expect(snapshot.illisiblesDe('devis').map((c) => c.valeur)).toEqual(
      garde === null ? [] : [garde],
    );
  });

  it('ne compte ni ne montre ce qui ne peut être', () => {
    const { messages, dits } = en('k€', '1200000');
    expect(messages[0]).toBe(
      '« 1200000 », sous un en-tête en k€, ferait 1 200 000 000 € dans « Montant HT » : sans doute des euros. Le texte est gardé, suivi d’un « ? » pour ne pas passer pour une valeur ; aucun montant n’est compté. Écrivez l’unité dans la cellule (« 1200000 € »), ou corrigez l’en-tête.',
    );
    expect(dits.join()).not.toContain('Les plus grands');
  });
});

describe('« Payé » qui n’est pas un montant', () => {
  const payer = (paye: string, le: string) =>
    importer(
      'factures',
      `N°;Client;Montant TTC;Émise le;Payé;Payé le\nF1;Mairie;120;13/02/2026;${paye};${le}\n`,
    );

  it.each(['oui', 'X', 'Réglée', 'payé', 'Soldée', 'Vrai'])('« %s » est gardé, et dit', (paye) => {
    const { snapshot, codes, messages } = payer(paye, '');
    expect(codes).toEqual(['IMPORT_PAYE_SANS_MONTANT']);
    expect(snapshot.illisiblesDe('factures').map((c) => c.valeur)).toEqual([paye]);
    expect(snapshot.tables.factures[0]).toMatchObject({ paye: null, payeLe: null });
    expect(messages[0]).toBe(
      `« ${paye} », dans « Payé », ne dit ni combien ni quand : le texte est gardé, aucun montant n’est compté. Sans « Payé le », la facture passe pour impayée : écrivez le montant TTC reçu, ou la date du règlement.`,
    );
  });

  it.each(['non', 'à voir'])('« %s » ne dit pas qu’elle l’est', (paye) => {
    expect(payer(paye, '').codes).toEqual(['IMPORT_ILLISIBLE']);
  });
});
