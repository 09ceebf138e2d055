import type { CelluleBrute } from '../classeur/source';
import { normaliser } from '../commun/texte';
import { lireMois } from '../commun/lire-texte';
import { estVide, premieresLignes, texteDeCellule, type LigneSource } from './source';

/** Lignes où l'en-tête d'un tableau croisé se cherche. */
const LIGNES_EXPLOREES = 20;
/** Périodes en colonnes qui font un tableau croisé. */
const PERIODES = 4;

/** Ce que le tableur écrit lui-même dans un tableau croisé dynamique. */
const MARQUES =
  /^(etiquettes de (lignes|colonnes)|row labels|column labels|(somme|nombre|moyenne) de .+ par .+)$/;
/** Un mois, un trimestre, une semaine ou une année, sans jour. */
const PERIODE = /^((t|q|s|sem|semaine|trimestre|w)\.? ?\d{1,2}( (19|20)\d\d)?|(19|20)\d\d)$/;

/**
 * Un tableau croisé (des mois ou des années en colonnes) n'est pas une liste d'enregistrements : ses
 * lignes ne peuvent pas être importées une à une. Rend ce qui le montre ; `null` si c'en est une.
 */
export function signeDeTableauCroise(lignes: Iterable<LigneSource>): string | null {
  for (const { cellules } of premieresLignes(lignes, LIGNES_EXPLOREES)) {
    const pleines = cellules.filter((c) => !estVide(c));
    const marque = pleines.find((c) => MARQUES.test(normaliser(texteDeCellule(c))));
    if (marque !== undefined) return texteDeCellule(marque);
    const periodes = new Set(pleines.filter(estPeriode).map(texteDeCellule));
    if (periodes.size >= PERIODES && periodes.size * 2 >= pleines.length)
      return [...periodes].slice(0, 3).join(', ') + '…';
  }
  return null;
}

function estPeriode(cellule: CelluleBrute): boolean {
  if (typeof cellule === 'number') return PERIODE.test(String(cellule));
  if (typeof cellule !== 'string' || cellule.length > 20) return false;
  const texte = normaliser(cellule);
  if (PERIODE.test(texte)) return true;
  if (/^[a-z]+$/.test(texte)) return lireMois(`${texte} 2000`) !== null;
  // une date entière n'est pas une période
  return !/\d{1,2}\D\d{1,2}\D\d/.test(cellule) && lireMois(cellule) !== null;
}
