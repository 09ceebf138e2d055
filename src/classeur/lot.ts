import type { Changement } from './changements';
import type { CelluleIllisible, Snapshot, TablesLues } from './snapshot';
import { CLES_TABLES, TABLES, type CleTable } from './tables';

/**
 * Plusieurs décisions en un seul lot : chacune voit l'effet des précédentes (numéros tirés,
 * étapes avancées), et deux écritures sur la même ligne n'en font qu'une.
 */
export interface Lot {
  /** Le classeur tel qu'il sera une fois le lot appliqué ; les lignes ajoutées ont un rang négatif. */
  readonly snapshot: Snapshot;
  readonly changements: readonly Changement[];
  /**
   * De quoi poursuivre sans empiler les projections : le classeur de départ, ses tables changées,
   * et les cellules récrites, qui ne sont plus illisibles.
   */
  readonly depart: Snapshot;
  readonly changees: ReadonlyMap<CleTable, readonly LigneLue[]>;
  readonly reecrites: ReadonlySet<string>;
}

type Modification = Extract<Changement, { type: 'modifier' }>;
type LigneLue = Readonly<Record<string, unknown>> & { readonly ligne: number };

export function lotVide(snapshot: Snapshot): Lot {
  return {
    snapshot,
    changements: [],
    depart: snapshot,
    changees: new Map(),
    reecrites: new Set(),
  };
}

/** Ajoute des changements à un lot, et rend le classeur qui en résulte. */
export function poursuivre(lot: Lot, changements: readonly Changement[]): Lot {
  if (changements.length === 0) return lot;
  const cumul = [...lot.changements];
  const changees = new Map(lot.changees);
  const reecrites = new Set(lot.reecrites);
  const copiees = new Map<CleTable, LigneLue[]>();
  const lignesDe = (cle: CleTable): LigneLue[] => {
    let lignes = copiees.get(cle);
    if (!lignes) {
      lignes = [...(lot.snapshot.tables[cle] as readonly LigneLue[])];
      copiees.set(cle, lignes);
      changees.set(cle, lignes);
    }
    return lignes;
  };
  for (const c of changements) {
    if (c.type === 'ajouter') {
      cumul.push(c);
      lignesDe(c.table).push(completer(c.table, c.valeurs, -cumul.length));
    } else if (c.type === 'remplacer') {
      cumul.push(c);
      const lignes = c.lignes.map((v, i) => completer(c.table, v, i + 2));
      copiees.set(c.table, lignes);
      changees.set(c.table, lignes);
    } else if (c.type === 'supprimer') {
      cumul.push(c);
      const lignes = lignesDe(c.table).filter((l) => l.ligne !== c.ligne);
      copiees.set(c.table, lignes);
      changees.set(c.table, lignes);
    } else {
      fusionner(cumul, c);
      const lignes = lignesDe(c.table);
      const rang = lignes.findIndex((l) => l.ligne === c.ligne);
      lignes[rang] = { ...lignes[rang], ...c.apres, ligne: c.ligne };
      for (const colonne of Object.keys(c.apres)) {
        reecrites.add(`${c.table}:${c.ligne}:${colonne}`);
      }
    }
  }
  return {
    ...lot,
    snapshot: projeter(lot.depart, changees, reecrites),
    changements: cumul,
    changees,
    reecrites,
  };
}

/** Une ligne neuve porte toutes ses colonnes : `null` où rien n'est écrit. */
function completer(cle: CleTable, valeurs: object, ligne: number): LigneLue {
  const colonnes = Object.keys(TABLES[cle].colonnes);
  const vide = Object.fromEntries(colonnes.map((colonne) => [colonne, null]));
  return { ...vide, ...valeurs, ligne };
}

function fusionner(cumul: Changement[], c: Modification): void {
  const rang =
    c.ligne < 0
      ? -c.ligne - 1
      : cumul.findIndex((d) => d.type === 'modifier' && d.table === c.table && d.ligne === c.ligne);
  const deja = cumul[rang];
  if (deja?.type === 'ajouter') {
    cumul[rang] = { ...deja, valeurs: { ...deja.valeurs, ...c.apres } } as Changement;
  } else if (deja?.type === 'modifier') {
    cumul[rang] = {
      ...deja,
      avant: { ...c.avant, ...deja.avant },
      apres: { ...deja.apres, ...c.apres },
    } as Changement;
  } else cumul.push(c);
}

function projeter(
  base: Snapshot,
  changees: ReadonlyMap<CleTable, readonly LigneLue[]>,
  reecrites: ReadonlySet<string>,
): Snapshot {
  const tables = {} as TablesLues;
  for (const cle of CLES_TABLES) {
    const lignes = changees.get(cle);
    Object.defineProperty(tables, cle, {
      enumerable: true,
      get: () => lignes ?? base.tables[cle],
    });
  }
  const encore = (c: CelluleIllisible): boolean =>
    !reecrites.has(`${c.table}:${c.ligne}:${c.colonne}`);
  return {
    tables,
    parametres: base.parametres,
    ajouts: base.ajouts,
    get illisibles() {
      return base.illisibles.filter(encore);
    },
    illisiblesDe: (cle) => base.illisiblesDe(cle).filter(encore),
    estIllisible: (cle, ligne, colonne) =>
      ligne > 0 &&
      !reecrites.has(`${cle}:${ligne}:${colonne}`) &&
      base.estIllisible(cle, ligne, colonne),
    brute: (cle, ligne, colonne) => (ligne > 0 ? base.brute(cle, ligne, colonne) : null),
    adresse: (cle, ligne, colonne) => (ligne > 0 ? base.adresse(cle, ligne, colonne) : null),
  };
}
