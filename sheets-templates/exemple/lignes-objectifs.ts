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
    vautPour: null,
    responsable,
    caSigne: centimes(montant),
    caFacture: centimes(Math.round((montant * 0.9) / MILLE_EUROS) * MILLE_EUROS),
    devisEmis: Math.max(1, Math.round(11 * poids)),
    tauxTransformation: 0.4,
    satisfaction: 0.85,
    visites: Math.max(1, Math.round(6 * poids)),
  };
}

/**
 * Un objectif par mois, de l'entreprise puis de chacun, jusqu'à la fin de l'année. Cette année, celui
 * de l'entreprise est aussi dit sur l'année, et le dernier vendeur n'en a qu'un, annuel.
 */
export function lignesObjectifs(aujourdHui: DateCivile): ValeursDe<'objectifs'>[] {
  const annee = aujourdHui.slice(0, 4);
  const decembre = parseMois(`${annee}-12`) ?? moisDe(aujourdHui);
  const annuels = new Set([null, VENDEURS[VENDEURS.length - 1] ?? null]);
  const lignes: ValeursDe<'objectifs'>[] = [];
  const deLAnnee = new Map<string | null, ValeursDe<'objectifs'>[]>();
  const ajouter = (o: ValeursDe<'objectifs'>): void => {
    const cetteAnnee = o.mois?.startsWith(annee) === true && annuels.has(o.responsable);
    if (cetteAnnee) deLAnnee.set(o.responsable, [...(deLAnnee.get(o.responsable) ?? []), o]);
    if (!cetteAnnee || o.responsable === null) lignes.push(o);
  };
  for (let m = moisDe(debutExemple(aujourdHui)); m <= decembre; m = ajouterMois(m, 1)) {
    ajouter(objectif(m, null, 1));
    VENDEURS.forEach((v, i) => ajouter(objectif(m, v, PARTS[i] ?? 0)));
  }
  for (const mensuels of deLAnnee.values()) lignes.push(annuel(annee, mensuels));
  return lignes;
}

/** La ligne « Année » qui vaut autant que ces douze mois. */
function annuel(
  annee: string,
  mensuels: readonly ValeursDe<'objectifs'>[],
): ValeursDe<'objectifs'> {
  const somme = (cle: 'caSigne' | 'caFacture' | 'devisEmis' | 'visites'): number =>
    mensuels.reduce((s, o) => s + (o[cle] ?? 0), 0);
  const [premier] = mensuels;
  return {
    mois: parseMois(`${annee}-01`),
    vautPour: 'Année',
    responsable: premier?.responsable ?? null,
    caSigne: centimes(somme('caSigne')),
    caFacture: centimes(somme('caFacture')),
    devisEmis: somme('devisEmis'),
    tauxTransformation: premier?.tauxTransformation ?? null,
    satisfaction: premier?.satisfaction ?? null,
    visites: somme('visites'),
  };
}
