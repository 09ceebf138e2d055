import {
  ajouterJours,
  ajouterMois,
  dernierJour,
  moisDe,
  premierJour,
  type DateCivile,
} from '../../src/commun/date-civile';
import { estOuvre } from '../../src/commun/jours-ouvres';
import { debutExemple } from './calendrier';
import type { Dossier } from './dossier';
import type { Fabrique, Issue } from './fabrique';

/** Rôles de quelques clients, par rang dans la liste des organisations. */
export const ROLES_CLIENTS = {
  /** Un seul devis récent chacun : la relance due n'est pas trop proche d'une autre. */
  aRelancer: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
  anciens: [21, 22],
  jamaisContactes: [36, 37, 38, 39],
  npai: 23,
  nePasRelancer: 24,
} as const;

const RESERVES: ReadonlySet<number> = new Set([
  ...ROLES_CLIENTS.aRelancer,
  ...ROLES_CLIENTS.anciens,
  ...ROLES_CLIENTS.jamaisContactes,
  ROLES_CLIENTS.npai,
  ROLES_CLIENTS.nePasRelancer,
]);
const HABITUELS = Array.from({ length: 36 }, (_, i) => i).filter((i) => !RESERVES.has(i));

/** Devis par mois, de janvier à décembre : août dort, les rentrées sont vives. */
const SAISONS = [9, 10, 12, 10, 8, 12, 9, 3, 12, 13, 11, 7];
function joursOuvresDe(du: DateCivile, au: DateCivile): DateCivile[] {
  const jours: DateCivile[] = [];
  for (let j = du; j <= au; j = ajouterJours(j, 1)) if (estOuvre(j)) jours.push(j);
  return jours;
}

/** Le courant des affaires : des devis partis chaque mois, décidés ou encore ouverts. */
export function histoire(fabrique: Fabrique): Dossier[] {
  const { hasard, aujourdHui } = fabrique;
  const issue = hasard.paquet<Issue>([
    ...Array<Issue>(8).fill('Signé'),
    ...Array<Issue>(8).fill('Refusé'),
    ...Array<Issue>(4).fill('Sans suite'),
  ]);
  const debut = ajouterJours(debutExemple(aujourdHui), 14);
  const frais = ajouterJours(aujourdHui, -150);
  const recent = ajouterJours(aujourdHui, -45);
  const veille = ajouterJours(aujourdHui, -3);
  const dossiers: Dossier[] = [];
  for (let m = moisDe(debut); m <= moisDe(aujourdHui); m = ajouterMois(m, 1)) {
    const fin = dernierJour(m) < veille ? dernierJour(m) : veille;
    const jours = joursOuvresDe(m === moisDe(debut) ? debut : premierJour(m), fin);
    const plein = SAISONS[Number(m.slice(5, 7)) - 1] ?? 10;
    // Les derniers mois portent en plus les cas choisis.
    const part = fin > recent ? 0.6 : 1;
    const nombre = Math.round((plein * part * Math.min(jours.length, 20)) / 20);
    for (let i = 0; i < nombre; i += 1) {
      const envoi = hasard.choisir(jours);
      const clients = envoi < frais ? [...HABITUELS, ...ROLES_CLIENTS.aRelancer] : HABITUELS;
      dossiers.push(fabrique.devisParti(hasard.choisir(clients), envoi, issue()));
    }
  }
  return dossiers;
}
