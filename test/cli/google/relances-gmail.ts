import { join } from 'node:path';
import { expect } from 'vitest';
import { creerClasseur } from '../../../cli/workbooks/xlsx/creer-classeur';
import { lireClasseur } from '../../../cli/workbooks/xlsx/lire-classeur';
import { ajouter } from '../../../src/classeur/changements';
import type { Snapshot } from '../../../src/classeur/snapshot';
import { ID, lireEmule, poserClasseur } from '../../support/google-emule';
import { googleLocal, type GoogleLocal } from '../../support/google-local';
import { dossierTemporaire, suiviAvec, suiviEnfant } from '../../support/suivi';
import { clientDe, devisEnvoye } from '../../relances/support';

/** Trois relances dues, et un Gmail d'essai pour leurs brouillons. */
const CONTENU = [
  ajouter('clients', clientDe()),
  ...['a', 'b', 'c'].map((qui, i) =>
    ajouter(
      'devis',
      devisEnvoye({ numero: `DEV-2026-000${i + 1}`, envoyeA: `${qui}@client.example` }),
    ),
  ),
];
const REFERENCES = ['DEV-2026-0001/R1', 'DEV-2026-0002/R1', 'DEV-2026-0003/R1'];
export const MOTS = [
  'relances',
  '--gmail',
  '--le',
  '2026-03-10',
  '--utilisateur',
  'lea@exemple.fr',
];

export interface Essai {
  readonly google: GoogleLocal;
  readonly cible: string;
  readonly env: Record<string, string>;
  readonly relancer: (...autres: string[]) => ReturnType<typeof suiviAvec>;
  readonly lire: () => Snapshot;
}

export async function essai(support: string): Promise<Essai> {
  const google = await googleLocal();
  const env = { SUIVI_GOOGLE_RACINE: google.racine };
  const fichier = join(await dossierTemporaire(), 'suivi.xlsx');
  if (support === 'xlsx') await creerClasseur(fichier, CONTENU);
  else poserClasseur(google.emulateur, CONTENU);
  const cible = support === 'xlsx' ? fichier : ID;
  return {
    google,
    cible,
    env,
    relancer: (...autres) => suiviAvec({ env }, ...MOTS, '-c', cible, '--json', ...autres),
    lire: () => (support === 'xlsx' ? lireClasseur(fichier) : lireEmule(google.emulateur)),
  };
}

export const relances = (s: Snapshot) => s.tables.actions.map((a) => [a.reference, a.brouillon]);
/** Chaque relance due a son brouillon, et un seul, que le classeur nomme. */
export function verifier({ google, lire }: Essai): void {
  const messages = google.gmail.messageIds();
  expect(messages.map((m) => m?.slice(0, 28)).sort()).toEqual([
    'relance.DEV-2026-0001_2f_R1@',
    'relance.DEV-2026-0002_2f_R1@',
    'relance.DEV-2026-0003_2f_R1@',
  ]);
  const inscrites = relances(lire());
  expect(inscrites.map(([reference]) => reference).sort()).toEqual(REFERENCES);
  expect(new Set(inscrites.map(([, id]) => id))).toEqual(new Set(google.gmail.brouillons.keys()));
}

/**
 * Tue la commande à une requête sur `pas`, avant et après son effet : la fois suivante finit, sans
 * doubler. Rend combien de fois.
 */
export async function tuerAuxRequetes(support: string, pas: number): Promise<number> {
  const temoin = await essai(support);
  await temoin.relancer();
  const total = temoin.google.requetes.length;
  expect(total).toBeGreaterThan(6);
  let morts = 0;
  for (let n = 1; n <= total; n += pas) {
    for (const quand of ['avant', 'apres'] as const) {
      const e = await essai(support);
      const { fin, tuer } = suiviEnfant(e.env, ...MOTS, '-c', e.cible);
      let vues = 0;
      e.google.faute = () => {
        if (++vues !== n) return null;
        tuer();
        return { quand, statut: null };
      };
      expect((await fin).code).toBe(-1);
      e.google.faute = null;
      expect((await e.relancer()).code).toBe(0);
      verifier(e);
      morts += 1;
    }
  }
  return morts;
}
