import type { CelluleBrute } from '../classeur/source';
import type { TableEchangeable } from '../classeur/tables';
import { depuisSerie } from '../commun/date-civile';
import type { OrdreDate } from '../commun/lire-texte';
import { formatDate } from '../messages/formats';
import type { Correspondance } from './correspondance';
import { colonnesDe } from './noms-connus';
import { texteDeCellule, type LigneSource } from './source';

/** L'en-tête de la colonne ajoutée aux lignes rejetées. */
const COLONNE_MOTIF = 'Motif du rejet';
/** Le sien, si le fichier prouvait que ses dates commencent par le mois : seules, elles ne le diraient plus. */
const MOTIF_MOIS_D_ABORD = `${COLONNE_MOTIF} (dates MM/JJ/AAAA)`;

export const enteteDuMotif = (ordre: OrdreDate | null): string =>
  ordre === 'MJA' ? MOTIF_MOIS_D_ABORD : COLONNE_MOTIF;

export const estMotif = (entete: string): boolean =>
  entete === COLONNE_MOTIF || entete === MOTIF_MOIS_D_ABORD;

/** L'ordre que dit l'en-tête de rejets réimportés. */
export const ordreDesRejets = (entetes: readonly string[]): OrdreDate | null =>
  entetes.includes(MOTIF_MOIS_D_ABORD) ? 'MJA' : null;

/** Où va le motif : dans sa colonne si le fichier l'a déjà (des rejets que l'on réimporte), sinon au bout. */
export function placeDuMotif({ cellules }: LigneSource): { rang: number; dejaLa: boolean } {
  const trouve = cellules.findIndex((c) => estMotif(texteDeCellule(c)));
  return { rang: trouve >= 0 ? trouve : cellules.length, dejaLa: trouve >= 0 };
}

/** Rangs des colonnes de dates : un tableur les donne en numéros de série. */
export function rangsDesDates(
  table: TableEchangeable,
  { colonnes }: Pick<Correspondance, 'colonnes'>,
): Set<number> {
  const declarees = colonnesDe(table);
  const dates = [...colonnes].filter(([cle]) => declarees[cle]?.genre === 'date');
  return new Set(dates.map(([, { rang }]) => rang));
}

/** Les cellules d'une ligne telles que leur tableur les montrait : relues ailleurs, elles diraient de même. */
export function cellulesMontrees(
  { cellules, montrees }: LigneSource,
  dates: ReadonlySet<number>,
): CelluleBrute[] {
  return cellules.map((c, rang) => (dates.has(rang) ? enDate(c) : (montrees?.get(rang) ?? c)));
}

/** Un numéro de série, en date qui se lit. */
function enDate(cellule: CelluleBrute): CelluleBrute {
  const date = typeof cellule === 'number' ? depuisSerie(cellule) : null;
  return date === null ? cellule : formatDate(date);
}

/** Ce qui ne va pas dans une ligne, chaque raison une fois. */
export const motifDe = (messages: Iterable<string>): string => [...new Set(messages)].join(' ');

/**
 * La ligne rejetée est-elle la première, dans l'ordre des colonnes du fichier, après d'autres qui n'y
 * étaient pas ? Sous l'en-tête de celles-ci, elle ne se relirait pas : le sien doit la précéder.
 */
export function retourALOrdre(): (rejets: readonly { readonly code: string }[]) => boolean {
  let deplacee = false;
  return (rejets) => {
    const avant = deplacee;
    deplacee = rejets.some((r) => r.code === 'IMPORT_AUTRE_ORDRE');
    return avant && !deplacee;
  };
}
