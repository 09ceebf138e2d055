import type { Changement } from '../classeur/changements';
import { ecrireCellule } from '../classeur/ecrire-cellule';
import type { Colonne } from '../classeur/colonne';
import { TABLES } from '../classeur/tables';
import { octetsDuJson } from './octets';

/** Le JSON d'une cellule, son texte mis à part ; une colonne `libre` porte son format. */
const OCTETS_TEXTE = 40;
const OCTETS_NOMBRE = 55;
const OCTETS_FORMAT = 80;
const OCTETS_VIDE = 3;

/** Ce qui s'écrit ensemble ou pas du tout : un enregistrement, et son numéro au Registre. */
export interface Groupe {
  readonly changements: readonly Changement[];
  /** Ce qu'il pèsera dans l'appel, à peu près. */
  readonly octets: number;
}

/** Ce que pèsera un changement dans l'appel, en octets, à peu près. */
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
      else if (typeof brut === 'string') total += OCTETS_TEXTE + octetsDuJson(JSON.stringify(brut));
      else total += OCTETS_NOMBRE;
      if (brut !== null && colonne.genre === 'libre') total += OCTETS_FORMAT;
    }
  }
  return total;
}

const grouper = (changements: readonly Changement[]): Groupe => ({
  changements,
  octets: changements.reduce((somme, c) => somme + poidsDe(c), 0),
});

/**
 * Un lot en groupes, dans son ordre. Un numéro n'est jamais inscrit au Registre sans la ligne qui le
 * porte ; ceux que rien ne porte viennent à la fin.
 */
export function enGroupes(changements: readonly Changement[]): Groupe[] {
  const inscriptions = new Map<unknown, Changement[]>();
  const autres: Changement[] = [];
  for (const c of changements) {
    if (c.table !== 'registre' || c.type !== 'ajouter') autres.push(c);
    else {
      const deja = inscriptions.get(c.valeurs.numero);
      if (deja) deja.push(c);
      else inscriptions.set(c.valeurs.numero, [c]);
    }
  }
  const groupes = autres.map((c) => {
    const numero = c.type === 'ajouter' && 'numero' in c.valeurs ? c.valeurs.numero : undefined;
    const siennes = inscriptions.get(numero) ?? [];
    inscriptions.delete(numero);
    return grouper([...siennes, c]);
  });
  return [...groupes, ...[...inscriptions.values()].map(grouper)];
}

/** Le rang qui suit le dernier groupe tenant dans `octets` à partir de `debut` ; au moins un groupe. */
export function finDeTranche(groupes: readonly Groupe[], debut: number, octets: number): number {
  let fin = debut;
  let total = 0;
  while (fin < groupes.length) {
    total += groupes[fin]?.octets ?? 0;
    if (total > octets && fin > debut) break;
    fin += 1;
  }
  return fin;
}
