import { long } from '../../../src/classeur/colonne';
import type { DateCivile } from '../../../src/commun/date-civile';
import { formatDate } from '../../../src/messages/formats';
import type { Geste } from '../../../src/devis/transitions';
import type { Suite } from '../../panneau/contrat';
import { suite } from '../vues';
import { ecritSurLeDevis, type Essai } from './geste';
import { LIBELLES_GESTES } from './refus';

/** Ce que plusieurs gestes demandent ou disent. */

export const UN_MOTIF = long('Motif', { aide: 'Pour qui relira.' });
export const JOUR = 'Aujourd’hui, sauf si vous le changez : 12/3, hier…';

/** Le bouton qui ouvre un geste sur ce devis. */
export const vers = (geste: Geste, cible: string): Suite =>
  suite(LIBELLES_GESTES[geste] ?? '', `devis.${geste}`, cible);

/** Une date que l'essai écrirait sur le devis. */
export function dateEcrite(essai: Essai, colonne: string): string | null {
  const date = ecritSurLeDevis(essai)[colonne];
  return typeof date === 'string' ? formatDate(date as DateCivile) : null;
}

export const noterUneAction = (cible: string): Suite =>
  suite('Noter une action…', 'action.nouvelle', `devis:${cible}`);
