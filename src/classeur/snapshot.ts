import { normaliser, plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { resoudreEntetes, type Positions } from './entetes';
import { ILLISIBLE, lireCellule } from './lire-cellule';
import { lireParametres, type Parametres } from './parametres';
import { lettreColonne, type CelluleBrute, type LigneBrute, type SourceClasseur } from './source';
import { CLES_TABLES, TABLES, type CleTable, type Ligne } from './tables';

/** Une cellule que sa colonne ne comprend pas. */
export interface CelluleIllisible {
  readonly table: CleTable;
  readonly ligne: number;
  readonly colonne: string;
  /** Ce que la cellule montre. */
  readonly valeur: string;
  /** La cellule est un nombre : un taux de 1,5 (150 %) n'est pas lu, et reste un nombre. */
  readonly nombre?: number;
}

export type TablesLues = { readonly [K in CleTable]: readonly Ligne<K>[] };

/** Le classeur à un instant : ce que toute décision du cœur reçoit. Les tables se lisent à la demande. */
export interface Snapshot {
  readonly tables: TablesLues;
  readonly parametres: Parametres;
  /** Toutes les cellules illisibles (lit toutes les tables). */
  readonly illisibles: readonly CelluleIllisible[];
  /** Celles d'une table (ne lit qu'elle). */
  illisiblesDe(table: CleTable): readonly CelluleIllisible[];
  /** La cellule a un contenu incompris : son `null` n'est pas un vide. */
  estIllisible(table: CleTable, ligne: number, colonne: string): boolean;
  /**
   * Le contenu d'une cellule tel que le support le donne. Relit l'onglet à la première demande : pour
   * qui doit pouvoir la rendre exactement.
   */
  brute(table: CleTable, ligne: number, colonne: string): CelluleBrute;
  /** Ce que des personnes ont ajouté au classeur, que le produit ne lit pas. */
  readonly ajouts: AjoutsPersonnels;
  /** Adresse `F12` d'une cellule ; `null` si la colonne n'est pas dans l'onglet. */
  adresse(table: CleTable, ligne: number, colonne: string): string | null;
}

/** Onglets, et colonnes d'onglets du produit, qui ne sont pas de lui. */
interface AjoutsPersonnels {
  readonly onglets: readonly string[];
  readonly colonnes: readonly { readonly onglet: string; readonly entete: string }[];
}

interface TableLue {
  readonly lignes: readonly { readonly ligne: number }[];
  readonly illisibles: readonly CelluleIllisible[];
}

function texteDe(brut: CelluleBrute): string {
  if (brut && typeof brut === 'object') return brut.erreur;
  return String(brut ?? '');
}

type Lu = Record<string, unknown> & { ligne: number };

/**
 * Un enregistrement vide, à copier. Les moteurs JavaScript rangent en dictionnaire, dix fois plus
 * lent à relire, un objet rempli clé par clé ; pas celui que rend JSON.parse, ni ses copies.
 */
function gabarit(noms: readonly string[]): Lu {
  const vide: Lu = { ligne: 0 };
  for (const nom of noms) vide[nom] = null;
  return JSON.parse(JSON.stringify(vide)) as Lu;
}

function lireTable(cle: CleTable, positions: Positions, lignes: Iterable<LigneBrute>): TableLue {
  const colonnes = Object.entries(TABLES[cle].colonnes).map(([nom, colonne]) => ({
    nom,
    colonne,
    rang: positions.get(nom) ?? -1,
  }));
  const lues: { ligne: number }[] = [];
  const illisibles: CelluleIllisible[] = [];
  const forme = gabarit(colonnes.map((c) => c.nom));
  for (const { ligne, cellules } of lignes) {
    const enregistrement: Lu = { ...forme, ligne };
    let vide = true;
    for (const { nom, colonne, rang } of colonnes) {
      let valeur = lireCellule(colonne, cellules[rang]);
      if (valeur === ILLISIBLE) {
        const brut = cellules[rang];
        const nombre = typeof brut === 'number' ? { nombre: brut } : {};
        illisibles.push({ table: cle, ligne, colonne: nom, valeur: texteDe(brut), ...nombre });
        valeur = null;
        vide = false;
      }
      if (valeur !== null) vide = false;
      enregistrement[nom] = valeur;
    }
    if (!vide) lues.push(enregistrement);
  }
  return { lignes: lues, illisibles };
}

/**
 * Lit un classeur. Un onglet ou un en-tête manquant, un réglage illisible sont des problèmes de
 * structure, tous rapportés ; sans eux, le snapshot est rendu.
 */
export function construireSnapshot(
  source: SourceClasseur,
): { snapshot: Snapshot; problemes: [] } | { snapshot: null; problemes: Probleme[] } {
  const problemes: Probleme[] = [];
  const onglets = new Map(source.onglets.map((nom) => [normaliser(nom), nom]));
  const connus = new Set(CLES_TABLES.map((cle) => normaliser(TABLES[cle].onglet)));
  const positions = new Map<CleTable, Positions>();
  const noms = new Map<CleTable, string>();
  for (const cle of CLES_TABLES) {
    const table = TABLES[cle];
    const nom = onglets.get(normaliser(table.onglet));
    if (nom === undefined) {
      const libres = source.onglets.filter((o) => !connus.has(normaliser(o)));
      problemes.push(
        probleme('ONGLET_MANQUANT', {
          onglet: table.onglet,
          proche: plusProche(table.onglet, libres),
        }),
      );
      continue;
    }
    noms.set(cle, nom);
    const resolus = resoudreEntetes(table, source.entete(nom));
    problemes.push(...resolus.problemes);
    positions.set(cle, resolus.positions);
  }
  if (problemes.length > 0) return { snapshot: null, problemes };

  const ajouts: AjoutsPersonnels = {
    onglets: source.onglets.filter((nom) => !connus.has(normaliser(nom))),
    colonnes: [...noms].flatMap(([cle, nom]) => {
      const declares = new Set(positions.get(cle)?.values());
      return source.entete(nom).flatMap((cellule, rang) => {
        const entete = declares.has(rang) ? '' : texteDe(cellule).trim();
        return entete === '' ? [] : [{ onglet: TABLES[cle].onglet, entete }];
      });
    }),
  };
  const lues = new Map<CleTable, TableLue>();
  const table = (cle: CleTable): TableLue => {
    let lue = lues.get(cle);
    if (!lue) {
      lue = lireTable(cle, positions.get(cle) ?? new Map(), source.lignes(noms.get(cle) ?? ''));
      lues.set(cle, lue);
    }
    return lue;
  };
  const adresse = (cle: CleTable, ligne: number, colonne: string): string | null => {
    const rang = positions.get(cle)?.get(colonne);
    return rang === undefined ? null : `${lettreColonne(rang)}${ligne}`;
  };
  const tables = {} as TablesLues;
  for (const cle of CLES_TABLES) {
    Object.defineProperty(tables, cle, { enumerable: true, get: () => table(cle).lignes });
  }
  const reglages = lireParametres(tables.parametres, (ligne) =>
    adresse('parametres', ligne, 'valeur'),
  );
  if (reglages.problemes.length > 0) return { snapshot: null, problemes: reglages.problemes };

  const index = new Map<CleTable, Set<string>>();
  const brutes = new Map<CleTable, Map<number, LigneBrute['cellules']>>();
  return {
    problemes: [],
    snapshot: {
      tables,
      parametres: reglages.parametres,
      ajouts,
      get illisibles() {
        return CLES_TABLES.flatMap((cle) => table(cle).illisibles);
      },
      illisiblesDe: (cle) => table(cle).illisibles,
      estIllisible(cle, ligne, colonne) {
        let cellules = index.get(cle);
        if (!cellules) {
          cellules = new Set(table(cle).illisibles.map((c) => `${c.ligne}:${c.colonne}`));
          index.set(cle, cellules);
        }
        return cellules.has(`${ligne}:${colonne}`);
      },
      brute(cle, ligne, colonne) {
        let lignes = brutes.get(cle);
        if (!lignes) {
          lignes = new Map();
          for (const l of source.lignes(noms.get(cle) ?? '')) lignes.set(l.ligne, l.cellules);
          brutes.set(cle, lignes);
        }
        return lignes.get(ligne)?.[positions.get(cle)?.get(colonne) ?? -1];
      },
      adresse,
    },
  };
}
