import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { ClasseurGoogle } from './classeur-google';

type Feuille = sheets_v4.Schema$Sheet;

export function feuilleDe(classeur: ClasseurGoogle, titre: string): Feuille {
  const feuille = classeur.json().sheets?.find((s) => s.properties?.title === titre);
  if (!feuille) throw new Error(`Onglet absent : ${titre}`);
  return feuille;
}

/** L'en-tête d'une colonne, sa première cellule de données et ses dimensions. */
export function colonneDe(feuille: Feuille, rang: number) {
  const data = feuille.data?.[0];
  const cellule = (ligne: number) => data?.rowData?.[ligne]?.values?.[rang];
  return { entete: cellule(0), corps: cellule(1), dimension: data?.columnMetadata?.[rang] ?? {} };
}

/** Le classeur entier, moins le jeton, qui change à chaque écriture. */
export function instantaneSansJeton(classeur: ClasseurGoogle): string {
  const json = classeur.json();
  const namedRanges = json.namedRanges?.filter((n) => !n.name?.startsWith('SUIVI_JETON_'));
  return JSON.stringify({ ...json, namedRanges });
}
