import type { Changement } from '../classeur/changements';
import { ecrireCellule } from '../classeur/ecrire-cellule';
import type { Colonne } from '../classeur/colonne';
import { TABLES } from '../classeur/tables';

/** Le JSON d'une cellule, son texte mis à part : valeur typée, format d'un nombre ou d'une date. */
const OCTETS_TEXTE = 45;
const OCTETS_NOMBRE = 110;
const OCTETS_VIDE = 3;

/** Ce que pèsera un changement dans l'appel, en octets, arrondi vers le haut. */
export function poidsDe(c: Changement): number {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[c.table].colonnes;
  const lignes: readonly object[] =
    c.type === 'remplacer'
      ? c.lignes
      : [c.type === 'ajouter' ? c.valeurs : c.type === 'modifier' ? c.apres : {}];
  let total = 0;
  for (const ligne of lignes) {
    const valeurs = ligne as Readonly<Record<string, unknown>>;
    for (const [cle, colonne] of Object.entries(colonnes)) {
      const { brut } = ecrireCellule(colonne, valeurs[cle]);
      if (brut === null) total += OCTETS_VIDE;
      // Un caractère du français tient en trois octets au plus ; un émoji en prend deux fois deux.
      else if (typeof brut === 'string') total += OCTETS_TEXTE + brut.length * 3;
      else total += OCTETS_NOMBRE;
    }
  }
  return total;
}

export interface Tranche {
  readonly changements: readonly Changement[];
  /** Ce qui reste à écrire après elle. */
  readonly restants: number;
}

/**
 * Le début d'un lot trop grand pour un seul appel. Un numéro n'est jamais inscrit au Registre sans la
 * ligne qui le porte. Le reste n'est pas gardé : on décide à nouveau sur le classeur ainsi complété, et
 * ce qui y est déjà n'est pas écrit deux fois.
 */
export function premiereTranche(changements: readonly Changement[], octets: number): Tranche {
  const inscriptions = new Map<unknown, Changement[]>();
  const autres: Changement[] = [];
  for (const c of changements) {
    if (c.table !== 'registre' || c.type !== 'ajouter') autres.push(c);
    else {
      const { numero } = c.valeurs;
      inscriptions.set(numero, [...(inscriptions.get(numero) ?? []), c]);
    }
  }
  const tranche: Changement[] = [];
  let total = 0;
  for (const c of autres) {
    const numero = c.type === 'ajouter' && 'numero' in c.valeurs ? c.valeurs.numero : undefined;
    const groupe = [...(inscriptions.get(numero) ?? []), c];
    const poids = groupe.reduce((somme, g) => somme + poidsDe(g), 0);
    if (tranche.length > 0 && total + poids > octets) {
      return { changements: tranche, restants: changements.length - tranche.length };
    }
    inscriptions.delete(numero);
    tranche.push(...groupe);
    total += poids;
  }
  for (const seules of inscriptions.values()) tranche.push(...seules);
  return { changements: tranche, restants: 0 };
}
