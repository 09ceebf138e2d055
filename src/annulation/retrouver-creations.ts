import { grouperPar } from '../commun/grouper';
import { VIDE, type Signature } from './empreinte';
import type { LigneSignee } from './lignes-signees';

/** Où en sont les enregistrements qu'un import a créés dans une table. */
export interface CreationsRetrouvees {
  /** Tels que l'import les a écrits, où qu'ils soient maintenant. */
  readonly intactes: readonly LigneSignee[];
  /** Reconnus, mais changés depuis. */
  readonly changees: readonly { readonly ligne: LigneSignee; readonly ecrite: Signature }[];
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
 */
export function retrouverCreations(
  ecrites: readonly Signature[],
  lignes: readonly LigneSignee[],
  effectif: number,
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
  const changees: { ligne: LigneSignee; ecrite: Signature }[] = [];
  let reste = COMPARAISONS;
  let absentes = 0;
  for (const ecrite of introuvees) {
    const deMemeNom = (nommees.get(ecrite.ancre) ?? []).filter((l) => !prises.has(l));
    let ligne = plusProche(ecrite, deMemeNom, RESTE_NOMME);
    // Une référence provisoire a pu devenir un numéro : le nom change, le reste non.
    if (!ligne && libres.length > effectif && reste > 0) {
      ligne = plusProche(
        ecrite,
        libres.filter((l) => !prises.has(l)),
        seuilReconnu(ecrite),
      );
      reste -= libres.length;
    }
    if (!ligne) absentes += 1;
    else {
      prises.add(ligne);
      changees.push({ ligne, ecrite });
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

function plusProche(
  ecrite: Signature,
  candidates: readonly LigneSignee[],
  seuil: number,
): LigneSignee | null {
  let meilleure: LigneSignee | null = null;
  let score = seuil;
  const remplies = rempliesDe(ecrite);
  for (const ligne of candidates) {
    const { indices } = ligne.signature;
    const gardees = remplies.filter((rang) => indices[rang] === ecrite.indices[rang]);
    const garde = gardees.length / Math.max(1, remplies.length);
    if (garde < score || (meilleure && garde === score)) continue;
    [meilleure, score] = [ligne, garde];
  }
  return meilleure;
}
