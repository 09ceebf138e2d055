import type { CelluleBrute } from '../classeur/source';
import type { TableEchangeable } from '../classeur/tables';
import type { Correspondance } from './correspondance';
import { colonnesDe } from './noms-connus';
import { texteDeCellule, type LigneSource } from './source';
import { montrerDateEtHeure } from './tableur/montrer-nombre';

/** L'en-tête de la colonne ajoutée aux lignes rejetées. */
const COLONNE_MOTIF = 'Motif du rejet';

/** Ce que le fichier prouvait de son écriture, et que ses seules lignes rejetées ne diraient plus. */
export interface Conventions {
  /** Ses dates commencent par le mois. */
  readonly moisDAbord: boolean;
  /** Ses taux sans « % » sont en pour cent : « 1 » y est 1 %. */
  readonly tauxEnPourcent: boolean;
}

const DITES = {
  moisDAbord: 'dates MM/JJ/AAAA',
  tauxEnPourcent: 'taux en %',
} as const satisfies Record<keyof Conventions, string>;

/** « Motif du rejet », et ce qu'il faut savoir pour relire les lignes comme leur fichier. */
export function enteteDuMotif(conventions: Conventions): string {
  const dites = (['moisDAbord', 'tauxEnPourcent'] as const)
    .filter((c) => conventions[c])
    .map((c) => DITES[c]);
  return dites.length > 0 ? `${COLONNE_MOTIF} (${dites.join(', ')})` : COLONNE_MOTIF;
}

export const estMotif = (entete: string): boolean =>
  entete === COLONNE_MOTIF || entete.startsWith(`${COLONNE_MOTIF} (`);

/** Ce que dit l'en-tête de rejets réimportés. */
export function conventionsDites(entetes: readonly string[]): Conventions {
  const motif = entetes.find(estMotif) ?? '';
  return {
    moisDAbord: motif.includes(DITES.moisDAbord),
    tauxEnPourcent: motif.includes(DITES.tauxEnPourcent),
  };
}

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

/** Un numéro de série, en date qui se lit, et son heure. */
function enDate(cellule: CelluleBrute): CelluleBrute {
  return (typeof cellule === 'number' ? montrerDateEtHeure(cellule) : null) ?? cellule;
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
