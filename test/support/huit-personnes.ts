import { join } from 'node:path';
import { expect } from 'vitest';
import { creerClasseur } from '../../cli/workbooks/xlsx/creer-classeur';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { ajouter, type Changement } from '../../src/classeur/changements';
import type { Snapshot } from '../../src/classeur/snapshot';
import { ID, lireEmule, poserClasseur } from './google-emule';
import { googleLocal } from './google-local';
import { dossierTemporaire, suiviEnfant, suiviProcessus, type Sortie } from './suivi';
import { euros, jour } from './valeurs';

const PERSONNES = 8;
const LE = '2026-03-02';

/** Un classeur où chacune des huit personnes a `chacun` devis à valider. */
function devisAValider(chacun: number): Changement[] {
  const le = jour(LE);
  return [
    ajouter('clients', { organisation: 'Mairie de Lunel', statut: 'Prospect' }),
    ajouter('affaires', {
      numero: 'AFF-2026-0001',
      client: 'Mairie de Lunel',
      objet: 'Audit',
      etape: 'Go',
      decision: 'Go',
      decideLe: le,
    }),
    ...Array.from({ length: PERSONNES * chacun }, (_, i) =>
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
  ];
}

type Commande = (...args: string[]) => Promise<Sortie>;

/**
 * Huit personnes valident les leurs en même temps, un processus par devis ; puis tout est relu : ni
 * doublon, ni trou, rien de perdu. Rend le nombre de devis validés.
 */
async function validerEnsemble(
  suivi: Commande,
  classeur: string,
  chacun: number,
  relire: () => Snapshot,
): Promise<number> {
  await Promise.all(
    Array.from({ length: PERSONNES }, async (_, p) => {
      for (let i = 0; i < chacun; i++) {
        const reference = `PROV-${p * chacun + i + 1}`;
        const r = await suivi(
          ...['devis', 'valider', reference, '-c', classeur, '--le', LE],
          ...['--utilisateur', `gerant${p}@exemple.fr`],
        );
        expect(r.code, r.stderr).toBe(0);
      }
    }),
  );
  const total = PERSONNES * chacun;
  const { devis, registre } = relire().tables;
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
  const controle = await suivi('controler', '-c', classeur, '--le', LE, '--json');
  expect((JSON.parse(controle.stdout) as { numeros: unknown }).numeros).toEqual({
    trous: [],
    doublons: [],
  });
  return total;
}

/** Dans un fichier `.xlsx`. */
export async function validerDansUnFichier(chacun: number): Promise<number> {
  const classeur = join(await dossierTemporaire(), 'suivi.xlsx');
  await creerClasseur(classeur, devisAValider(chacun));
  return validerEnsemble(suiviProcessus, classeur, chacun, () => lireClasseur(classeur));
}

/** Dans un classeur Google ; la preuve ne vaut que si des écritures se sont bien gênées. */
export async function validerDansGoogle(chacun: number): Promise<number> {
  const google = await googleLocal();
  poserClasseur(google.emulateur, devisAValider(chacun));
  const env = { SUIVI_GOOGLE_RACINE: google.racine };
  const commande = (...args: string[]) => suiviEnfant(env, ...args).fin;
  const total = await validerEnsemble(commande, ID, chacun, () => lireEmule(google.emulateur));
  const ecritures = google.requetes.filter((r) => r.chemin.endsWith(':batchUpdate'));
  expect(ecritures.length).toBeGreaterThan(total);
  return total;
}
