import { adresse, lirePlage, MAX_COLONNES, rangDe } from './plages';

const JETONS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.\\$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|(?<![\w.\\$])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!])|(?<![\w.\\$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])/g;

function colonne(fixe: string, lettres: string, dc: number): string {
  const rang = rangDe(lettres) + (fixe ? 0 : dc);
  return fixe + (rang < 0 ? '#REF!' : adresse(0, rang).slice(0, -1));
}

const ligne = (fixe: string, numero: string, dl: number): string =>
  `${fixe}${Number(numero) + (fixe ? 0 : dl)}`;

/**
 * Déplace les références relatives d'une formule de `dl` lignes et `dc` colonnes, comme un tableur
 * qui la recopie. Textes, noms d'onglets et références structurées n'y changent pas.
 */
export function decalerFormule(formule: string, dl: number, dc: number): string {
  return formule.replace(JETONS, (tout, f1, c, f2, l, g1, ca, g2, cb, h1, la, h2, lb) => {
    if (c !== undefined) {
      if (rangDe(c as string) >= MAX_COLONNES || !lirePlage(`${c}${l}`)) return tout;
      return colonne(f1, c, dc) + ligne(f2, l, dl);
    }
    if (ca !== undefined) return `${colonne(g1, ca, dc)}:${colonne(g2, cb, dc)}`;
    if (la !== undefined) return `${ligne(h1, la, dl)}:${ligne(h2, lb, dl)}`;
    return tout;
  });
}
