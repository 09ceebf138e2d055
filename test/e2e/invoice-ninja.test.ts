import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { INVOICE_NINJA, SANS_DONNEES } from '../support/donnees';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

/** Lignes de titre des exports, avant leur en-tête. */
const AVANT_ENTETE = 3;

interface Import {
  lues: number;
  creees: number;
  modifiees: number;
  inchangees: number;
  rejetees: number;
  clientsCrees: number;
  rejets: { ligne: number; code: string }[];
  anomalies: { ligne: number; code: string }[];
}

/** Les enregistrements du fichier, lus sans notre importateur. */
async function lignesDe(fichier: string): Promise<string[][]> {
  const texte = await readFile(join(INVOICE_NINJA, fichier), 'utf8');
  const lignes = parse(texte, { relax_column_count: true }) as string[][];
  return lignes.slice(AVANT_ENTETE + 1);
}

const compte = (i: Import) => i.creees + i.modifiees + i.inchangees + i.rejetees;

const PROFIL_DEVIS = {
  table: 'devis',
  colonnes: {
    Numéro: 'Quote Number',
    Client: 'Client',
    'Montant HT': 'Amount',
    Statut: 'Status',
    'Envoyé le': 'Quote Date',
    Validité: 'Due Date',
    'Envoyé à': 'Email',
  },
  valeurs: { Statut: { Sent: 'Envoyé' } },
  format: { date: 'AAAA-MM-JJ', decimal: '.', lignesAvantEntete: AVANT_ENTETE },
};

describe.skipIf(SANS_DONNEES)('importer le passé d’Invoice Ninja', () => {
  it('clients, devis, factures : chaque ligne est comptée, deux fois ne change rien', async () => {
    const dossier = await dossierTemporaire();
    const classeur = join(dossier, 'suivi.xlsx');
    const profil = join(dossier, 'profil.json');
    await writeFile(profil, JSON.stringify(PROFIL_DEVIS));
    expect((await suivi('init', classeur)).code).toBe(0);
    const importer = (table: string, fichier: string, ...reste: string[]) =>
      suiviJson<Import>(
        ...['importer', table, join(INVOICE_NINJA, fichier), '-c', classeur],
        ...['--le', '2021-10-01', '--oui', ...reste],
      );

    const clients = await importer('clients', 'clients.csv');
    const nClients = (await lignesDe('clients.csv')).length;
    expect(clients.json).toMatchObject({ lues: nClients, creees: nClients, rejetees: 0 });

    const devis = await importer('devis', 'quotes.csv', '--profil', profil);
    const source = await lignesDe('quotes.csv');
    expect(devis.json.lues).toBe(source.length);
    expect(compte(devis.json)).toBe(devis.json.lues);
    expect(devis.json.rejets).toEqual([]);
    const invraisemblables = source.filter((l) => l[8] && (l[8] ?? '') < (l[7] ?? '')).length;
    expect(invraisemblables).toBeGreaterThan(20);
    expect(devis.json.anomalies.filter((a) => a.code === 'IMPORT_DATES_INVERSEES')).toHaveLength(
      invraisemblables,
    );

    const { json: liste } = await suiviJson<
      { numero: string; montantHt: number; client: string }[]
    >(...['devis', 'lister', '-c', classeur, '--le', '2021-10-01']);
    expect(liste.map((d) => [d.numero, d.client, d.montantHt])).toEqual(
      source.map((l) => [l[2], l[0], Number((l[3] ?? '').replace('$', ''))]),
    );

    const fige = await readFile(classeur);
    for (const [table, fichier, ...reste] of [
      ['clients', 'clients.csv'],
      ['devis', 'quotes.csv', '--profil', profil],
    ] as const) {
      const { json } = await importer(table, fichier, ...reste);
      expect(json.inchangees, table).toBe(json.lues);
    }
    expect((await readFile(classeur)).equals(fige)).toBe(true);
  });

  it('la semaine se joue sur ces données, à une date qui leur va', async () => {
    const dossier = await dossierTemporaire();
    const classeur = join(dossier, 'suivi.xlsx');
    const profil = join(dossier, 'profil.json');
    await writeFile(profil, JSON.stringify(PROFIL_DEVIS));
    await suivi('init', classeur);
    const le = ['-c', classeur, '--le', '2021-07-05'];
    await suivi(
      'importer',
      'devis',
      join(INVOICE_NINJA, 'quotes.csv'),
      '--profil',
      profil,
      '--oui',
      ...le,
    );
    const source = await lignesDe('quotes.csv');

    const revue = await suiviJson<{ semaine: string; devis: unknown[] }>('revue', ...le);
    expect(revue.json.semaine).toBe('2021-S27');
    expect(revue.json.devis).toHaveLength(source.length);

    const tableau = await suiviJson<{ devisEmis: { nombre: number; montantHt: number } }>(
      ...['tableau', '--mois', '2021-06', ...le],
    );
    const juin = source.filter((l) => (l[7] ?? '').startsWith('2021-06'));
    const centimes = juin.reduce(
      (s, l) => s + Math.round(Number((l[3] ?? '').replace('$', '')) * 100),
      0,
    );
    expect(tableau.json.devisEmis).toEqual({ nombre: juin.length, montantHt: centimes / 100 });

    const copie = join(dossier, 'copie.xlsx');
    await copyFile(classeur, copie);
    const relances = await suiviJson<{ dues: number; brouillons: unknown[]; refusees: unknown[] }>(
      ...['relances', '-o', join(dossier, 'brouillons'), ...le],
    );
    expect(relances.json.dues).toBe(
      relances.json.brouillons.length + relances.json.refusees.length,
    );
    const controle = await suiviJson<{ anomalies: { code: string }[] }>('controler', ...le);
    expect(controle.code).toBe(0);
    const invraisemblables = source.filter((l) => l[8] && (l[8] ?? '') < (l[7] ?? '')).length;
    expect(controle.json.anomalies.filter((a) => a.code === 'DATES_EN_DESORDRE').length).toBe(
      invraisemblables,
    );
  });
});
