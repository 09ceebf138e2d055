import type { Colonne } from '../classeur/colonne';
import { montrerValeur } from '../classeur/montrer-valeur';
import { TABLES, type CleTable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import { indiceDe, VIDE, type Signature } from './empreinte';
import type { LigneSignee } from './lignes-signees';
import type { Ecrit } from './ecrits';
import { ancienNom, nomEcrit, nommerLigne, texteOuVide } from './nommer-ligne';

/**
 * Ce qui a changé, colonne par colonne, dans un enregistrement que l'import avait créé. Ce qu'il
 * avait écrit est dit quand l'indice le prouve : une cellule vide, ou la seule valeur permise de cet
 * indice.
 */
export function changementsUlterieurs(
  table: CleTable,
  { enregistrement, signature }: LigneSignee,
  { signature: ecrite, ecrit }: { readonly signature: Signature; readonly ecrit: Ecrit | null },
  texteBrut: (colonne: string) => string | null,
): Probleme[] {
  const avant = ancienNom(table, enregistrement, ecrit);
  const nom = `${nommerLigne(table, enregistrement)}${avant === null ? '' : ` (« ${avant} » à l’import)`}`;
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const changees = Object.entries(colonnes).flatMap(([cle, colonne], rang) =>
    ecrite.indices[rang] === signature.indices[rang] ? [] : [{ cle, colonne, rang }],
  );
  if (changees.length === 0) {
    const { ligne } = enregistrement;
    return [probleme('ANNULATION_LIGNE_CHANGEE', { nom, onglet: TABLES[table].onglet, ligne })];
  }
  return changees.map(({ cle, colonne, rang }) =>
    probleme('ANNULATION_VALEUR_CHANGEE', {
      nom,
      colonne: colonne.entete,
      valeur: texteBrut(cle) ?? texteOuVide(colonne, enregistrement[cle]),
      ecrite:
        valeurEcrite(colonne, ecrite.indices.charAt(rang)) ?? ecrit?.get(colonne.entete) ?? null,
    }),
  );
}

/** Plusieurs enregistrements peuvent être celui-là, renommé : aucun n'est désigné à tort. */
export function renommageIncertain(
  table: CleTable,
  candidates: readonly LigneSignee[],
  ecrit: Ecrit | null,
): Probleme {
  return probleme('ANNULATION_RENOMMEE', {
    onglet: TABLES[table].onglet,
    nom: ecrit && nomEcrit(table, ecrit),
    candidates: candidates.map((c) => nommerLigne(table, c.enregistrement)),
  });
}

/** Ce que l'import avait écrit : un texte, vide si rien, `null` si l'indice ne suffit pas à le dire. */
function valeurEcrite(colonne: Colonne, indice: string): string | null {
  if (indice === VIDE) return '';
  const permises = colonne.genre === 'booleen' ? [true, false] : colonne.valeurs;
  const possibles = permises.filter((v) => indiceDe(v) === indice);
  return possibles.length === 1 ? montrerValeur(colonne, possibles[0]) : null;
}
