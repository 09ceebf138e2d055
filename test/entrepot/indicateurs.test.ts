import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporterEntrepot } from '../../cli/entrepot/exporter-entrepot';
import { genererExemple } from '../../sheets-templates/exemple/generer-exemple';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import type { Snapshot } from '../../src/classeur/snapshot';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { Entrepot } from '../support/duckdb';
import { contexte, jour } from '../support/valeurs';
import { comparer } from './comparer';
import { entrepriseRetorse } from './entreprise-retorse';
import { entreprise } from './entreprise-quelconque';

const LE = '2026-03-02';

/** Les mêmes requêtes, calculées une fois : dix fois plus vite que des vues relues à chaque lecture. */
const enTables = (sql: string): string => sql.replaceAll('REPLACE VIEW', 'REPLACE TABLE');

let dossier = '';
let snapshot: Snapshot;
let retors = '';
const retorse = entrepriseRetorse();
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'suivi-entrepot-'));
  snapshot = new ClasseurEnMemoire({ parametres: parametresInitiaux() })
    .appliquer(genererExemple(jour(LE)))
    .snapshot();
  await exporterEntrepot(snapshot, contexte(LE), dossier);
  retors = mkdtempSync(join(tmpdir(), 'suivi-entrepot-'));
  await exporterEntrepot(retorse, contexte(LE), retors);
});
afterAll(() => {
  for (const d of [dossier, retors]) rmSync(d, { recursive: true, force: true });
});

describe('les vues de l’entrepôt disent les mêmes indicateurs que la commande', () => {
  it('chaque mois × chaque responsable de l’entreprise d’exemple, au centime', async () => {
    const entrepot = await (await Entrepot.ouvrir(dossier)).poserVues();
    const { compares, ecarts } = await comparer(entrepot, snapshot, jour(LE));
    expect(ecarts).toEqual([]);
    expect(compares).toBe(90);
  });

  it.each([
    ['un avoir compté en plus', '-ABS(f.', 'ABS(f.'],
    [
      'une facture de type illisible comptée',
      'THEN 0\n    ELSE f.',
      'THEN f.montant_ht\n    ELSE f.',
    ],
    ['la première version au lieu de la dernière', 'd.version, 1), d.exp', '-d.version, 1), d.exp'],
    ['les « Sans suite » oubliés', ", 'Sans suite')", ')'],
    ['les annulés comptés', "WHEN d.statut = 'Annulé' THEN NULL", 'WHEN FALSE THEN NULL'],
    [
      'le responsable de l’affaire oublié',
      'a.personne, NULLIF(LOWER(TRIM(d.auteur',
      'NULLIF(LOWER(TRIM(d.auteur',
    ],
    ['le responsable du client oublié', "NULLIF(LOWER(TRIM(s.responsable_client)), ''), ", ''],
    ['une affaire perdue qui compte', "IN ('Perdue', 'Abandonnée') THEN 0", 'IS NULL THEN 0'],
    ['le taux propre oublié', 'THEN CAST(t.signes AS DOUBLE) / t.decides', 'THEN r.envoye'],
    ['un devis qui expire oublié', 'INTERVAL 7 DAY', 'INTERVAL 2 DAY'],
    ['le seuil à part', 'note >= seuil', 'note > seuil'],
    ['une note hors de 0 à 10', 'note BETWEEN 0 AND 10', 'note >= 0'],
    ['un détracteur de trop', 'BETWEEN 0 AND 6', 'BETWEEN 0 AND 7'],
    ['la médiane décalée', '2 * rang = n OR ', ''],
    ['la facture au mois du règlement', 'l.emise_le', 'l.paye_le'],
    ['les visites de tous', "type = 'Visite'", "type = 'Appel'"],
  ])('%s : la comparaison le voit', async (_, juste, faux) => {
    const entrepot = await Entrepot.ouvrir(retors);
    await entrepot.poserVues((sql) => {
      expect(sql).toContain(juste);
      return enTables(sql.replaceAll(juste, faux));
    });
    expect((await comparer(entrepot, retorse, jour(LE))).ecarts).not.toEqual([]);
  });

  it('une entreprise où chaque règle change un chiffre', async () => {
    const entrepot = await (await Entrepot.ouvrir(retors)).poserVues();
    expect((await comparer(entrepot, retorse, jour(LE))).ecarts).toEqual([]);
  });

  it('n’importe quelle entreprise : chaînes, avoirs, cellules illisibles, doublons', async () => {
    await fc.assert(
      fc.asyncProperty(entreprise, async (quelconque) => {
        const la = mkdtempSync(join(tmpdir(), 'suivi-entrepot-'));
        try {
          await exporterEntrepot(quelconque, contexte(LE), la);
          const entrepot = await (await Entrepot.ouvrir(la)).poserVues(enTables);
          expect((await comparer(entrepot, quelconque, jour(LE))).ecarts).toEqual([]);
        } finally {
          rmSync(la, { recursive: true, force: true });
        }
      }),
      { numRuns: 8 },
    );
  });
});
