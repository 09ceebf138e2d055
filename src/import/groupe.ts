import { detacher } from '../commun/detacher';
import type { Existant } from './decider';
import type { LigneLue } from './lire-lignes';
import type { LigneSource } from './source';

/** Les lignes d'une même identité, et l'enregistrement du classeur qu'elles décrivent. */
export interface Groupe {
  readonly lignes: LigneLue[];
  readonly identite: readonly string[];
  readonly existant: Existant | null;
  /** Sans identité, mais le même contenu est déjà dans le classeur. */
  readonly dejaLa: boolean;
}

/**
 * Des lignes de la source, dans son ordre, et les groupes à décider avec elles : une fois décidés, le
 * sort de ces lignes est connu. Un groupe vient avec sa première ligne, où que soient les autres.
 */
export interface Lot {
  readonly lignes: readonly LigneLue[];
  readonly groupes: readonly Groupe[];
  /** Une seule ligne, et aucune autre de la source n'est le même enregistrement. */
  readonly seule: boolean;
}

/** Une ligne à retenir, détachée du texte du fichier. */
export function retenir({ cellules, ...ligne }: LigneSource): LigneSource {
  return { ...ligne, cellules: cellules.map((c) => (typeof c === 'string' ? detacher(c) : c)) };
}
