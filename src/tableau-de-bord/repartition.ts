import { cleObjectif, type Objectif } from '../classeur/tables/objectifs';
import { ajouterMois, type Mois } from '../commun/date-civile';
import type { Index } from './index-commercial';
import { INDICATEURS_A_OBJECTIF, type ColonneObjectif } from './indicateurs-a-objectif';
import { parIndex } from './memo';
import { leMois } from './periode';

/** Ce qui s'additionne de mois en mois ; un taux annuel vaut pour chacun des mois. */
export const ADDITIFS: ReadonlySet<ColonneObjectif> = new Set<ColonneObjectif>([
  'caSigne',
  'caFacture',
  'devisEmis',
  'visites',
]);

const lignesParCle = parIndex(({ snapshot }) => {
  const lignes = new Map<string, Objectif>();
  for (const o of snapshot.tables.objectifs) {
    const cle = cleObjectif(o);
    // « Vaut pour » illisible : mois ou année, on ne sait pas ; la ligne ne vaut rien (Anomalies la dit).
    const sure = o.mois !== null && !snapshot.estIllisible('objectifs', o.ligne, 'vautPour');
    if (sure && !lignes.has(cle)) lignes.set(cle, o);
  }
  return lignes;
});

/** L'objectif écrit sur la ligne d'un mois (`2026-03`) ou d'une année (`2026`) ; `null` : pas de ligne. */
export function objectifEcrit(
  index: Index,
  colonne: ColonneObjectif,
  periode: string,
  responsable: string | null,
): number | null {
  return lignesParCle(index).get(`${periode} ${responsable ?? ''}`)?.[colonne] ?? null;
}

const parts = parIndex(() => new Map<string, ReadonlyMap<Mois, number>>());

/**
 * L'objectif d'un mois qui n'a pas sa ligne, tiré de celui de l'année : les mois sans ligne se
 * partagent ce qui reste, à la mesure du réalisé de l'entreprise les mêmes mois de l'année
 * précédente si chacun des douze a un chiffre, sinon à parts égales. Au centime, ou à l'unité : la
 * somme des douze mois est l'objectif de l'année (tant que les lignes écrites ne le dépassent pas).
 */
export function objectifReparti(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): number | null {
  const annee = mois.slice(0, 4);
  const annuel = objectifEcrit(index, colonne, annee, responsable);
  if (annuel === null || !ADDITIFS.has(colonne)) return annuel;
  const cle = `${colonne} ${annee} ${responsable ?? ''}`;
  let repartis = parts(index).get(cle);
  if (!repartis) {
    repartis = repartir(index, colonne, annee, responsable, annuel);
    parts(index).set(cle, repartis);
  }
  return repartis.get(mois) ?? null;
}

function moisDeLAnnee(annee: string): Mois[] {
  return Array.from({ length: 12 }, (_, i) => ajouterMois(`${annee}-01` as Mois, i));
}

function repartir(
  index: Index,
  colonne: ColonneObjectif,
  annee: string,
  responsable: string | null,
  annuel: number,
): Map<Mois, number> {
  const poids = saison(index, colonne, String(Number(annee) - 1));
  let reste = annuel;
  const libres: { mois: Mois; poids: number }[] = [];
  moisDeLAnnee(annee).forEach((mois, i) => {
    const ecrit = objectifEcrit(index, colonne, mois, responsable);
    if (ecrit === null) libres.push({ mois, poids: poids?.[i] ?? 1 });
    else reste -= ecrit;
  });
  const aPartager = Math.max(0, reste);
  const total = libres.reduce((s, l) => s + l.poids, 0);
  const repartis = new Map<Mois, number>();
  let cumul = 0;
  let place = 0;
  for (const libre of libres) {
    cumul += libre.poids;
    // Arrondir le cumul, non chaque part : la somme tombe juste.
    const jusquIci = Math.round((aPartager * cumul) / total);
    repartis.set(libre.mois, jusquIci - place);
    place = jusquIci;
  }
  return repartis;
}

/** Le réalisé de l'entreprise, mois par mois ; `null` si l'un des douze n'a pas de chiffre positif. */
function saison(index: Index, colonne: ColonneObjectif, annee: string): number[] | null {
  const valeurs = moisDeLAnnee(annee).map(
    (m) => INDICATEURS_A_OBJECTIF[colonne].calculer(index, leMois(m, null)).valeur ?? 0,
  );
  return valeurs.every((v) => v > 0) ? valeurs : null;
}
