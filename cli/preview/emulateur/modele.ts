import type { TypeGoogle } from './schema/types';

export type CelluleData = TypeGoogle<'CellData'>;
export type PlageGrille = TypeGoogle<'GridRange'>;
export type Metadonnee = TypeGoogle<'DeveloperMetadata'>;
export type DimensionFeuille = 'ROWS' | 'COLUMNS';

/** Une rangée gardée n'est jamais modifiée sur place : une écriture la remplace (retour arrière à peu de frais). */
export type Rangee = readonly (CelluleData | undefined)[];
export type Dimension = TypeGoogle<'DimensionProperties'>;

/** Une feuille en cours d'écriture : ses listes sont à elle, leur contenu est immuable. */
export interface Feuille {
  readonly id: number;
  proprietes: TypeGoogle<'SheetProperties'>;
  nbLignes: number;
  nbColonnes: number;
  rangees: (Rangee | undefined)[];
  /** Les rangées que l'écriture en cours a faites : celles-là, elle peut les modifier. */
  neuves: WeakSet<Rangee>;
  lignes: (Dimension | undefined)[];
  colonnes: (Dimension | undefined)[];
  fusions: readonly PlageGrille[];
  formats: readonly TypeGoogle<'ConditionalFormatRule'>[];
  protections: readonly TypeGoogle<'ProtectedRange'>[];
  tables: readonly TypeGoogle<'Table'>[];
  graphiques: readonly TypeGoogle<'EmbeddedChart'>[];
  filtre: TypeGoogle<'BasicFilter'> | null;
}

/** Une plage nommée dont les cellules ont été supprimées garde son nom, sans plage. */
export interface PlageNommee {
  readonly id: string;
  readonly nom: string;
  readonly plage: PlageGrille | null;
}

export interface Classeur {
  readonly id: string;
  proprietes: TypeGoogle<'SpreadsheetProperties'>;
  /** Dans l'ordre des onglets. */
  feuilles: Feuille[];
  plagesNommees: readonly PlageNommee[];
  metadonnees: readonly Metadonnee[];
  /** Rang du prochain identifiant tiré : deux suites d'appels égales donnent les mêmes. */
  rang: number;
}

/** Une copie que l'on peut modifier sans toucher l'original. */
export function copierClasseur(c: Classeur): Classeur {
  const feuilles = c.feuilles.map((f) => ({
    ...f,
    rangees: f.rangees.slice(),
    neuves: new WeakSet<Rangee>(),
    lignes: f.lignes.slice(),
    colonnes: f.colonnes.slice(),
  }));
  return { ...c, feuilles };
}

/** Un identifiant neuf, grand et sans ordre visible, comme ceux de Google. */
export function tirerId(c: Classeur): number {
  const pris = new Set<number | undefined>([
    ...c.metadonnees.map((m) => m.metadataId),
    ...c.feuilles.flatMap((f) => [
      f.id,
      ...f.graphiques.map((g) => g.chartId),
      ...f.protections.map((p) => p.protectedRangeId),
      ...f.tables.map((t) => Number(t.tableId)),
    ]),
    ...c.plagesNommees.map((n) => Number.parseInt(n.id, 36)),
  ]);
  for (;;) {
    c.rang += 1;
    const id = (Math.imul(c.rang, 0x9e37_79b1) >>> 2) + 1;
    if (!pris.has(id)) return id;
  }
}
