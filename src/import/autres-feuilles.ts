import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { estVide, texteDeCellule, type LigneSource } from './source';

/** Le début d'une feuille d'un classeur étranger. */
export interface DebutFeuille {
  readonly nom: string;
  readonly cachee: boolean;
  readonly lignes: readonly LigneSource[];
}

/** Combien de noms de colonnes ces lignes montrent, sur la meilleure (`noterFeuille`). */
type Noter = (lignes: readonly LigneSource[]) => number;

/**
 * Ce qu'il faut dire d'un classeur dont une seule feuille est lue, sans que la personne l'ait choisie :
 * laquelle, et celles qui ont les mêmes colonnes (une par année, le plus souvent). Vide s'il n'y a
 * qu'une feuille remplie.
 */
export function constatFeuilles(
  lue: string,
  feuilles: readonly DebutFeuille[],
  noter: Noter,
): Probleme[] {
  const pleines = feuilles.filter((f) => f.lignes.some(estPleine));
  const entete = enteteDe(pleines.find((f) => f.nom === lue)?.lignes ?? [], noter);
  const autres = pleines.filter((f) => f.nom !== lue);
  const pareilles = autres
    .filter((f) => sontLesMemes(entete, enteteDe(f.lignes, noter)))
    .map((f) => f.nom);
  const visibles = autres.filter((f) => !f.cachee).map((f) => f.nom);
  if (pareilles.length > 0) return [probleme('IMPORT_FEUILLES_PAREILLES', { lue, pareilles })];
  return visibles.length > 0 ? [probleme('IMPORT_FEUILLE_LUE', { lue, autres: visibles })] : [];
}

const estPleine = ({ cellules }: LigneSource): boolean => !cellules.every(estVide);

interface Entete {
  readonly noms: ReadonlySet<string>;
  /** Ceux qui sont reconnus, dans l'ordre alphabétique. */
  readonly connus: string;
}

/** La ligne où le plus de noms sont connus, s'il y a quelque chose dessous. */
function enteteDe(lignes: readonly LigneSource[], noter: Noter): Entete | null {
  let meilleur = -1;
  let note = 0;
  lignes.forEach((ligne, rang) => {
    const sienne = noter([ligne]);
    if (sienne > note) [meilleur, note] = [rang, sienne];
  });
  const ligne = lignes[meilleur];
  if (!ligne || !lignes.slice(meilleur + 1).some(estPleine)) return null;
  const remplies = ligne.cellules.filter((c) => !estVide(c));
  const nom = (c: (typeof remplies)[number]): string => normaliser(texteDeCellule(c));
  const connus = remplies.filter((c) => noter([{ ligne: 1, cellules: [c] }]) > 0).map(nom);
  return { noms: new Set(remplies.map(nom)), connus: JSON.stringify(connus.sort()) };
}

/** Les mêmes colonnes reconnues ; l'une des feuilles peut en avoir d'autres, que l'import ignore. */
function sontLesMemes(a: Entete | null, b: Entete | null): boolean {
  if (a === null || b === null || a.connus !== b.connus) return false;
  return contient(a.noms, b.noms) || contient(b.noms, a.noms);
}

const contient = (tout: ReadonlySet<string>, partie: ReadonlySet<string>): boolean =>
  [...partie].every((nom) => tout.has(nom));
