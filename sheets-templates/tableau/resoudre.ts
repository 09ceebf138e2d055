import { lettreColonne } from '../../src/classeur/source';
import { ONGLET_CALCULS } from '../../src/tableau-de-bord/onglets';
import { BLOCS } from '../../src/tableau-de-bord/calculs';
import type { Bloc, Formule } from '../../src/tableau-de-bord/calculs/bloc';
import { CLES_TABLES, TABLES, type CleTable } from '../../src/classeur/tables';
import { citer, colonneEntiere } from '../references';

/** Rang (0 : A) de chaque colonne de « Calculs », par `devis.montant`. */
const RANGS = new Map<string, number>(
  BLOCS.flatMap((bloc) => Object.keys(bloc.colonnes).map((cle) => `${bloc.nom}.${cle}`)).map(
    (cle, rang) => [cle, rang],
  ),
);
/** Le repère de la dernière ligne de chaque bloc. */
const FINS = new Map(BLOCS.map((bloc) => [bloc.nom, bloc.fin]));

function lettreDeCalcul(cle: string): string {
  const rang = RANGS.get(cle);
  if (rang === undefined) throw new RangeError(`Colonne de calcul inconnue : ${cle}`);
  return lettreColonne(rang);
}

/** L'adresse d'une cellule nommée de « Chiffres », avec son onglet. */
export type Reperes = ReadonlyMap<string, string>;

/** Où est une colonne déclarée d'un onglet ; le modèle les range dans l'ordre de leur déclaration. */
export type ColonneSource = (table: CleTable, colonne: string) => string;

const JETONS =
  /\[(\w+)\]|\[(\w+)\.(\w+)\]|\{(-?)(\w+)\}|\{((\w+)\.\w+)(?:\^(\w*))?\}|<([a-zA-Z]\w*)>/g;

/**
 * Change les jetons d'une formule en adresses. `ligne` : la ligne de « Calculs » où elle est posée,
 * `null` ailleurs (les jetons de ligne y sont alors une faute).
 */
export function resoudre(
  formule: Formule,
  reperes: Reperes,
  ou: { readonly bloc: Bloc; readonly ligne: number; readonly source: ColonneSource } | null = null,
): string {
  return formule.replace(
    JETONS,
    (
      jeton,
      source?: string,
      autre?: string,
      colonne?: string,
      dessus?: string,
      locale?: string,
      entiere?: string,
      bloc?: string,
      fin?: string,
      repere?: string,
    ) => {
      if (repere !== undefined) return trouver(reperes, repere);
      if (entiere !== undefined) {
        const lettre = lettreDeCalcul(entiere);
        const onglet = citer(ONGLET_CALCULS);
        if (fin === undefined) return `${onglet}!$${lettre}:$${lettre}`;
        const derniere = trouver(reperes, fin || (FINS.get(bloc ?? '') ?? ''));
        return `${onglet}!$${lettre}$2:INDEX(${onglet}!$${lettre}:$${lettre},${derniere})`;
      }
      if (ou === null) throw new RangeError(`Jeton de ligne hors de Calculs : ${jeton}`);
      if (autre !== undefined) return ou.source(uneTable(autre), colonne ?? '');
      const ici = (cle: string, ligne: number): string =>
        `$${lettreDeCalcul(`${ou.bloc.nom}.${cle}`)}${ligne}`;
      if (source === undefined) return ici(locale ?? '', ou.ligne - (dessus ? 1 : 0));
      const lue = ou.bloc.serre ? ici('ligne', ou.ligne) : 'ROW()';
      return `IFERROR(INDEX(${ou.source(ou.bloc.source, source)},${lue}),"")`;
    },
  );
}

function uneTable(nom: string): CleTable {
  const table = CLES_TABLES.find((cle) => cle === nom);
  if (table === undefined) throw new RangeError(`Onglet inconnu : ${nom}`);
  return table;
}

function trouver(reperes: Reperes, nom: string): string {
  const adresse = reperes.get(nom);
  if (adresse === undefined) throw new RangeError(`Repère inconnu : ${nom}`);
  return adresse;
}

export const sourceDuModele: ColonneSource = (table, colonne) => {
  if (!(colonne in TABLES[table].colonnes)) throw new RangeError(`${table}.${colonne}`);
  return colonneEntiere(table, colonne);
};
