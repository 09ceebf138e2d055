import type { DateCivile } from '../../../src/commun/date-civile';
import type { AspectColonne } from '../../../sheets-templates/onglet';
import { FORMATS } from '../../../sheets-templates/formats';
import type { Validation } from '../../../sheets-templates/validations';
import type { CelluleTapee } from '../protocole';
import { comprendre } from './comprendre';
import type { ContenuOuVide } from './grille';

/** Ce qu'une saisie pose dans sa cellule, ou pourquoi elle est refusée. */
export type Saisi = { readonly contenu: ContenuOuVide } | { readonly refus: string };

/** Ce qu'il faut savoir de la cellule pour comprendre ce qu'on y tape. */
export interface Cible {
  /** La colonne déclarée ; `null` : une colonne ou un onglet de l'utilisateur, ou l'en-tête. */
  readonly colonne: AspectColonne | null;
  /** Le format de nombre de la cellule. */
  readonly format: string;
}

/** Ce qu'XML ne porte pas ; une formule n'en a que faire. */
const INVISIBLES = /(?![\t\n])\p{Cc}/gu;

/**
 * Ce que devient une saisie, comme Sheets en français : un nombre, une date, un texte ; une formule
 * seulement dans une colonne de l'utilisateur. La règle de saisie d'une colonne déclarée, si elle est
 * stricte, refuse ce qui ne lui convient pas.
 */
export function saisir(
  saisie: CelluleTapee['saisie'],
  cible: Cible,
  aujourdHui: DateCivile,
): Saisi {
  const { colonne } = cible;
  const contenu = contenuDe(saisie, cible, aujourdHui);
  const validation = colonne?.validation;
  if (!contenu || !validation?.stricte || convient(validation, contenu.valeur)) return { contenu };
  return { refus: `${colonne?.entete ?? ''} : ${validation.message}` };
}

function contenuDe(
  saisie: CelluleTapee['saisie'],
  { colonne, format }: Cible,
  aujourdHui: DateCivile,
): ContenuOuVide {
  if ('valeur' in saisie) {
    return saisie.valeur === null || saisie.valeur === '' ? undefined : { valeur: saisie.valeur };
  }
  const { texte } = saisie;
  if (texte.trim() === '') return undefined;
  const code = colonne ? colonne.format : format;
  if (!colonne && texte.startsWith('=') && texte.length > 1 && code !== FORMATS.texte) {
    return { valeur: '', formule: texte.replace(INVISIBLES, '') };
  }
  if (code === FORMATS.texte) return { valeur: texte.startsWith("'") ? texte.slice(1) : texte };
  return comprendre(texte, aujourdHui);
}

function convient(validation: Validation, valeur: string | number | boolean): boolean {
  switch (validation.genre) {
    case 'valeurs':
      return validation.valeurs.includes(String(valeur));
    case 'liste':
      return true;
    case 'date':
      return typeof valeur === 'number';
    case 'decimal':
      return typeof valeur === 'number' && valeur >= validation.min && valeur <= validation.max;
    case 'entier':
      return (
        Number.isInteger(valeur) &&
        Number(valeur) >= validation.min &&
        Number(valeur) <= validation.max
      );
  }
}
