import { lettreColonne, type CelluleBrute } from '../classeur/source';
import { TABLES, type CleTable } from '../classeur/tables';
import type { LigneGoogle } from './blocs';
import type { EtatGoogle, OngletGoogle } from './lire-etat';
import { plageA1 } from './reperes';
import { estVide, memeValeur, type CelluleJson, type EcritureJson } from './reponses';
import { ongletDe, type EcrituresParTable } from './traduire';

/**
 * Le jeton voit les écritures du produit, pas une personne qui trie ou insère des lignes entre notre
 * lecture et notre écriture. Chaque lot demande donc à relire, dans la même réponse, de quoi
 * reconnaître les lignes modifiées.
 */
export interface Ecrite {
  readonly table: CleTable;
  readonly ligne: number;
  readonly cellules: LigneGoogle;
}

export type Rangee = readonly CelluleBrute[];
/** Une ligne d'un onglet, après l'écriture. */
export type Lecture = (table: CleTable, ligne: number) => Rangee;

/** Les lignes d'enregistrements que le lot modifie en place. */
export function lignesEcrites(parTable: EcrituresParTable): Ecrite[] {
  return [...parTable].flatMap(([table, { refaites, modifiees }]) =>
    refaites ? [] : [...modifiees].map(([ligne, cellules]) => ({ table, ligne, cellules })),
  );
}

interface Temoins {
  readonly rangs: readonly number[];
  /** Témoins qui peuvent ne plus s'accorder : quelqu'un a pu en corriger un entre-temps. */
  readonly tolerance: 0 | 1;
}

/**
 * Les rangs qui font reconnaître l'enregistrement d'une ligne : son identité si le lot n'y touche
 * pas, sinon tout ce qu'il n'écrit pas.
 */
export function temoins(onglet: OngletGoogle, { table, ligne, cellules }: Ecrite): Temoins {
  const lue = onglet.grille[ligne - 1] ?? [];
  const rangs = (cles: readonly string[]): number[] =>
    cles.map((cle) => onglet.positions.get(cle) ?? -1);
  const identite = rangs(TABLES[table].identite);
  const suffit = identite.some((r) => !estVide(lue[r])) && !identite.some((r) => cellules.has(r));
  if (suffit) return { rangs: identite, tolerance: 0 };
  const autres = rangs([...onglet.positions.keys()]).filter((rang) => !cellules.has(rang));
  return { rangs: autres, tolerance: 1 };
}

/** Lignes séparées de moins que cela : une seule plage. */
const ECART = 20;

/** Les plages à relire : par onglet, les lignes écrites et leurs colonnes témoins. */
export function plagesTemoins(etat: EtatGoogle, ecrites: readonly Ecrite[]): string[] {
  return [...new Set(ecrites.map((e) => e.table))].flatMap((table) => {
    const onglet = ongletDe(etat, table);
    const siennes = ecrites.filter((e) => e.table === table);
    const rangs = siennes.flatMap((e) => temoins(onglet, e).rangs);
    const [de, a] = [
      rangs.reduce((x, y) => Math.min(x, y), Infinity),
      rangs.reduce((x, y) => Math.max(x, y), 0),
    ].map(lettreColonne);
    const groupes: [number, number][] = [];
    for (const ligne of siennes.map((e) => e.ligne).sort((x, y) => x - y)) {
      const dernier = groupes[groupes.length - 1];
      if (dernier && ligne - dernier[1] <= ECART) dernier[1] = ligne;
      else groupes.push([ligne, ligne]);
    }
    return groupes.map(([debut, fin]) => plageA1(onglet.titre, `${de}${debut}:${a}${fin}`));
  });
}

/** Lit les lignes rendues par la réponse d'une écriture. */
export function lectureApres(etat: EtatGoogle, { updatedSpreadsheet }: EcritureJson): Lecture {
  const parOnglet = new Map<number, Map<number, CelluleBrute[]>>();
  for (const { properties, data = [] } of updatedSpreadsheet?.sheets ?? []) {
    const lignes = new Map<number, CelluleBrute[]>();
    parOnglet.set(properties?.sheetId ?? 0, lignes);
    for (const { startRow = 0, startColumn = 0, rowData = [] } of data) {
      rowData.forEach(({ values = [] }, i) => {
        const ligne = startRow + i + 1;
        const cellules = lignes.get(ligne) ?? [];
        values.forEach((cellule, j) => (cellules[startColumn + j] = valeurDe(cellule)));
        lignes.set(ligne, cellules);
      });
    }
  }
  return (table, ligne) => parOnglet.get(ongletDe(etat, table).sheetId)?.get(ligne) ?? [];
}

function valeurDe({ effectiveValue: v }: CelluleJson): CelluleBrute {
  if (v?.errorValue) return { erreur: '#ERROR!' };
  return v?.numberValue ?? v?.stringValue ?? v?.boolValue ?? null;
}

/** Une ligne écrite qui portait un autre enregistrement que prévu, et ce qu'on y a trouvé. */
export interface Egaree extends Ecrite {
  readonly trouvee: Rangee;
}

export function lignesEgarees(
  etat: EtatGoogle,
  ecrites: readonly Ecrite[],
  apres: Lecture,
): Egaree[] {
  return ecrites.flatMap((ecrite) => {
    const onglet = ongletDe(etat, ecrite.table);
    const prevue = onglet.grille[ecrite.ligne - 1] ?? [];
    const trouvee = apres(ecrite.table, ecrite.ligne);
    const { rangs, tolerance } = temoins(onglet, ecrite);
    const remplies = rangs.filter((rang) => !estVide(prevue[rang]));
    const ecarts = remplies.filter((rang) => !memeValeur(prevue[rang], trouvee[rang])).length;
    const reconnue = ecarts === 0 || (ecarts <= tolerance && ecarts < remplies.length);
    return reconnue ? [] : [{ ...ecrite, trouvee }];
  });
}

/** La seule ligne d'un onglet dont les témoins sont ceux-là ; `null` si aucune ou plusieurs. */
export function chercherLigne(
  { grille }: OngletGoogle,
  rangs: readonly number[],
  cherchee: Rangee,
): number | null {
  let trouvee: number | null = null;
  for (let i = 1; i < grille.length; i++) {
    if (!rangs.every((rang) => memeValeur(grille[i]?.[rang], cherchee[rang]))) continue;
    if (trouvee !== null) return null;
    trouvee = i + 1;
  }
  return trouvee;
}
