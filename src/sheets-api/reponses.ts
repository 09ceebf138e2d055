import { estErreurDeFormule } from '../classeur/erreur-formule';
import type { CelluleBrute } from '../classeur/source';
import type { Cellule, PlageGrille } from './rest';

/** Ce que nous lisons des réponses de l'API : Google omet ce qui est vide, tout y est facultatif. */
export interface ClasseurJson {
  readonly properties?: { readonly locale?: string; readonly timeZone?: string };
  readonly namedRanges?: readonly PlageNommeeJson[];
  readonly developerMetadata?: readonly MetadonneeJson[];
  readonly sheets?: readonly OngletJson[];
}

export interface PlageNommeeJson {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range?: PlageGrille;
}

export interface MetadonneeJson {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
}

export interface OngletJson {
  readonly properties?: {
    readonly sheetId?: number;
    readonly title?: string;
    readonly index?: number;
    readonly gridProperties?: {
      readonly rowCount?: number;
      readonly columnCount?: number;
      readonly frozenRowCount?: number;
      readonly frozenColumnCount?: number;
      readonly hideGridlines?: boolean;
    };
  };
  readonly developerMetadata?: readonly MetadonneeJson[];
  readonly conditionalFormats?: readonly RegleJson[];
  readonly protectedRanges?: readonly { readonly description?: string }[];
  readonly tables?: readonly {
    readonly range?: PlageGrille;
    readonly columnProperties?: readonly {
      readonly columnIndex?: number;
      readonly columnType?: string;
    }[];
  }[];
  readonly charts?: readonly { readonly chartId?: number }[];
  readonly data?: readonly DonneesJson[];
}

/** Un dégradé n'a pas de `booleanRule`, ni une cellule « non vide » de valeurs. */
export interface RegleJson {
  readonly ranges?: readonly PlageGrille[];
  readonly booleanRule?: {
    readonly condition?: { readonly values?: readonly { readonly userEnteredValue?: string }[] };
  };
}

export interface DonneesJson {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly { readonly values?: readonly CelluleJson[] }[];
  readonly columnMetadata?: readonly { readonly developerMetadata?: readonly MetadonneeJson[] }[];
}

export interface CelluleJson extends Cellule {
  readonly effectiveValue?: {
    readonly numberValue?: number;
    readonly stringValue?: string;
    readonly boolValue?: boolean;
    readonly errorValue?: unknown;
  };
  readonly effectiveFormat?: {
    readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  };
}

export interface ValeursJson {
  readonly valueRanges?: readonly { readonly values?: readonly (readonly unknown[])[] }[];
}

export interface EcritureJson {
  readonly updatedSpreadsheet?: ClasseurJson;
}

/** Google rend une erreur de formule comme un texte : `#N/A`, `#REF!`, `#NOM?`. */
export function celluleBrute(valeur: unknown): CelluleBrute {
  if (typeof valeur === 'string') return estErreurDeFormule(valeur) ? { erreur: valeur } : valeur;
  return typeof valeur === 'number' || typeof valeur === 'boolean' ? valeur : null;
}

export function estVide(cellule: CelluleBrute): boolean {
  return (
    cellule === null || cellule === undefined || (typeof cellule === 'string' && !cellule.trim())
  );
}

/** Une cellule vide et un texte vide se valent, deux erreurs de formule aussi. */
export function memeValeur(a: CelluleBrute, b: CelluleBrute): boolean {
  if (a === b) return true;
  return (
    (estVide(a) && estVide(b)) || (typeof a === 'object' && typeof b === 'object' && !!a && !!b)
  );
}
