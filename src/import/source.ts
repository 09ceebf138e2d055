import type { CelluleBrute } from '../classeur/source';
import type { Probleme } from '../messages/probleme';

/** Ce qu'une coquille a lu d'un fichier étranger, quel qu'en soit le format (S2-12). */
export interface SourceTabulaire {
  /** Se parcourent plusieurs fois, les mêmes à chaque fois : un tableau, ou un fichier relu. */
  readonly lignes: Iterable<LigneSource>;
  readonly description: DescriptionSource;
}

export interface LigneSource {
  /** Numéro dans la source, à partir de 1 ; pour un tableau JSON, le rang de l'objet (l'en-tête : 0). */
  readonly ligne: number;
  /** CSV : la dernière ligne de l'enregistrement, quand un texte en tient plusieurs. */
  readonly derniere?: number;
  /** CSV : la première cellule dont le guillemet n'est pas refermé avant qu'un autre ne s'ouvre. */
  readonly citeBrisee?: number;
  /** JSON : pourquoi cet élément ne se lit pas ; son texte est alors la première cellule. */
  readonly defaut?: string;
  /** Classeur : ce que des cellules montrent de leur nombre (une date, « 20 % », « 12 k€ »), par rang. */
  readonly montrees?: ReadonlyMap<number, string>;
  /** Par rang de colonne à partir de 0 ; une date d'un tableur est son numéro de série. */
  readonly cellules: readonly CelluleBrute[];
}

export type FormatSource = 'csv' | 'xlsx' | 'json' | 'ndjson';

export interface DescriptionSource {
  readonly fichier: string;
  readonly format: FormatSource;
  /** CSV : l'encodage reconnu ; les rejets sont réécrits de même. */
  readonly encodage: Encodage | null;
  readonly separateur: Separateur | null;
  /** Classeur : la feuille lue, et toutes celles du fichier. */
  readonly feuille: string | null;
  readonly feuilles: readonly string[];
  /** CSV : pour écrire les rejets comme la source. */
  readonly finDeLigne?: '\r\n' | '\n' | '\r';
  /** CSV : toutes les cellules de la source sont entre guillemets. */
  readonly toutCite?: boolean;
  /** Ligne de l'en-tête, si la personne l'a dite ; sinon elle est cherchée. */
  readonly ligneEntete?: number;
  /** Ce que la lecture a dû décider pour tout le fichier (encodages mêlés, feuille lue…), à dire à la personne. */
  readonly constats?: readonly Probleme[];
}

export type Encodage =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'cp850';
export type Separateur = ';' | ',' | '\t' | '|';

/** Les premières lignes d'une source, sans lire les autres. */
export function premieresLignes(lignes: Iterable<LigneSource>, combien: number): LigneSource[] {
  const premieres: LigneSource[] = [];
  for (const ligne of lignes) {
    if (premieres.push(ligne) === combien) break;
  }
  return premieres;
}

/** Ce que la source montre d'une cellule. */
export function texteMontre({ cellules, montrees }: LigneSource, rang: number): string {
  return montrees?.get(rang) ?? texteDeCellule(cellules[rang]);
}

export function estVide(cellule: CelluleBrute): boolean {
  if (typeof cellule !== 'string') return cellule === null || cellule === undefined;
  return !estOrdinaire(cellule.charCodeAt(0)) && cellule.trim() === '';
}

/** Une lettre ou un chiffre, sans accent. */
export const estOrdinaire = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 97 && c <= 122) || (c >= 65 && c <= 90);

/** Le texte d'une ligne : la même, mot pour mot, a le même ; des cellules vides à la fin n'y changent rien. */
export function texteDeLigne(cellules: readonly CelluleBrute[]): string {
  return JSON.stringify(cellules.map((c) => texteDeCellule(c).trim())).replace(/(,"")*]$/, '');
}

/** Ce que la cellule montre, pour un message ou un fichier de rejets. */
export function texteDeCellule(cellule: CelluleBrute): string {
  if (cellule === null || cellule === undefined) return '';
  if (typeof cellule === 'boolean') return cellule ? 'Oui' : 'Non';
  return typeof cellule === 'object' ? cellule.erreur : String(cellule);
}
