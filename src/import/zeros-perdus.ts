import type { CelluleBrute } from '../classeur/source';
import { estSiretValide } from '../controle/siret';

/** Une colonne de chiffres qui ne sont pas un nombre : un tableur en ôte les zéros de tête. */
export type GenreChiffres = 'siret' | 'codePostal' | 'telephone';

export function genreChiffres(cle: string): GenreChiffres | null {
  return cle === 'siret' || cle === 'codePostal' || cle === 'telephone' ? cle : null;
}

/** Ce qui a été rendu dans une colonne, et un exemple à montrer. */
export interface BilanChiffres {
  /** Les zéros de tête sont rendus ; faux si la colonne montre que ces valeurs sont entières. */
  readonly rendre: boolean;
  readonly zeros: {
    readonly nombre: number;
    readonly exemple: string;
    readonly rendu: string;
  } | null;
  /** Codes de 4 chiffres gardés tels quels, faute de preuve qu'il leur manque un zéro. */
  readonly courts: { readonly nombre: number; readonly exemple: string } | null;
  /** Numéros de TVA français, dont le SIREN est gardé. */
  readonly tva: {
    readonly nombre: number;
    readonly exemple: string;
    readonly rendu: string;
  } | null;
}

export interface ReleveChiffres {
  observer(cellule: CelluleBrute): void;
  conclure(): BilanChiffres;
}

export function releverChiffres(genre: GenreChiffres): ReleveChiffres {
  const vus = { zeros: 0, tva: 0, completes: 0, autres: 0 };
  const exemples: Record<'zeros' | 'tva', readonly [string, string]> = {
    zeros: ['', ''],
    tva: ['', ''],
  };
  return {
    observer(cellule) {
      if (typeof cellule !== 'string' && typeof cellule !== 'number') return;
      const texte = String(cellule).trim();
      if (texte === '') return;
      const rendu = rendreChiffres(genre, texte);
      if (rendu === null) {
        if (genre === 'codePostal' && !/^\d{5}$/.test(texte)) vus.autres += 1;
        else vus.completes += 1;
        return;
      }
      const sorte = /^\d+$/.test(texte) ? 'zeros' : 'tva';
      if (vus[sorte] === 0) exemples[sorte] = [texte, rendu];
      vus[sorte] += 1;
    },
    conclure() {
      // 4 chiffres : un code français amputé, s'il est parmi des codes de 5 ; sinon il est belge, suisse…
      const rendre = genre !== 'codePostal' || (vus.autres === 0 && vus.completes > 0);
      const dire = (sorte: 'zeros' | 'tva') =>
        !rendre || vus[sorte] === 0
          ? null
          : { nombre: vus[sorte], exemple: exemples[sorte][0], rendu: exemples[sorte][1] };
      const courts =
        rendre || vus.zeros === 0 ? null : { nombre: vus.zeros, exemple: exemples.zeros[0] };
      return { rendre, zeros: dire('zeros'), tva: dire('tva'), courts };
    },
  };
}

/** La valeur avec ses zéros (ou le SIREN d'un numéro de TVA) ; `null` s'il n'y a rien à rendre. */
export function rendreChiffres(genre: GenreChiffres, texte: string): string | null {
  if (genre === 'codePostal') return /^[1-9]\d{3}$/.test(texte) ? `0${texte}` : null;
  if (genre === 'telephone') return /^[1-79]\d{8}$/.test(texte) ? `0${texte}` : null;
  // sans son zéro, un SIREN en a 7 ou 8, un SIRET 12 ou 13 ; la clé prouve qu'il manquait
  if (/^(?:\d{7,8}|\d{12,13})$/.test(texte)) {
    const complet = texte.padStart(texte.length < 9 ? 9 : 14, '0');
    return estSiretValide(complet) ? complet : null;
  }
  return sirenDeTva(texte);
}

/** `FR 40 303 265 045` → `303265045`, si les deux clés sont justes. */
function sirenDeTva(texte: string): string | null {
  if (!/^fr/i.test(texte)) return null;
  const m = /^FR(\d{2})(\d{9})$/i.exec(texte.replace(/[\s\u00a0\u202f.-]/g, ''));
  const siren = m?.[2];
  if (siren === undefined || !estSiretValide(siren)) return null;
  return (12 + 3 * (Number(siren) % 97)) % 97 === Number(m?.[1]) ? siren : null;
}
