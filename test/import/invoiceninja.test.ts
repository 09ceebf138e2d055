import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { parseProfil } from '../../src/import/lire-profil';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { contexte } from '../support/valeurs';
import { INVOICE_NINJA, SANS_DONNEES } from '../support/donnees';

/** Les exports réels d'un logiciel de facturation ; absents du dépôt, lus s'ils sont à côté. */

/** Le résultat attendu se calcule ici autrement : par csv-parse et les colonnes nommées. */
function enregistrements(fichier: string): Record<string, string>[] {
  return parse(readFileSync(join(INVOICE_NINJA, fichier)), {
    columns: true,
    from_line: 4,
    bom: true,
  });
}

async function importer(
  classeur: ClasseurEnMemoire,
  table: TableEchangeable,
  fichier: string,
  profil: unknown = null,
) {
  const { source } = await lireSource(join(INVOICE_NINJA, fichier));
  if (!source) throw new Error(`${fichier} illisible`);
  const lu = profil === null ? null : parseProfil(profil, table).profil;
  const p = planImport(classeur.snapshot(), table, source, lu, contexte('2026-03-02'));
  classeur.appliquer(p.changements);
  return p;
}

describe.skipIf(SANS_DONNEES)('Invoice Ninja', () => {
  it.each([
    ['clients', 'clients.csv', 'Name', 20],
    ['devis', 'quotes.csv', 'Quote Number', 102],
    ['factures', 'invoice.csv', 'Invoice Number', 401],
  ] as const)(
    '%s : chaque ligne de %s est comptée, un enregistrement par %s',
    async (table, fichier, cle, lues) => {
      const classeur = new ClasseurEnMemoire();
      const { resultat, problemes } = await importer(classeur, table, fichier);
      const source = enregistrements(fichier);
      const documents = new Set(source.map((r) => r[cle])).size;
      expect(problemes).toEqual([]);
      expect(source).toHaveLength(lues);
      expect(resultat).toMatchObject({
        lues,
        creees: documents,
        modifiees: 0,
        inchangees: lues - documents,
        rejetees: 0,
        documents,
      });
      expect(resultat.ignorees.map((i) => i.ligne)).toEqual([1, 2, 3]);
      expect(classeur.snapshot().tables[table]).toHaveLength(documents);
    },
  );

  it('chaque devis porte les valeurs de sa ligne', async () => {
    const classeur = new ClasseurEnMemoire();
    const { resultat } = await importer(classeur, 'devis', 'quotes.csv');
    const source = enregistrements('quotes.csv');
    const lus = classeur
      .snapshot()
      .tables.devis.map((d) => [
        d.numero,
        d.client,
        d.envoyeA,
        d.montantHt,
        d.statut,
        d.envoyeLe,
        d.premierEnvoi,
        d.validite,
      ]);
    const attendus = source.map((r) => [
      r['Quote Number'],
      r['Client'],
      r['Email'],
      Math.round(Number(r['Amount']?.replace('$', '')) * 100),
      'Envoyé',
      r['Quote Date'],
      r['Quote Date'],
      r['Due Date'] || null,
    ]);
    expect(lus).toEqual(attendus);
    expect(resultat.clientsCrees).toBe(new Set(source.map((r) => r['Client'])).size);
    const douteuses = source.filter(
      (r) => r['Due Date'] && r['Due Date'] < (r['Quote Date'] ?? ''),
    );
    const nuls = source.filter((r) => r['Amount'] === '$0.00');
    expect(resultat.anomalies.filter((a) => a.code === 'IMPORT_DATES_INVERSEES')).toHaveLength(
      douteuses.length,
    );
    expect(resultat.anomalies.filter((a) => a.code === 'IMPORT_DEVIS_SANS_MONTANT')).toHaveLength(
      nuls.length,
    );
    expect(resultat.avertissements.map((a) => a.code)).toContain('IMPORT_MONNAIE');
  });

  it('la facture en deux lignes d’article ne compte qu’une fois son montant', async () => {
    const classeur = new ClasseurEnMemoire();
    const { resultat } = await importer(classeur, 'factures', 'invoice.csv');
    expect(classeur.snapshot().tables.factures.filter((f) => f.numero === '2')).toMatchObject([
      { montantHt: 2667, paye: 694 },
    ]);
    // Ses deux lignes sont la même, cellule pour cellule : c'est ce qui en est dit.
    expect(resultat.anomalies.map((a) => a.code)).toContain('IMPORT_LIGNE_IDENTIQUE');
    expect(resultat.avertissements.map((a) => a.code)).not.toContain('IMPORT_MONTANT_DOCUMENT');
  });

  it('à la suite : les clients connus sont reconnus, réimporter ne change rien', async () => {
    const classeur = new ClasseurEnMemoire();
    await importer(classeur, 'clients', 'clients.csv');
    const factures = await importer(classeur, 'factures', 'invoice.csv');
    expect(factures.resultat.clientsCrees).toBe(0);
    await importer(classeur, 'devis', 'quotes.csv');
    for (const [table, fichier, lues] of [
      ['clients', 'clients.csv', 20],
      ['factures', 'invoice.csv', 401],
      ['devis', 'quotes.csv', 102],
    ] as const) {
      const encore = await importer(classeur, table, fichier);
      expect(encore.changements).toEqual([]);
      expect(encore.resultat).toMatchObject({ lues, inchangees: lues, creees: 0, clientsCrees: 0 });
    }
  });

  it('les règlements ne sont pas des factures, sauf si un profil le dit', async () => {
    const classeur = new ClasseurEnMemoire();
    await importer(classeur, 'factures', 'invoice.csv');
    const refus = await importer(classeur, 'factures', 'payments.csv');
    expect(refus.problemes.map((p) => p.code)).toEqual(['FICHIER_D_UN_AUTRE_GENRE']);
    const { resultat } = await importer(classeur, 'factures', 'payments.csv', {
      table: 'factures',
      colonnes: { Numéro: 'Invoice Number', Payé: 'Amount', 'Payé le': 'Date' },
      format: { date: 'M/J/AAAA' },
    });
    // 401 factures connues, une ligne en double chacune pour deux d'entre elles
    expect(resultat).toMatchObject({
      lues: 403,
      creees: 1,
      modifiees: 400,
      inchangees: 2,
      rejetees: 0,
    });
    expect(classeur.snapshot().tables.factures.find((f) => f.numero === '801')).toMatchObject({
      paye: -40000,
      payeLe: '2020-01-29',
    });
  });
});
