import type { LignesAjoutees } from '../classeur/lignes-ajoutees';
import type { Changement } from '../classeur/changements';
import { Ecritures } from '../classeur/ecritures';
import { ErreurClasseur } from '../classeur/erreur-classeur';
import { lettreColonne, type CelluleBrute } from '../classeur/source';
import { TABLES, type CleTable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import { ecrireBlocs, rangeeDe, viderBlocs, type EcritureGoogle, type LigneGoogle } from './blocs';
import type { EtatGoogle, OngletGoogle } from './lire-etat';
import { memeValeur } from './reponses';
import type { Cellule, Requete } from './rest';

/** La plus longue chaîne d'une cellule de Sheets. */
const MAX_TEXTE_GOOGLE = 50_000;
/** Rangées vides que l'on veut sous les enregistrements quand la grille se remplit. */
const RESERVE = 100;

export type EcrituresParTable = ReadonlyMap<CleTable, Ecritures<Cellule>>;

/** Replie un lot table par table : plusieurs changements d'une même ligne n'en font qu'un. */
export function replier(etat: EtatGoogle, changements: readonly Changement[]): EcrituresParTable {
  const parTable = new Map<CleTable, Ecritures<Cellule>>();
  for (const c of changements) {
    let ecritures = parTable.get(c.table);
    if (!ecritures) {
      ecritures = new Ecritures(TABLES[c.table].colonnes, ongletDe(etat, c.table).positions);
      parTable.set(c.table, ecritures);
    }
    ecritures.noter(c);
  }
  return parTable;
}

export function ongletDe(etat: EtatGoogle, table: CleTable): OngletGoogle {
  const onglet = etat.onglets.get(table);
  if (!onglet) throw new Error(`Onglet non lu : ${table}`);
  return onglet;
}

/**
 * Les requêtes d'un lot déjà replié.
 * @throws ErreurClasseur si un texte ne tient pas dans sa cellule.
 */
export function traduire(etat: EtatGoogle, parTable: EcrituresParTable): Requete[] {
  const problemes: Probleme[] = [];
  const requetes = [...parTable].flatMap(([table, ecritures]) =>
    traduireTable(table, ongletDe(etat, table), ecritures, problemes),
  );
  if (problemes.length > 0) throw new ErreurClasseur(problemes);
  return requetes;
}

function traduireTable(
  table: CleTable,
  onglet: OngletGoogle,
  ecritures: Ecritures<Cellule>,
  problemes: Probleme[],
): Requete[] {
  const { sheetId, derniere, occupee, rangees } = onglet;
  const { ajoutees, refaites, supprimees } = ecritures;
  const neuves = new Map(ajoutees.map((cellules, i) => [derniere + 1 + i, cellules]));
  const lignes = refaites ? aRefaire(onglet, ecritures, refaites) : ecritures.modifiees;
  problemes.push(...tropLongs(table, lignes), ...tropLongs(table, neuves));
  const modifications = [
    ...ecrireBlocs(sheetId, lignes),
    ...viderBlocs(sheetId, supprimees, ecritures.declares),
  ];
  if (refaites) {
    const manque = refaites.length + 1 - rangees;
    const place = manque > 0 ? inserer(onglet, Math.max(occupee, derniere), manque + RESERVE) : [];
    return [...place, ...modifications];
  }
  if (ajoutees.length === 0) return modifications;
  const longueur = rangeesInserees(onglet, ajoutees);
  if (longueur === 0) {
    const rows = ajoutees.map(rangeeDe);
    return [...modifications, { appendCells: { sheetId, rows, fields: 'userEnteredValue' } }];
  }
  return [
    ...modifications,
    ...inserer(onglet, derniere, longueur),
    ...ecrireBlocs(sheetId, neuves),
  ];
}

/** Les rangées que l'on insère sous le dernier enregistrement pour ces lignes neuves ; 0 : la place y est. */
export function rangeesInserees(
  { derniere, occupee, rangees, tableau }: OngletGoogle,
  ajoutees: Pick<LignesAjoutees<LigneGoogle>, 'length' | 'some'>,
): number {
  const tient = derniere + ajoutees.length < rangees;
  // Sous un tableau natif, Google ne dit pas où `appendCells` écrirait.
  if (tient && !tableau && occupee === derniere && !ajoutees.some(aUnFormat)) return 0;
  return ajoutees.length + (tient ? 0 : Math.max(0, RESERVE - (rangees - occupee)));
}

const aUnFormat = (cellules: LigneGoogle): boolean => [...cellules.values()].some((e) => e.exact);

/**
 * Un onglet refait l'est en entier, lignes en trop vidées : récrire ses seules différences mêlerait
 * deux enregistrements si quelqu'un le triait entre-temps. Rien si rien ne change.
 */
function aRefaire(
  { grille, derniere }: OngletGoogle,
  ecritures: Ecritures<Cellule>,
  refaites: readonly LigneGoogle[],
): Map<number, LigneGoogle> {
  const lignes = new Map<number, LigneGoogle>();
  const vide = ecritures.ligneVide();
  let change = false;
  for (let ligne = 2; ligne <= Math.max(derniere, refaites.length + 1); ligne++) {
    const cellules = refaites[ligne - 2] ?? vide;
    lignes.set(ligne, cellules);
    const lue = grille[ligne - 1] ?? [];
    change ||= [...cellules].some(([rang, e]) => differe(lue[rang], e));
  }
  return change ? lignes : new Map();
}

/** Une colonne `libre` peut changer de format à valeur égale. */
const differe = (lu: CelluleBrute, e: EcritureGoogle): boolean =>
  e.deplacee !== undefined || (e.exact && e.brut !== null) || !memeValeur(lu, e.brut);

/**
 * Des lignes neuves sous la ligne `apres`, à ses formats et listes. Google n'insère pas au-delà de la
 * dernière rangée : il en faut d'abord une de plus.
 */
function inserer({ sheetId, rangees }: OngletGoogle, apres: number, longueur: number): Requete[] {
  const range = {
    sheetId,
    dimension: 'ROWS',
    startIndex: apres,
    endIndex: apres + longueur,
  } as const;
  return [
    ...(apres < rangees
      ? []
      : [{ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } } as const]),
    // Sous l'en-tête, elles ne doivent pas en prendre l'aspect.
    { insertDimension: { range, inheritFromBefore: apres > 1 } },
  ];
}

function tropLongs(table: CleTable, lignes: ReadonlyMap<number, LigneGoogle>): Probleme[] {
  const problemes: Probleme[] = [];
  for (const [ligne, cellules] of lignes) {
    for (const [rang, { brut }] of cellules) {
      if (typeof brut !== 'string' || brut.length <= MAX_TEXTE_GOOGLE) continue;
      problemes.push(
        probleme('TEXTE_TROP_LONG', {
          onglet: TABLES[table].onglet,
          cellule: `${lettreColonne(rang)}${ligne}`,
          longueur: brut.length,
          maximum: MAX_TEXTE_GOOGLE,
        }),
      );
    }
  }
  return problemes;
}
