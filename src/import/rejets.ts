import type { CelluleBrute } from '../classeur/source';
import { proteger } from '../export/protection';
import type { EcritureRejets } from './ecriture-rejets';
import type { TableSource } from './entete';
import { cellulesMontrees, motifDe, placeDuMotif, retourALOrdre } from './motif-de-rejet';
import type { Remarque } from './resultat';
import { estVide, texteDeCellule, type DescriptionSource, type LigneSource } from './source';

/** Ce qui précède les lignes rejetées dans le fichier, et chacune d'elles. */
export interface RedacteurRejets {
  readonly debut: string;
  ligne(ligne: LigneSource, rejets: readonly Remarque[]): string;
}

/**
 * Rédige les lignes rejetées avec les colonnes du fichier et leur motif, à corriger et à réimporter
 * avec le même profil : préambule, séparateur, guillemets et fins de ligne sont ceux de la source.
 */
export function redigerRejets(
  description: DescriptionSource,
  table: Pick<TableSource, 'lignesAvant' | 'ligneEntete'>,
  { motif: motifs, points }: EcritureRejets,
  /** Rangs des colonnes de dates : un tableur les donne en numéros de série. */
  dates: ReadonlySet<number> = new Set(),
): RedacteurRejets {
  const separateur = description.separateur ?? ';';
  const fin = description.finDeLigne ?? '\r\n';
  const citer = (texte: string): string => {
    const aCiter =
      description.toutCite === true || texte.includes(separateur) || /["\r\n]|^\s|\s$/.test(texte);
    return aCiter ? `"${texte.replace(/"/g, '""')}"` : texte;
  };
  const enLigne = (cellules: readonly string[]): string =>
    `${cellules.map(citer).join(separateur)}${fin}`;
  const { rang, dejaLa } = placeDuMotif(table.ligneEntete);
  const ecrire = (ligne: LigneSource, motif: string): string => {
    const cellules = cellulesMontrees(ligne, dates).map((c, i) => enTexte(c, points.has(i)));
    if (cellules.length > rang && !dejaLa) {
      // une ligne trop longue garde ses cellules : le motif vient après elles
      return enLigne([...cellules, motif]);
    }
    while (cellules.length < rang) cellules.push('');
    cellules[rang] = motif;
    return enLigne(cellules);
  };
  const avant = table.lignesAvant.map((l) =>
    l.cellules.every(estVide) ? fin : enLigne(l.cellules.map((c) => enTexte(c))),
  );
  const entete = ecrire(table.ligneEntete, motifs);
  const revient = retourALOrdre();
  return {
    debut: [...avant, entete].join(''),
    ligne: (ligne, rejets) =>
      (revient(rejets) ? entete : '') + ecrire(ligne, motifDe(rejets.map((r) => r.message))),
  };
}

/** Un montant négatif n'est pas une formule : il reste tel quel. */
function enTexte(cellule: CelluleBrute, point = false): string {
  const texte =
    typeof cellule === 'number'
      ? String(cellule).replace('.', point ? '.' : ',')
      : texteDeCellule(cellule);
  return /^-[\d.,\s\u00a0\u202f]+[€$£%]?$/.test(texte) ? texte : proteger(texte);
}
