import { rangDe } from '../../workbooks/xlsx/plages';
import type { OngletLu } from '../../workbooks/xlsx/lire-onglet';
import type { CelluleVue, ColonneVue, OngletVu, RangeeVue } from '../protocole';
import { pourLaGrille } from './formules';
import type { Cellules } from './grille';
import { hauteurPixels, largeurPixels } from './mesures';
import { positionsDe } from './positions';
import { listesDe } from './vue-listes';
import { reglesDe } from './vue-regles';

/** Place donnée sous les données et à leur droite, pour y taper. */
const LIGNES_LIBRES = 200;
const COLONNES_LIBRES = 4;
const COLONNES_AU_MOINS = 12;

/** Un onglet tel que la page le montre : contenu de l'émulateur, aspect du fichier. */
export function vueOnglet(
  lu: OngletLu,
  grille: ReadonlyMap<string, Cellules>,
  aujourdHui: number,
): OngletVu {
  const cellules = grille.get(lu.nom) ?? [];
  const declare = positionsDe(lu.nom, cellules);
  const largeur = cellules.reduce((n, rangee) => Math.max(n, rangee?.length ?? 0), 0);
  const nombre = Math.max(COLONNES_AU_MOINS, largeur + COLONNES_LIBRES);
  const colonnes = colonnesDe(lu, nombre);
  return {
    nom: lu.nom,
    masque: lu.masque,
    couleur: lu.couleur,
    quadrillage: lu.quadrillage,
    figees: lu.figees,
    hauteur: hauteurPixels(lu.hauteur),
    hauteurs: lu.rangees.flatMap((r) =>
      r.hauteur === null ? [] : [[r.ligne, hauteurPixels(r.hauteur)] as const],
    ),
    colonnes,
    lignes: cellules.length + LIGNES_LIBRES,
    rangees: rangeesDe(lu, cellules, colonnes),
    fusions: lu.fusions.map((p) => [p.l1, p.c1, p.l2, p.c2] as const),
    liens: liensDe(lu),
    listes: declare ? listesDe(declare, grille) : [],
    regles: declare ? reglesDe(declare, aujourdHui) : [],
  };
}

/** `'Tableau de bord'!B3` : l'onglet et la cellule. */
const CIBLE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})/;

function liensDe(lu: OngletLu): OngletVu['liens'] {
  return lu.liens.flatMap(({ plage, cible }) => {
    const [, cite, nu, lettres = '', ligne] = CIBLE.exec(cible) ?? [];
    const onglet = cite?.replaceAll("''", "'") ?? nu;
    if (onglet === undefined) return [];
    const vers = { onglet, ligne: Number(ligne), colonne: rangDe(lettres) + 1 };
    return [[plage.l1, plage.c1, vers] as const];
  });
}

function colonnesDe(lu: OngletLu, nombre: number): ColonneVue[] {
  return Array.from({ length: nombre }, (_, rang) => {
    const bande = lu.colonnes.find((c) => rang >= c.de && rang <= c.a);
    return {
      largeur: largeurPixels(bande?.largeur ?? null),
      style: bande?.style ?? 0,
      masquee: bande?.masquee ?? false,
    };
  });
}

/** Les cellules qui ont un contenu, ou un style que leur colonne n'a pas. */
function rangeesDe(lu: OngletLu, cellules: Cellules, colonnes: readonly ColonneVue[]): RangeeVue[] {
  const styles = new Map(lu.rangees.map((r) => [r.ligne, r.cellules]));
  const derniere = Math.max(cellules.length, lu.rangees.at(-1)?.ligne ?? 0);
  const rangees: RangeeVue[] = [];
  for (let ligne = 1; ligne <= derniere; ligne++) {
    const contenus = cellules[ligne - 1] ?? [];
    const vues = new Map<number, CelluleVue>();
    for (const { rang, style } of styles.get(ligne) ?? []) {
      if (style !== (colonnes[rang]?.style ?? 0)) vues.set(rang, [rang, style, null]);
    }
    contenus.forEach((contenu, rang) => {
      if (!contenu) return;
      const style = vues.get(rang)?.[1] ?? colonnes[rang]?.style ?? 0;
      const { valeur, formule } = contenu;
      vues.set(
        rang,
        formule === undefined
          ? [rang, style, valeur]
          : [rang, style, valeur, pourLaGrille(formule)],
      );
    });
    if (vues.size > 0) rangees.push([ligne, ...vues.values()]);
  }
  return rangees;
}
