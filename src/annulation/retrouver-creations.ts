import { TABLES, type CleTable } from '../classeur/tables';
import { grouperPar } from '../commun/grouper';
import type { Signature } from './empreinte';
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

/** Part des colonnes écrites qu'un enregistrement doit avoir gardée pour être encore celui-là. */
const RESTE_RECONNU = 0.75;
/** Et si ce qui le nomme n'a pas changé. */
const RESTE_NOMME = 0.3;
/** Comparaisons de signatures faites pour nommer des changements ; au-delà, les absents le restent. */
const COMPARAISONS = 5_000_000;

/** Retrouve par leur contenu des lignes qui ont pu être triées, décalées ou modifiées. */
export function retrouverCreations(
  table: CleTable,
  ecrites: readonly Signature[],
  lignes: readonly LigneSignee[],
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
    if (!ligne && TABLES[table].identite.length > 0 && reste > 0) {
      ligne = plusProche(
        ecrite,
        libres.filter((l) => !prises.has(l)),
        RESTE_RECONNU,
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

function plusProche(
  ecrite: Signature,
  candidates: readonly LigneSignee[],
  seuil: number,
): LigneSignee | null {
  let meilleure: LigneSignee | null = null;
  let score = seuil;
  for (const ligne of candidates) {
    const garde = partGardee(ecrite, ligne.signature);
    if (garde < score || (meilleure && garde === score)) continue;
    [meilleure, score] = [ligne, garde];
  }
  return meilleure;
}

function partGardee({ indices }: Signature, actuelle: Signature): number {
  let gardees = 0;
  for (const [colonne, indice] of indices) {
    if (actuelle.indices.get(colonne) === indice) gardees += 1;
  }
  return gardees / Math.max(1, indices.size);
}
