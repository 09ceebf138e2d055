import { indiceColonne, lettres as enLettres } from './a1';

const REFERENCES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** Ce qui recopie une formule `lignes` plus bas et `colonnes` à droite : ses références relatives suivent. */
export function recopieur(formule: string): (lignes: number, colonnes: number) => string {
  const morceaux: (string | Reference)[] = [];
  let debut = 0;
  for (const trouve of formule.matchAll(REFERENCES)) {
    const [tout, fixe, lettres = '', ligneFixe = '', ligne = ''] = trouve;
    if (fixe === undefined || (fixe && ligneFixe)) continue;
    morceaux.push(formule.slice(debut, trouve.index), { fixe, lettres, ligneFixe, ligne });
    debut = trouve.index + tout.length;
  }
  morceaux.push(formule.slice(debut));
  return (lignes, colonnes) =>
    morceaux.map((m) => (typeof m === 'string' ? m : deplacer(m, lignes, colonnes))).join('');
}

interface Reference {
  readonly fixe: string;
  readonly lettres: string;
  readonly ligneFixe: string;
  readonly ligne: string;
}

function deplacer(r: Reference, lignes: number, colonnes: number): string {
  const rang = r.fixe ? r.lettres : enLettres(indiceColonne(r.lettres) + colonnes);
  return `${r.fixe}${rang}${r.ligneFixe}${r.ligneFixe ? r.ligne : Number(r.ligne) + lignes}`;
}
