import type { CelluleBrute } from '../classeur/source';
import { normaliser } from '../commun/texte';
import { probleme } from '../messages/probleme';
import { estMotif } from './motif-de-rejet';
import { remarque } from './remarques';
import type { Remarque } from './resultat';
import { estOrdinaire, estVide, texteDeCellule, type LigneSource } from './source';

/** Un en-tête d'au moins tant de noms, dont un seul n'est pas du premier, en est encore un. */
const PRESQUE = 3;

/**
 * Les noms de colonnes d'une ligne, si c'est l'en-tête d'un second export, collé sous le premier, dont
 * les colonnes sont dans un autre ordre ; `null` : elle ne l'est pas.
 */
export type NomsDeplaces = (ligne: LigneSource) => readonly string[] | null;

export function nomsDeplaces(entetes: readonly LigneSource[]): NomsDeplaces {
  const connus = entetes.map(({ cellules }) => {
    const formes = cellules.map((c) => normaliser(texteDeCellule(c)));
    const motif = cellules.findIndex((c) => estMotif(texteDeCellule(c)));
    return { formes, noms: new Set(formes.filter((f) => f !== '')), motif };
  });
  // Presque aucune ligne ne commence par un nom de colonne : les autres ne sont pas regardées.
  const bruts = new Set(
    entetes.flatMap(({ cellules }) => cellules.flatMap((c) => (estVide(c) ? [] : [brutDe(c)]))),
  );
  const bouts = new Set(Array.from(bruts, boutsDe));
  const peutEtre = (c: CelluleBrute): boolean => {
    if (typeof c !== 'string') return false;
    const siens = boutsDe(c);
    return (siens < 0 || bouts.has(siens)) && bruts.has(brutDe(c));
  };
  return ({ cellules }) => {
    if (!peutEtre(cellules[0]) && !peutEtre(cellules[1])) return null;
    for (const { formes, noms, motif } of connus) {
      const textes = cellules.map((c, i) => (i === motif ? '' : texteDeCellule(c).trim()));
      const siennes = textes.map(normaliser);
      const pleines = siennes.filter((f) => f !== '');
      const vues = new Set(pleines.filter((f) => noms.has(f)));
      const autres = pleines.length - vues.size;
      const entete = vues.size >= 2 && (autres === 0 || (autres === 1 && vues.size >= PRESQUE));
      const deplace = siennes.some((f, i) => f !== '' && f !== formes[i]);
      if (entete && deplace) return textes.filter((t) => t !== '');
    }
    return null;
  };
}

/** Un nombre pour la première et la dernière lettre d'un texte ; -1 s'il faut le lire pour le comparer. */
function boutsDe(texte: string): number {
  const a = texte.charCodeAt(0) | 32;
  const b = texte.charCodeAt(texte.length - 1) | 32;
  return estOrdinaire(a) && estOrdinaire(b) ? a * 128 + b : -1;
}

const brutDe = (c: CelluleBrute): string => texteDeCellule(c).trim().toLowerCase();

/** Les lignes d'une source qui sont sous un en-tête déplacé : lues, leurs valeurs seraient permutées. */
export class PartiesDeplacees {
  private readonly parties: {
    readonly depuis: number;
    readonly noms: readonly string[];
    jusqua: number;
  }[] = [];

  /** Note une ligne, dans l'ordre de la source ; un en-tête dans l'ordre du premier achève une partie. */
  noter({ ligne }: LigneSource, noms: readonly string[] | null, repete: boolean): void {
    if (noms === null && this.parties.length === 0) return;
    const derniere = this.parties[this.parties.length - 1];
    if (derniere?.jusqua === Infinity && (noms !== null || repete)) derniere.jusqua = ligne;
    if (noms !== null) this.parties.push({ depuis: ligne, noms, jusqua: Infinity });
  }

  /** Pourquoi une ligne, déjà notée, n'est pas lue ; `null` : elle n'est pas d'une de ces parties. */
  refuser({ ligne, cellules }: LigneSource): Remarque | null {
    if (this.parties.length === 0) return null;
    const partie = this.parties.find((p) => p.depuis <= ligne && ligne < p.jusqua);
    if (!partie) return null;
    const valeur = cellules.flatMap((c) => (estVide(c) ? [] : [texteDeCellule(c)])).join(' · ');
    const { depuis, noms } = partie;
    const p = probleme('IMPORT_AUTRE_ORDRE', { depuis, noms });
    return remarque(ligne, '', valeur, p);
  }
}
