import { grouperPar } from '../commun/grouper';
import { VIDE, type Signature } from './empreinte';
import type { LigneSignee } from './lignes-signees';

interface CreationChangee {
  readonly ecrite: Signature;
  readonly ligne: LigneSignee;
  /** D'autres lignes qui peuvent l'être tout autant, si l'enregistrement a changé de nom. */
  readonly autres: readonly LigneSignee[];
}

/** Où en sont les enregistrements qu'un import a créés dans une table. */
export interface CreationsRetrouvees {
  /** Tels que l'import les a écrits, où qu'ils soient maintenant. */
  readonly intactes: readonly LigneSignee[];
  /** Reconnus, mais changés depuis. */
  readonly changees: readonly CreationChangee[];
  /** Plus dans l'onglet : supprimés, ou devenus autre chose. */
  readonly absentes: number;
}

/** Part des colonnes écrites qu'un enregistrement doit avoir gardée pour être encore celui-là… */
const RESTE_RECONNU = 0.75;
/** … ou toutes sauf autant, si elles sont peu nombreuses. */
const CHANGEES_PERMISES = 1;
/** Et si ce qui le nomme n'a pas changé. */
const RESTE_NOMME = 0.3;
/** Comparaisons de signatures faites pour nommer des changements ; au-delà, les absents le restent. */
const COMPARAISONS = 5_000_000;

/**
 * Retrouve par leur contenu des lignes qui ont pu être triées, décalées ou modifiées. `effectif` : les
 * enregistrements d'avant l'import ; s'il n'y en a pas plus aujourd'hui, aucun ne peut venir de lui.
 * `etrangere` : une ligne que l'on sait d'un autre import. `departager` : d'après son nom d'avant.
 */
export function retrouverCreations(
  ecrites: readonly Signature[],
  lignes: readonly LigneSignee[],
  effectif: number,
  etrangere: (ligne: LigneSignee) => boolean,
  departager: (ecrite: Signature, lignes: readonly LigneSignee[]) => LigneSignee | null,
): CreationsRetrouvees {
  const parEmpreinte = indexer(lignes, (l) => l.signature.empreinte);
  const intactes: LigneSignee[] = [];
  const introuvees: Signature[] = [];
  const prises = new Set<LigneSignee>();
  for (const ecrite of ecrites) {
    // Deux lignes de même contenu se valent ; la dernière est la plus récente.
    const ligne = parEmpreinte.get(ecrite.empreinte)?.pop();
    if (!ligne) introuvees.push(ecrite);
    else {
      prises.add(ligne);
      intactes.push(ligne);
    }
  }
  const libres = introuvees.length === 0 ? [] : lignes.filter((l) => !prises.has(l));
  const nommees = indexer(libres, (l) => l.signature.ancre);
  const changees: CreationChangee[] = [];
  const attendue = placeAttendue(ecrites, intactes, lignes);
  let reste = COMPARAISONS;
  let absentes = 0;
  for (const ecrite of introuvees) {
    const deMemeNom = (nommees.get(ecrite.ancre) ?? []).filter((l) => !prises.has(l));
    let [ligne = null] = plusProches(ecrite, deMemeNom, RESTE_NOMME);
    let autres: readonly LigneSignee[] = [];
    // Une référence provisoire a pu devenir un numéro : le nom change, le reste non.
    if (!ligne && libres.length > effectif && reste > 0) {
      const candidates = plusProches(
        ecrite,
        libres.filter((l) => !prises.has(l) && !etrangere(l)),
        seuilReconnu(ecrite),
      );
      const place = attendue(ecrite);
      ligne =
        candidates.find((l) => l === place) ??
        (candidates.length > 1 ? departager(ecrite, candidates) : null);
      if (!ligne) [ligne = null, ...autres] = candidates;
      reste -= libres.length;
    }
    if (!ligne) absentes += 1;
    else {
      prises.add(ligne);
      changees.push({ ligne, ecrite, autres });
    }
  }
  return { intactes, changees, absentes };
}

function indexer(
  lignes: readonly LigneSignee[],
  cle: (ligne: LigneSignee) => string,
): Map<string, LigneSignee[]> {
  return new Map(grouperPar(lignes, cle).map((groupe) => [cle(groupe[0]), groupe]));
}

function seuilReconnu(ecrite: Signature): number {
  const colonnes = Math.max(2, rempliesDe(ecrite).length);
  return Math.min(RESTE_RECONNU, (colonnes - CHANGEES_PERMISES) / colonnes);
}

/** Les rangs des colonnes que l'import a remplies. */
const rempliesDe = ({ indices }: Signature): number[] =>
  [...indices].flatMap((indice, rang) => (indice === VIDE ? [] : [rang]));

/**
 * Où chaque création devrait être : si les autres se suivent encore comme l'import les a écrites, elle
 * est parmi elles, à son rang.
 */
function placeAttendue(
  ecrites: readonly Signature[],
  intactes: readonly LigneSignee[],
  lignes: readonly LigneSignee[],
): (ecrite: Signature) => LigneSignee | null {
  const rangs = new Map(ecrites.map(({ empreinte }, rang) => [empreinte, rang]));
  const presentes = new Set(intactes);
  const departs = new Set(
    lignes.flatMap((l, place) => {
      const rang = presentes.has(l) ? rangs.get(l.signature.empreinte) : undefined;
      return rang === undefined ? [] : [place - rang];
    }),
  );
  const [depart] = departs;
  if (depart === undefined || departs.size > 1) return () => null;
  return (ecrite) => lignes[depart + ecrites.indexOf(ecrite)] ?? null;
}

/** Les lignes qui gardent le plus de ce qui a été écrit, à égalité. */
function plusProches(
  ecrite: Signature,
  candidates: readonly LigneSignee[],
  seuil: number,
): readonly LigneSignee[] {
  let meilleures: LigneSignee[] = [];
  let score = seuil;
  const remplies = rempliesDe(ecrite);
  for (const ligne of candidates) {
    const { indices } = ligne.signature;
    const gardees = remplies.filter((rang) => indices[rang] === ecrite.indices[rang]);
    const garde = gardees.length / Math.max(1, remplies.length);
    if (garde < score) continue;
    if (garde > score) meilleures = [];
    meilleures.push(ligne);
    score = garde;
  }
  return meilleures;
}
