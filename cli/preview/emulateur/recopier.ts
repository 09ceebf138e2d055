import { indiceColonne, lettres as enLettres } from './a1';

const REFERENCES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** Une formule recopiée `lignes` plus bas et `colonnes` à droite : ses références relatives suivent. */
export function recopier(formule: string, lignes: number, colonnes: number): string {
  if (lignes === 0 && colonnes === 0) return formule;
  return formule.replace(
    REFERENCES,
    (tout: string, fixe: string | undefined, lettres = '', ligneFixe = '', ligne = '') => {
      if (fixe === undefined) return tout;
      const rang = fixe ? lettres : enLettres(indiceColonne(lettres) + colonnes);
      return `${fixe}${rang}${ligneFixe}${ligneFixe ? ligne : Number(ligne) + lignes}`;
    },
  );
}
