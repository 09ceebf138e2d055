import {
  ajouterMois,
  moisDe,
  parseMois,
  type DateCivile,
  type Mois,
} from '../../src/commun/date-civile';
import { centimes } from '../../src/commun/montant';
import type { ValeursDe } from '../../src/classeur/tables';
import { debutExemple } from './calendrier';
import { VENDEURS } from './personnes';

/** Poids de chaque mois dans l'année, de janvier à décembre. */
const SAISON = [0.9, 1, 1.15, 1, 0.85, 1.15, 0.95, 0.4, 1.15, 1.2, 1.1, 0.8];
const PARTS = [0.4, 0.36, 0.24];
const CA_MENSUEL = 9_000_000;
const MILLE_EUROS = 100_000;

function objectif(mois: Mois, responsable: string | null, part: number): ValeursDe<'objectifs'> {
  const poids = part * (SAISON[Number(mois.slice(5, 7)) - 1] ?? 1);
  const montant = Math.round((CA_MENSUEL * poids) / MILLE_EUROS) * MILLE_EUROS;
  return {
    mois,
    responsable,
    caSigne: centimes(montant),
    caFacture: centimes(Math.round((montant * 0.9) / MILLE_EUROS) * MILLE_EUROS),
    devisEmis: Math.max(1, Math.round(11 * poids)),
    tauxTransformation: 0.4,
    satisfaction: 0.85,
    visites: Math.max(1, Math.round(6 * poids)),
  };
}

/** Un objectif par mois, de l'entreprise puis de chacun, jusqu'à la fin de l'année. */
export function lignesObjectifs(aujourdHui: DateCivile): ValeursDe<'objectifs'>[] {
  const decembre = parseMois(`${aujourdHui.slice(0, 4)}-12`) ?? moisDe(aujourdHui);
  const lignes: ValeursDe<'objectifs'>[] = [];
  for (let m = moisDe(debutExemple(aujourdHui)); m <= decembre; m = ajouterMois(m, 1)) {
    lignes.push(objectif(m, null, 1));
    VENDEURS.forEach((v, i) => lignes.push(objectif(m, v, PARTS[i] ?? 0)));
  }
  return lignes;
}
