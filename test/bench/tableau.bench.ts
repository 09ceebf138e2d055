import type { Affaire } from '../../src/classeur/tables/affaires';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import type { Devis } from '../../src/classeur/tables/devis';
import type { Snapshot } from '../../src/classeur/snapshot';
import { ajouterJours, moisDe } from '../../src/commun/date-civile';
import { figures } from '../../src/tableau-de-bord/figures';
import { indexer, type Index } from '../../src/tableau-de-bord/index-commercial';
import { leMois } from '../../src/tableau-de-bord/periode';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';
import { HORIZONS, prevoir } from '../../src/tableau-de-bord/prevision';
import { snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';
import type { Mesures, Objectif } from './objectif';
import { mesurer } from './mesurer';

/** La même forme d'objet que celle du lecteur de classeur : elle décide de la vitesse. */
function gabarit(table: CleTable): Record<string, null> {
  const vide = Object.fromEntries(
    ['ligne', ...Object.keys(TABLES[table].colonnes)].map((c) => [c, null]),
  );
  return JSON.parse(JSON.stringify(vide)) as Record<string, null>;
}

/** Un snapshot de n devis sur cinq ans, sans passer par des cellules : seul le calcul se mesure. */
function grandSnapshot(n: number): Snapshot {
  const vide = snapshotDe({});
  const base = gabarit('devis');
  const baseAffaire = gabarit('affaires');
  const statuts = ['Envoyé', 'Signé', 'Refusé', 'Sans suite', 'Signé', 'Refusé'] as const;
  const devis = Array.from({ length: n }, (_, i) => {
    const envoyeLe = ajouterJours(jour('2021-06-01'), Math.floor((i * 1825) / n));
    const statut = statuts[i % statuts.length];
    return {
      ...base,
      ligne: i + 2,
      numero: `DEV-${envoyeLe.slice(0, 4)}-${i}`,
      version: 1,
      client: `Client ${i % 5000}`,
      affaire: `AFF-${i % 10_000}`,
      montantHt: euros(1000 + (i % 977) * 10),
      statut,
      responsable: `personne${i % 8}@exemple.fr`,
      envoyeLe,
      premierEnvoi: envoyeLe,
      validite: ajouterJours(envoyeLe, 30),
      decideLe: statut === 'Envoyé' ? null : ajouterJours(envoyeLe, 5 + (i % 60)),
    } as unknown as Devis;
  });
  const affaires = Array.from(
    { length: 10_000 },
    (_, i) =>
      ({
        ...baseAffaire,
        ligne: i + 2,
        numero: `AFF-${i}`,
        decision: 'Go',
        signaturePrevue: ajouterJours(jour('2026-06-01'), i % 300),
      }) as unknown as Affaire,
  );
  return { ...vide, illisibles: [], tables: { ...vide.tables, devis, affaires } };
}

const AUJOURDHUI = jour('2026-05-20');
const MOIS = moisDe(AUJOURDHUI);
let memoire: Snapshot | null = null;
const snapshot = (): Snapshot => (memoire ??= grandSnapshot(100_000));

/** Les figures d'un mois et les quatre prévisions. */
function lireLeMois(index: Index): void {
  figures(index, leMois(MOIS, null));
  for (const h of HORIZONS) prevoir(index, null, h);
}

export const mesures: Mesures = {
  // Rien n'est gardé d'une passe à l'autre : chaînes, mois, affaires, probabilités se refont.
  'indicateurs d’un mois': async () => ({
    ms: mesurer(25, () => lireLeMois(indexer(snapshot(), AUJOURDHUI))),
  }),
  'indicateurs d’un autre mois': async () => {
    const index = indexer(snapshot(), AUJOURDHUI);
    return { ms: mesurer(25, () => lireLeMois(index)) };
  },
  'tableau de bord entier': async () => ({
    ms: mesurer(8, () => calculerTableau(snapshot(), { mois: MOIS, aujourdHui: AUJOURDHUI })),
  }),
};

export const objectifs: readonly Objectif[] = [
  {
    quoi: 'indicateurs et prévisions d’un mois, 100 000 devis, tout rangé à neuf',
    mesure: 'indicateurs d’un mois',
    grandeur: 'ms',
    max: 60,
  },
  {
    quoi: 'les mêmes, classeur déjà rangé',
    mesure: 'indicateurs d’un autre mois',
    grandeur: 'ms',
  },
  {
    quoi: 'tableau de bord entier, 100 000 devis',
    mesure: 'tableau de bord entier',
    grandeur: 'ms',
  },
];
