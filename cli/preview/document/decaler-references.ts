import { adresse, lirePlage, MAX_LIGNES } from '../../workbooks/xlsx/plages';

/** Des lignes insérées dans un onglet, avant la ligne `avant` (à partir de 1). */
export interface Insertion {
  readonly onglet: string;
  readonly avant: number;
  readonly nombre: number;
}

const NOM = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELLULE = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const REFERENCES = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!])(${NOM})?(${CELLULE})(?![\p{L}\p{N}_.(!])`,
  'gu',
);
/** Le deuxième bout d'une plage (`Devis!A1:B2`) est du même onglet que le premier. */
const SUITE = /:$/;

/**
 * Réécrit une formule comme Sheets le fait quand des lignes s'insèrent : ce qu'elle désignait plus bas
 * a descendu. `onglet` : celui de la formule.
 */
export function decalerReferences(formule: string, onglet: string, insertion: Insertion): string {
  let courant = onglet;
  return formule.replace(
    REFERENCES,
    (tout: string, nom: string | undefined, cellule: string | undefined, place: number) => {
      if (cellule === undefined) return tout;
      if (nom !== undefined) courant = nomNu(nom);
      else if (!SUITE.test(formule.slice(0, place))) courant = onglet;
      return courant === insertion.onglet ? `${nom ?? ''}${descendre(cellule, insertion)}` : tout;
    },
  );
}

const nomNu = (nom: string): string =>
  nom.startsWith("'") ? nom.slice(1, -2).replaceAll("''", "'") : nom.slice(0, -1);

function descendre(cellule: string, { avant, nombre }: Insertion): string {
  const place = lirePlage(cellule);
  if (!place || place.l1 < avant || place.l1 + nombre > MAX_LIGNES) return cellule;
  const descendue = adresse(place.l1 + nombre, place.c1).replace(/\d+$/, '');
  const [, fixeColonne = '', fixeLigne = ''] = /^(\$?)[A-Z]+(\$?)/.exec(cellule) ?? [];
  return `${fixeColonne}${descendue}${fixeLigne}${place.l1 + nombre}`;
}
