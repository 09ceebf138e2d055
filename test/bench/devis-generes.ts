import { DEVIS } from '../../src/classeur/tables/devis';
import type { Colonne } from '../../src/classeur/colonne';

/** Des devis plausibles, tous différents, sans hasard. */

export const COLONNES_DEVIS: readonly Colonne[] = Object.values(DEVIS.colonnes);

const CLES = Object.keys(DEVIS.colonnes);

export function valeursDevis(i: number): Record<string, unknown> {
  const jour = `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  return {
    numero: `DEV-2026-${i}`,
    version: 1 + (i % 3),
    affaire: `AFF-2026-${i % 5000}`,
    client: `Société ${i % 800} & fils`,
    objet: `Étude de faisabilité n° ${i} – phase ${i % 4}`,
    montantHt: 100_000 + ((i * 7919) % 9_000_000),
    tauxTva: 0.2,
    montantTtc: 120_000 + ((i * 7919) % 9_000_000),
    marge: 20_000 + (i % 1000),
    auteur: `auteur${i % 9}@exemple.fr`,
    responsable: `responsable${i % 5}@exemple.fr`,
    statut: ['Envoyé', 'Signé', 'Refusé', 'Brouillon'][i % 4],
    creeLe: jour,
    soumisLe: jour,
    validePar: 'gerant@exemple.fr',
    valideLe: jour,
    envoyeLe: jour,
    envoyeA: `contact${i % 800}@client.example`,
    premierEnvoi: jour,
    validite: jour,
    relancesFaites: i % 3,
    motif: i % 4 === 2 ? 'Prix' : null,
  };
}

export function* lignesDevis(nombre: number): Generator<unknown[]> {
  for (let i = 0; i < nombre; i++) {
    const valeurs = valeursDevis(i);
    yield CLES.map((cle) => valeurs[cle] ?? null);
  }
}
