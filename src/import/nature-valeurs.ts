import type { CelluleBrute } from '../classeur/source';
import { estAdresseEmail } from '../commun/adresse-email';
import { lireDate, lireNombre } from '../commun/lire-texte';
import { estSiretValide } from '../controle/siret';
import { estVide } from './source';

/** Ce que contient une colonne, à en juger par ses valeurs. */
export type Nature = 'siret' | 'email' | 'telephone' | 'codePostal' | 'date' | 'montant';

export interface ReleveNature {
  observer(cellule: CelluleBrute): void;
  /** La nature de presque toutes les valeurs ; `null` si elles ne disent rien de sûr. */
  conclure(minimum?: number): Nature | null;
  /** Plus de la moitié des valeurs sont des adresses e-mail : trop peu pour en être sûr, assez pour le dire. */
  sembleEmail(): boolean;
}

/** En dessous, quelques valeurs ne prouvent rien. */
const VALEURS_MIN = 3;
/** Part des valeurs qui doivent s'accorder : une faute de frappe n'y change rien. */
const PART = 0.9;

const TELEPHONE = /^(?:(?:\+|00)33[\s.-]*(?:\(0\)[\s.-]*)?|0)[1-9](?:[\s.-]*\d{2}){4}$/;
const MONTANT = /[€]|\d[.,]\d{2}$/;

/** Observe les cellules d'une colonne sans nom connu. */
export function releverNature(): ReleveNature {
  const comptes: Record<Nature, number> = {
    siret: 0,
    email: 0,
    telephone: 0,
    codePostal: 0,
    date: 0,
    montant: 0,
  };
  let pleines = 0;
  return {
    observer(cellule) {
      if (estVide(cellule)) return;
      pleines += 1;
      if (typeof cellule !== 'string' && typeof cellule !== 'number') return;
      const nature = natureDe(String(cellule).trim());
      if (nature !== null) comptes[nature] += 1;
    },
    sembleEmail: () => comptes.email * 2 > pleines,
    conclure(minimum = VALEURS_MIN) {
      if (pleines < minimum) return null;
      const [meilleure] = Object.entries(comptes).sort(([, a], [, b]) => b - a) as [
        [Nature, number],
      ];
      return meilleure[1] >= pleines * PART ? meilleure[0] : null;
    },
  };
}

function natureDe(texte: string): Nature | null {
  if (texte.includes('@')) return estAdresseEmail(texte) ? 'email' : null;
  if (!/\d/.test(texte) || texte.length > 40) return null;
  if (TELEPHONE.test(texte)) return 'telephone';
  if (/^\d[\d \u00a0\u202f]+$/.test(texte) && estSiretValide(texte)) return 'siret';
  if (/^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(texte)) return 'codePostal';
  if (lireDate(texte) !== null || lireDate(texte, 'MJA') !== null) return 'date';
  return MONTANT.test(texte) && lireNombre(texte, { decimal: ',' }) !== null ? 'montant' : null;
}
