import { distance } from 'fastest-levenshtein';
import { detacher } from './detacher';

/** Comparer des textes comme un lecteur les compare : accents, casse et espaces mis à part. */

/** `« Montant  HT »` → `montant ht` ; œ → oe, ligatures et ponctuation de séparation réduites à une espace. */
export function normaliser(texte: string): string {
  let forme = formes.get(texte);
  if (forme === undefined) {
    forme = calculerForme(texte);
    if (texte.length <= 60 && formes.size < 100_000) {
      const cle = detacher(texte);
      formes.set(cle, forme === texte ? cle : detacher(forme));
    }
  }
  return forme;
}

/** Numéros et noms sont comparés sans cesse : la forme normale des courts est retenue. */
const formes = new Map<string, string>();

function calculerForme(texte: string): string {
  return texte
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s_./\\:-]+/g, ' ')
    .trim();
}

/** Espaces (insécables et fines comprises) repliées en une espace simple, bords ôtés. */
export function replierEspaces(texte: string): string {
  return texte.replace(/[\s\u00a0\u202f\u2007\u2009]+/g, ' ').trim();
}

/** Un numéro, un code : deux que l'œil ne distingue pas sont les mêmes (espaces, tirets insécables, casse). */
export function plierNumero(texte: string): string {
  return replierEspaces(texte.replace(/[\u2010-\u2015\u2212]/g, '-')).toLowerCase();
}

/** Le candidat le plus proche de `cherche`, ou `null` s'ils en sont tous loin (plus d'un tiers des lettres). */
export function plusProche(cherche: string, candidats: Iterable<string>): string | null {
  const cible = normaliser(cherche);
  let meilleur: string | null = null;
  let ecart = Math.max(2, Math.floor(cible.length / 3)) + 1;
  for (const candidat of candidats) {
    const d = distance(cible, normaliser(candidat));
    if (d < ecart) {
      ecart = d;
      meilleur = candidat;
    }
  }
  return meilleur;
}
