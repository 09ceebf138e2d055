import type { DateCivile } from '../../../src/commun/date-civile';
import type { AspectColonne } from '../../../sheets-templates/onglet';
import { lireNombre } from '../../../src/commun/lire-texte';
import { FORMATS } from '../../../sheets-templates/formats';
import type { Validation } from '../../../sheets-templates/validations';
import type { CelluleTapee } from '../protocole';
import { comprendre, type Compris } from './comprendre';
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
  const pourquoi = 'texte' in saisie ? pointRefuse(validation, saisie.texte) : '';
  return { refus: `${pourquoi}${colonne?.entete ?? ''} : ${validation.message}` };
}

const AVEC_POINT = /^[-+]?[\d \u00a0\u202f.,]*\d\.\d[\d \u00a0\u202f.,]*[€%]?$/u;

/** `1.234,50` : en français, un point ne fait pas partie d'un nombre ; le dire, et quoi taper. */
function pointRefuse({ genre }: Validation, texte: string): string {
  const nu = texte.trim();
  if ((genre !== 'decimal' && genre !== 'entier') || !AVEC_POINT.test(nu)) return '';
  const chiffres = nu.replace(/[\s\u00a0\u202f€%]+$/u, '');
  const lu = lireNombre(chiffres);
  const decimales = /[.,](\d+)$/.exec(chiffres)?.[1]?.length ?? 0;
  const aTaper =
    lu === null
      ? 'Écrivez les décimales après une virgule, et les milliers sans rien ou avec une espace. '
      : `Tapez « ${lu.toFixed(Number.isInteger(lu) && decimales > 2 ? 0 : decimales).replace('.', ',')} ». `;
  return `Le point ne sépare ici ni les milliers, ni les décimales. ${aTaper}`;
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
  return enPourcent(comprendre(texte, aujourdHui), code);
}

/** Comme Excel : dans une colonne en %, `20` veut dire 20 %, et `0,2` aussi. */
function enPourcent(compris: Compris, format: string): Compris {
  const { valeur, genre } = compris;
  if (!format.includes('%') || genre !== 'nombre' || typeof valeur !== 'number') return compris;
  return {
    valeur: Math.abs(valeur) >= 1 ? Number((valeur / 100).toFixed(12)) : valeur,
    genre: 'taux',
  };
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
