import { expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { euros, jour } from '../support/valeurs';
import { ID, lireEmule, poserClasseur } from '../support/google-emule';
import { googleLocal } from '../support/google-local';
import { suiviEnfant, suiviAvec } from '../support/suivi';

const PROCESSUS = 8;
const CHACUN = 10;

it(
  'huit personnes valident 80 devis d’un classeur Google : ni doublon, ni trou, rien de perdu',
  { timeout: 300_000 },
  async () => {
    const total = PROCESSUS * CHACUN;
    const le = jour('2026-03-02');
    const google = await googleLocal();
    poserClasseur(google.emulateur, [
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
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    await Promise.all(
      Array.from({ length: PROCESSUS }, async (_, p) => {
        for (let i = 0; i < CHACUN; i++) {
          const reference = `PROV-${p * CHACUN + i + 1}`;
          const { fin } = suiviEnfant(
            env,
            ...['devis', 'valider', reference, '-c', ID, '--le', '2026-03-02'],
            ...['--utilisateur', `gerant${p}@exemple.fr`],
          );
          const r = await fin;
          expect(r.code, r.stderr).toBe(0);
        }
      }),
    );
    const { devis, registre } = lireEmule(google.emulateur).tables;
    const attendus = Array.from(
      { length: total },
      (_, i) => `DEV-2026-${String(i + 1).padStart(4, '0')}`,
    );
    expect(devis.map((d) => d.numero).sort()).toEqual(attendus);
    expect(registre.map((r) => r.numero).sort()).toEqual(attendus);
    expect(new Set(devis.map((d) => d.objet)).size).toBe(total);
    expect(new Set(devis.map((d) => d.statut))).toEqual(new Set(['Validé']));
    // La preuve ne vaut que si des écritures se sont bien gênées.
    expect(google.requetes.filter((r) => r.chemin.endsWith(':batchUpdate')).length).toBeGreaterThan(
      total,
    );
    const { stdout } = await suiviAvec(
      { env },
      'controler',
      '-c',
      ID,
      '--le',
      '2026-03-02',
      '--json',
    );
    expect((JSON.parse(stdout) as { numeros: unknown }).numeros).toEqual({
      trous: [],
      doublons: [],
    });
  },
);
