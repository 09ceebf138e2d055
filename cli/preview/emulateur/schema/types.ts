import { ENUMS } from './enums';
import { TYPES_CELLULE } from './types-cellule';
import { TYPES_FEUILLE } from './types-feuille';
import { TYPES_GRAPHIQUE } from './types-graphique';
import { TYPES_REQUETES } from './types-requetes';

/**
 * Le vocabulaire JSON de l'émulateur, déclaré une fois : la vérification des requêtes, les masques de
 * champs et les types TypeScript en viennent. Un test le compare aux types de `googleapis`.
 */
export const TYPES = {
  ...TYPES_CELLULE,
  ...TYPES_FEUILLE,
  ...TYPES_GRAPHIQUE,
  ...TYPES_REQUETES,
};

export type NomType = keyof typeof TYPES;
type NomEnum = keyof typeof ENUMS;
type NomSimple = 'texte' | 'nombre' | 'entier' | 'booleen';
/** Ce qu'un champ contient : un nom, ou une liste d'un nom. */
export type Genre = NomSimple | NomEnum | NomType | readonly [NomSimple | NomType];

type Valeur<G> = G extends readonly [infer E]
  ? readonly Valeur<E>[]
  : G extends 'texte'
    ? string
    : G extends 'nombre' | 'entier'
      ? number
      : G extends 'booleen'
        ? boolean
        : G extends NomEnum
          ? (typeof ENUMS)[G][number]
          : G extends NomType
            ? TypeGoogle<G>
            : never;

/** Le type TypeScript d'un message de l'API ; tout champ est facultatif, comme chez Google. */
export type TypeGoogle<N extends NomType> = {
  readonly [C in keyof (typeof TYPES)[N]]?: Valeur<(typeof TYPES)[N][C]>;
};

export const champsDe = (nom: NomType): Readonly<Record<string, Genre>> => TYPES[nom];
export const estType = (genre: Genre): genre is NomType =>
  typeof genre === 'string' && Object.hasOwn(TYPES, genre);
export const estListe = (genre: Genre): genre is readonly [NomSimple | NomType] =>
  typeof genre !== 'string';
export const valeursEnum = (genre: string): readonly string[] | null =>
  Object.hasOwn(ENUMS, genre) ? ENUMS[genre as NomEnum] : null;

/** Les groupes de champs dont un seul peut être donné. */
export const EXCLUSIFS: Partial<Record<NomType, readonly string[]>> = {
  Request: Object.keys(TYPES.Request),
  ExtendedValue: Object.keys(TYPES.ExtendedValue),
  UpdateCellsRequest: ['start', 'range'],
  ConditionalFormatRule: ['booleanRule', 'gradientRule'],
  ConditionValue: ['relativeDate', 'userEnteredValue'],
  ColorStyle: ['rgbColor', 'themeColor'],
  DataFilter: ['a1Range', 'gridRange', 'developerMetadataLookup'],
  DeveloperMetadataLocation: ['spreadsheet', 'sheetId', 'dimensionRange'],
  EmbeddedObjectPosition: ['sheetId', 'overlayPosition', 'newSheet'],
  ChartSpec: ['basicChart', 'pieChart', 'scorecardChart'],
};
