import { estValeurBrute } from '../classeur/ecrire-cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { estImport } from './origines';

/** Le texte des cellules illisibles du classeur : ce qu'un import identique y retrouverait. */
export type TexteIllisible = (ligne: number, colonne: string) => string | null;

export function textesIllisibles(snapshot: Snapshot, table: TableEchangeable): TexteIllisible {
  const textes = new Map<string, string>();
  for (const i of snapshot.illisibles) {
    if (i.table === table) textes.set(`${i.ligne}:${i.colonne}`, i.valeur.trim());
  }
  return (ligne, colonne) => textes.get(`${ligne}:${colonne}`) ?? null;
}

/** Même valeur dans le classeur et dans la source, ou même texte incompris. */
export function memeValeur(
  actuelle: unknown,
  illisible: string | null,
  nouvelle: unknown,
): boolean {
  if (estValeurBrute(nouvelle)) return illisible === nouvelle.brut;
  // Un taux de 150 % s'écrit 1,5, qui ne se relit pas comme un taux : c'est pourtant lui.
  if (illisible !== null) return typeof nouvelle === 'number' && illisible === String(nouvelle);
  return (actuelle ?? null) === nouvelle;
}

/** Empreinte d'un contenu, pour les tables sans identité : l'import d'où il vient n'en fait pas partie. */
export function empreinte(
  cles: readonly string[],
  valeurs: Readonly<Record<string, unknown>>,
  illisible: (cle: string) => string | null = () => null,
): string {
  return JSON.stringify(
    cles.map((cle) => {
      const texte = illisible(cle);
      if (texte !== null) return { brut: texte };
      const valeur = valeurs[cle] ?? null;
      return cle === 'reference' && typeof valeur === 'string' && estImport(valeur) ? null : valeur;
    }),
  );
}
