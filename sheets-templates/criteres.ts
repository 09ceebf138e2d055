import type { CleTable } from '../src/classeur/tables';
import type { Support } from './support';

/**
 * Ce qu'une colonne doit contenir : un texte (`=`, `<>` ; vide permis), l'un de plusieurs (`parmi`), ou
 * un jour comparé à la formule d'un autre.
 */
export type Critere =
  | readonly [colonne: string, signe: '=' | '<>', texte: string]
  | readonly [colonne: string, signe: 'parmi', textes: readonly string[]]
  | readonly [colonne: string, signe: '<' | '<=' | '>=', jour: string];

type Simple = Exclude<Critere, readonly [string, 'parmi', readonly string[]]>;

const estJour = (signe: Simple[1]): boolean => signe !== '=' && signe !== '<>';

/** Les critères, un texte à la fois pour ceux qui en permettent plusieurs. */
function unParUn([critere, ...autres]: readonly Critere[]): (readonly Simple[])[] {
  if (critere === undefined) return [[]];
  const choix: readonly Simple[] =
    critere[1] === 'parmi'
      ? critere[2].map((texte) => [critere[0], '=', texte] as const)
      : [critere];
  const suites = unParUn(autres);
  return choix.flatMap((un) => suites.map((suite) => Array.of<Simple>(un).concat(suite)));
}

/** Combien de lignes d'une table tiennent tous ces critères. */
export function compter(
  { colonne }: Support,
  table: CleTable,
  criteres: readonly Critere[],
): string {
  return unParUn(criteres)
    .map((liste) => {
      const paires = liste.map(([cle, signe, valeur]) => {
        const critere = estJour(signe)
          ? `"${signe}"&${valeur}`
          : `"${signe === '=' ? '' : signe}${valeur}"`;
        return `${colonne(table, cle)},${critere}`;
      });
      return `COUNTIFS(${paires.join()})`;
    })
    .join('+');
}

/** La ligne, ou les critères de rechange, dont un au moins tient. */
export type Cas = readonly (readonly Critere[])[];

/** Au-delà de la dernière ligne d'un tableur. */
const APRES_TOUT = 1_048_577;
/** Lignes lues sous la dernière comptée : l'utilisateur en laisse parfois de vides. */
const MARGE = 50;

/**
 * La première ligne d'une table où l'un des cas tient ; au-delà de tout s'il n'y en a pas, la première si
 * une cellule en erreur empêche de le dire. Seules les lignes remplies sont lues (`temoin` : une colonne
 * que toute ligne remplit).
 */
export function premiereLigne(
  { colonne }: Support,
  table: CleTable,
  temoin: string,
  cas: Cas,
): string {
  const fin = `MIN(ROWS(${colonne(table, temoin)}),COUNTA(${colonne(table, temoin)})+${MARGE})`;
  const lignes = (cle: string): string => {
    const toute = colonne(table, cle);
    return `${toute.split(':')[0] ?? ''}$2:INDEX(${toute},${fin})`;
  };
  const tient = ([cle, signe, valeur]: Critere): string => {
    const plage = lignes(cle);
    if (signe === 'parmi') return `(${valeur.map((v) => `(${plage}="${v}")`).join('+')})`;
    return estJour(signe)
      ? `ISNUMBER(${plage})*(${plage}${signe}${valeur})`
      : `(${plage}${signe}"${valeur}")`;
  };
  const un = cas.map((criteres) => criteres.map(tient).join('*'));
  const condition = un.length > 1 ? `(${un.join('+')}>0)` : (un[0] ?? '');
  return `IFERROR(${APRES_TOUT}-SUMPRODUCT(MAX(${condition}*(${APRES_TOUT}-ROW(${lignes(temoin)})))),1)`;
}
