import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { creerClasseur } from '../../cli/workbooks/xlsx/creer-classeur';
import { ajouter } from '../../src/classeur/changements';
import { euros, jour } from '../support/valeurs';
import { dossierTemporaire, suiviJson, suiviProcessus } from '../support/suivi';

const PROCESSUS = 8;
const CHACUN = 25;

describe('huit personnes valident en même temps', () => {
  it('200 numéros : ni doublon, ni trou, rien de perdu', { timeout: 300_000 }, async () => {
    const classeur = join(await dossierTemporaire(), 'suivi.xlsx');
    const total = PROCESSUS * CHACUN;
    const le = jour('2026-03-02');
    await creerClasseur(classeur, [
      ajouter('clients', { organisation: 'Mairie de Lunel', statut: 'Prospect' }),
      ajouter('affaires', {
        numero: 'AFF-2026-0001',
        client: 'Mairie de Lunel',
        objet: 'Audit',
        etape: 'Go',
        decision: 'Go',
        decideLe: le,
      }),
      ...Array.from({ length: total }, (_, i) =>
        ajouter('devis', {
          numero: `PROV-${i + 1}`,
          version: 1,
          affaire: 'AFF-2026-0001',
          client: 'Mairie de Lunel',
          objet: `Lot ${i + 1}`,
          montantHt: euros(1000 + i),
          tauxTva: 0.2,
          auteur: 'paul@exemple.fr',
          statut: 'En validation',
          creeLe: le,
        }),
      ),
    ]);

    await Promise.all(
      Array.from({ length: PROCESSUS }, async (_, p) => {
        for (let i = 0; i < CHACUN; i++) {
          const reference = `PROV-${p * CHACUN + i + 1}`;
          const r = await suiviProcessus(
            ...['devis', 'valider', reference, '-c', classeur, '--le', '2026-03-02'],
            ...['--utilisateur', `gerant${p}@exemple.fr`],
          );
          expect(r.code, r.stderr).toBe(0);
        }
      }),
    );

    const { devis, registre } = lireClasseur(classeur).tables;
    const attendus = Array.from(
      { length: total },
      (_, i) => `DEV-2026-${String(i + 1).padStart(4, '0')}`,
    );
    expect(devis.map((d) => d.numero).sort()).toEqual(attendus);
    expect(registre.map((r) => r.numero).sort()).toEqual(attendus);
    expect(devis.map((d) => d.objet).sort()).toEqual(
      Array.from({ length: total }, (_, i) => `Lot ${i + 1}`).sort(),
    );
    expect(new Set(devis.map((d) => d.statut))).toEqual(new Set(['Validé']));
    const { json } = await suiviJson<{ numeros: unknown }>(
      'controler',
      '-c',
      classeur,
      '--le',
      '2026-03-02',
    );
    expect(json.numeros).toEqual({ trous: [], doublons: [] });
  });
});
