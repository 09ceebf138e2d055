import { lettreColonne } from '../classeur/source';
import type { CleTable } from '../classeur/tables';
import type { Dialogue } from './appel';
import { lire } from './insister';
import { lireJeton } from './jeton';
import type { EtatGoogle, OngletGoogle } from './lire-etat';
import { plageA1 } from './reperes';
import { memeValeur, type ClasseurJson } from './reponses';
import { lectureApres } from './temoins';
import { ongletDe } from './traduire';

const CHAMPS =
  'namedRanges,sheets(properties(sheetId,gridProperties(rowCount)),data(startRow,startColumn,rowData(values(effectiveValue))))';

/**
 * Entre deux envois d'un import : le classeur est-il encore tel que nous l'avons laissé ? Une petite
 * lecture le dit : le jeton, pour les écritures du produit ; la dernière ligne de chaque onglet où l'on
 * va écrire et celle d'après, pour une personne qui trie, insère ou saisit. Rend l'état sous son
 * nouveau jeton, ou `null` : il faut relire et redécider.
 */
export function* encoreTel(
  etat: EtatGoogle,
  passe: string,
  tables: readonly CleTable[],
): Dialogue<EtatGoogle | null> {
  const plages = tables.map((table) => plageDe(ongletDe(etat, table)));
  // Sans plage, Google rendrait toutes les cellules du classeur.
  const demande = plages.length > 0 ? { champs: CHAMPS, plages } : { champs: 'namedRanges' };
  const json = yield* lire<ClasseurJson>({ methode: 'get', id: etat.id, ...demande });
  const jeton = lireJeton(json);
  if (jeton.ids.length !== 1 || jeton.passes[0] !== passe) return null;
  const relue = lectureApres(etat, { updatedSpreadsheet: json });
  const rangees = new Map(
    (json.sheets ?? []).map(({ properties: p }) => [p?.sheetId ?? 0, p?.gridProperties?.rowCount]),
  );
  const intacts = tables.every((table) => {
    const onglet = ongletDe(etat, table);
    const { derniere, grille, positions, sheetId } = onglet;
    if (rangees.get(sheetId) !== onglet.rangees) return false;
    return [...positions.values()].every(
      (rang) =>
        memeValeur(relue(table, derniere)[rang], grille[derniere - 1]?.[rang]) &&
        memeValeur(relue(table, derniere + 1)[rang], grille[derniere]?.[rang]),
    );
  });
  return intacts ? { ...etat, jeton } : null;
}

/** Les deux lignes, sur la largeur de l'onglet ; la seconde peut être hors de la grille. */
function plageDe({ titre, derniere, colonnes, rangees }: OngletGoogle): string {
  const fin = Math.min(derniere + 1, rangees);
  return plageA1(titre, `A${derniere}:${lettreColonne(Math.max(1, colonnes) - 1)}${fin}`);
}
