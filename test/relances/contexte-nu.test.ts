import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { planEcheancier } from '../../src/factures/plan-echeancier';
import { planRelances } from '../../src/relances/plan-relances';
import { classeurDe, contexte, devisEnvoye, jour } from './support';

/** Apps Script n'a ni Buffer, ni URL, ni minuterie : un contexte `vm` nu en manque aussi. */
const { outputFiles } = buildSync({
  stdin: {
    contents: `
      import { construireSnapshot } from './src/classeur/snapshot';
      import { planRelances } from './src/relances/plan-relances';
      import { planEcheancier } from './src/factures/plan-echeancier';
      export function jouer(entree) {
        const { grilles, contexte } = JSON.parse(entree);
        const parNom = new Map(grilles);
        const { snapshot } = construireSnapshot({
          onglets: Array.from(parNom.keys()),
          entete: (o) => parNom.get(o)[0],
          lignes: (o) => parNom.get(o).slice(1).map((cellules, i) => ({ ligne: i + 2, cellules })),
        });
        return JSON.stringify([planRelances(snapshot, contexte), planEcheancier(snapshot, contexte)]);
      }`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'Coeur',
  target: 'es2019',
});

describe('dans un contexte nu, comme chez Google', () => {
  it('les relances et les factures donnent le même plan que dans Node', () => {
    const classeur = classeurDe({
      devis: [
        devisEnvoye(),
        devisEnvoye({ numero: 'DEV-2026-0002', envoyeA: 'Éloïse <e@client.example>' }),
        devisEnvoye({ numero: 'DEV-2026-0003', objet: null, envoyeA: 'f@client.example' }),
      ],
      factures: [
        { numero: 'F1', client: 'X', emiseLe: jour('2026-01-05'), echeance: jour('2026-02-27') },
      ],
    });
    const leContexte = contexte('2026-03-30');
    const nu = createContext({
      entree: JSON.stringify({ grilles: [...classeur.grilles], contexte: leContexte }),
    });
    runInContext(outputFiles[0]?.text ?? '', nu);
    const rendu: unknown = JSON.parse(String(runInContext('Coeur.jouer(entree)', nu)));
    const snapshot = classeur.snapshot();
    const attendu = [planRelances(snapshot, leContexte), planEcheancier(snapshot, leContexte)];
    expect(rendu).toEqual(JSON.parse(JSON.stringify(attendu)));
    expect(attendu[0]?.brouillons).toHaveLength(2);
  });
});
