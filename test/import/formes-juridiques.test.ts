import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** « Alpha », « Alpha SAS », « Alpha SARL » : proposés, jamais fusionnés en silence, dans aucun ordre. */

type Clients = readonly { readonly organisation: string; readonly siret?: string }[];

function importer(table: TableEchangeable, csv: string, clients: Clients = []) {
  const classeur = new ClasseurEnMemoire({ clients: [...clients] });
  const ctx = contexte('2026-11-26');
  const { resultat, changements } = planImport(
    classeur.snapshot(),
    table,
    sourceCsv(csv),
    null,
    ctx,
  );
  classeur.appliquer(changements);
  const { tables } = classeur.snapshot();
  const noms = tables.clients.map((c) => c.organisation ?? '').sort();
  return { resultat, tables, noms };
}

const ORDRES = [
  ['Alpha', 'Alpha SAS', 'Alpha SARL'],
  ['Alpha SARL', 'Alpha', 'Alpha SAS'],
  ['Alpha SAS', 'Alpha SARL', 'Alpha'],
];
const TROIS = ['Alpha', 'Alpha SARL', 'Alpha SAS'];

describe('trois formes d’un même nom', () => {
  it.each(ORDRES)('une liste de clients : %s, %s, %s', (...noms) => {
    const vu = importer('clients', `Nom;Ville\n${noms.map((n) => `${n};Lyon`).join('\n')}`);
    expect(vu.noms).toEqual(TROIS);
    expect(vu.resultat.creees).toBe(3);
    expect(vu.resultat.doublons).toHaveLength(2);
  });

  it.each(ORDRES)('des devis qui les citent : %s, %s, %s', (...noms) => {
    const lignes = noms.map((n, i) => `D${i};${n};Envoyé;1`);
    const vu = importer('devis', `N°;Client;Statut;Montant HT\n${lignes.join('\n')}`);
    expect(vu.noms).toEqual(TROIS);
    expect(vu.tables.devis.map((d) => d.client)).toEqual(noms);
    expect(vu.resultat.doublons).toHaveLength(2);
  });

  it.each(['clients', 'devis'] as const)(
    '%s : un client du classeur n’en est aucun, s’il y en a plusieurs dans le fichier',
    (table) => {
      const connus = [{ organisation: 'Alpha' }];
      const csv = (noms: readonly string[]): string =>
        table === 'clients'
          ? `Nom;Ville\n${noms.map((n) => `${n};Lyon`).join('\n')}`
          : `N°;Client;Statut\n${noms.map((n, i) => `D${i};${n};Envoyé`).join('\n')}`;
      const importes = importer(table, csv(['Alpha SAS', 'SARL Alpha']), connus);
      expect(importes.noms).toEqual(['Alpha', 'Alpha SAS', 'SARL Alpha']);
      expect(importes.resultat.rejets).toEqual([]);
      expect(importes.resultat.doublons).toHaveLength(2);
      expect(importer(table, csv(['Alpha', 'Alpha SAS']), connus).noms).toEqual([
        'Alpha',
        'Alpha SAS',
      ]);
      expect(importer(table, csv(['Alpha SAS']), connus).noms).toEqual(['Alpha']);
    },
  );

  it('un devis rattaché à un client du classeur le dit, une fois par nom', () => {
    const connus = [{ organisation: 'Alpha SAS' }];
    const devis = 'N°;Client;Statut\nD1;Alpha;Envoyé\nD2;ALPHA;Envoyé';
    const { resultat, noms } = importer('devis', devis, connus);
    expect(noms).toEqual(['Alpha SAS']);
    const [dit, ...autres] = resultat.avertissements.filter((a) => a.code === 'CLIENTS_RATTACHES');
    expect(dit?.message).toContain('« Alpha » comme « Alpha SAS », « ALPHA » comme « Alpha SAS »');
    expect(autres).toEqual([]);
  });
});

it('deux lignes qui désignent le même client du classeur, l’une par son nom, l’autre par son SIRET', () => {
  const connus = [{ organisation: 'Beta', siret: '73282932000074' }];
  const csv = 'Nom;SIRET;Ville\nBeta;;Lyon\nGamma;73282932000074;';
  const { resultat, tables } = importer('clients', `${csv}Paris`, connus);
  expect(resultat.rejets.map((r) => r.code)).toEqual([
    'IDENTITE_EN_CONFLIT',
    'IDENTITE_EN_CONFLIT',
  ]);
  expect(tables.clients.map((c) => c.ville)).toEqual([null]);
  expect(importer('clients', csv, connus).tables.clients.map((c) => c.ville)).toEqual(['Lyon']);
});

const client = fc.record({
  nom: fc.constantFrom('Alpha', 'Alpha SAS', 'Alpha SARL', 'Ets Alpha', 'Bêta', 'Bêta SA'),
  siret: fc.constantFrom('', '732829320', '73282932000074', '73282932000082', '35600000000048'),
});

it('l’ordre des lignes ne change ni les clients ni les rejets', () => {
  fc.assert(
    fc.property(
      fc
        .array(client, { minLength: 2, maxLength: 8 })
        .chain((lignes) =>
          fc.tuple(
            fc.constant(lignes),
            fc.shuffledSubarray(lignes, { minLength: lignes.length, maxLength: lignes.length }),
            fc.uniqueArray(client, { maxLength: 2, selector: (c) => c.nom }),
          ),
        ),
      ([lignes, autres, connus]) => {
        const vu = (l: typeof lignes) => {
          const csv = `Nom;SIRET\n${l.map((c) => `${c.nom};${c.siret}`).join('\n')}`;
          const { tables, resultat } = importer(
            'clients',
            csv,
            connus.map((c) => ({
              organisation: c.nom,
              ...(c.siret === '' ? {} : { siret: c.siret }),
            })),
          );
          const { creees, modifiees, inchangees, rejetees } = resultat;
          const fiches = tables.clients.map((c) => `${c.organisation} ${c.siret ?? ''}`).sort();
          return { fiches, creees, modifiees, inchangees, rejetees };
        };
        expect(vu(autres)).toEqual(vu(lignes));
      },
    ),
    { numRuns: 300 },
  );
});
