import type { Colonne } from '../classeur/colonne';
import { lienCellule } from '../classeur/lien-cellule';
import { montrerValeur } from '../classeur/montrer-valeur';
import { TABLES, type CleTable, type Ligne } from '../classeur/tables';
import { MESSAGES_CONTROLE, type CodeAnomalie, type Ou } from '../messages/controle';
import type { Releves } from './releves';

/** Une cellule douteuse : où, ce qu'elle montre, ce qui ne va pas et que faire. */
export interface Anomalie {
  readonly table: CleTable;
  readonly ligne: number;
  readonly colonne: string;
  readonly code: CodeAnomalie;
  readonly valeur: string;
  readonly message: string;
}

type Details<C extends CodeAnomalie> = Omit<Parameters<(typeof MESSAGES_CONTROLE)[C]>[0], keyof Ou>;

/** Une cellule en faute, et ce que sa phrase ajoute. `table` et `ligne` : si elle est ailleurs. */
export interface Constat<C extends CodeAnomalie> {
  readonly colonne: string;
  readonly details: Details<C>;
  readonly ailleurs?: { readonly table: CleTable; readonly ligne: { readonly ligne: number } };
}

/** Une vérification : son code, la table qu'elle parcourt, ce qu'elle trouve sur une ligne. */
export interface Regle<K extends CleTable = CleTable> {
  readonly code: CodeAnomalie;
  readonly table: K;
  verifier(ligne: Ligne<K>, releves: Releves): readonly Anomalie[];
}

export function regle<K extends CleTable, C extends CodeAnomalie>(
  table: K,
  code: C,
  trouver: (ligne: Ligne<K>, releves: Releves) => Constat<C> | readonly Constat<C>[] | null,
): Regle<K> {
  const verifier = (ligne: Ligne<K>, releves: Releves): Anomalie[] => {
    const trouves = trouver(ligne, releves);
    if (trouves === null) return [];
    const constats: readonly Constat<C>[] = Array.isArray(trouves) ? trouves : [trouves];
    return constats.map((c) => {
      const { table: ou, ligne: fautive } = c.ailleurs ?? { table, ligne };
      const valeur = montrerCellule(ou, fautive, c.colonne);
      return anomalie(releves, ou, fautive.ligne, c.colonne, code, valeur, c.details);
    });
  };
  return { code, table, verifier };
}

/** La valeur lue d'une cellule, comme un lecteur l'écrirait ; `''` si elle est vide. */
export function montrerCellule(table: CleTable, ligne: object, colonne: string): string {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const declaree = colonnes[colonne];
  const valeur = (ligne as Record<string, unknown>)[colonne] ?? null;
  return valeur === null || !declaree ? '' : montrerValeur(declaree, valeur);
}

/** Écrit la phrase d'une cellule ; `valeur` est ce qu'elle montre. */
export function anomalie<C extends CodeAnomalie>(
  releves: Pick<Releves, 'snapshot'>,
  table: CleTable,
  ligne: number,
  colonne: string,
  code: C,
  valeur: string,
  details: Details<C>,
): Anomalie {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const phrase = MESSAGES_CONTROLE[code] as (a: Ou & Details<C>) => string;
  const ou = lienCellule(releves.snapshot, table, ligne, colonne);
  const message = phrase({ ...details, ou, entete: colonnes[colonne]?.entete ?? '', valeur });
  return { table, ligne, colonne, code, valeur, message };
}
