import type { Contenu } from '../support/classeur-en-memoire';
import { snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';

/** Le tableau de mars 2026, vu le 20. */
export const LE = { mois: mois('2026-03'), aujourdHui: jour('2026-03-20') };
export const calculer = (contenu: Contenu) => calculerTableau(snapshotDe(contenu), LE);

/** Un devis de 1 000 €, envoyé le 1er mars, sans réponse. */
export const OUVERT = {
  numero: 'D1',
  version: 1,
  client: 'Mairie',
  affaire: 'A1',
  statut: 'Envoyé',
  montantHt: euros(1_000),
  envoyeLe: jour('2026-03-01'),
} as const;
