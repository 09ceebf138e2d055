import { lettres, lireA1, nommerOnglet } from './a1';
import { invalide } from './erreur-api';
import type { Classeur, Feuille, PlageGrille } from './modele';
import { resoudre, trouverFeuille } from './plages';
import type { Rectangle } from './plages';

/** La plage A1 demandée, coupée à la grille ; un nom de plage nommée convient aussi. */
export function resoudreA1(c: Classeur, texte: string): { feuille: Feuille; rectangle: Rectangle } {
  const illisible = () => invalide(`Unable to parse range: ${texte}`);
  const lue = lireA1(texte);
  if (!lue) throw illisible();
  const feuille =
    lue.onglet === null
      ? c.feuilles[0]
      : c.feuilles.find((f) => f.proprietes.title?.toLowerCase() === lue.onglet?.toLowerCase());
  if (!feuille) {
    const nommee = c.plagesNommees.find((n) => n.nom === texte);
    if (!nommee?.plage) throw illisible();
    trouverFeuille(c, nommee.plage.sheetId);
    return resoudre(c, nommee.plage);
  }
  const plage: PlageGrille = {
    sheetId: feuille.id,
    ...(lue.ligne0 === null ? {} : { startRowIndex: lue.ligne0 }),
    ...(lue.ligne1 === null ? {} : { endRowIndex: lue.ligne1 }),
    ...(lue.colonne0 === null ? {} : { startColumnIndex: lue.colonne0 }),
    ...(lue.colonne1 === null ? {} : { endColumnIndex: lue.colonne1 }),
  };
  return resoudre(c, plage);
}

/** `Devis!A1:Z1000`, tel que Google le rend : toujours avec l'onglet et les bornes. */
export function montrerA1(f: Feuille, r: Rectangle): string {
  const debut = `${lettres(r.colonne0)}${r.ligne0 + 1}`;
  const fin = `${lettres(r.colonne1 - 1)}${r.ligne1}`;
  const titre = nommerOnglet(f.proprietes.title ?? '');
  return `${titre}!${debut === fin ? debut : `${debut}:${fin}`}`;
}
