import { formatDe } from '../../workbooks/xlsx/formats';
import type { ChangementsVus } from '../protocole';
import type { Cellules, ContenuOuVide } from './grille';
import { hauteurPour } from './hauteurs';
import type { DocumentLu } from './lire-document';
import { hauteurPixels } from './mesures';

interface Place {
  readonly ligne: number;
  readonly rang: number;
}

/** Des cellules telles qu'elles sont maintenant, et les rangées que leurs textes agrandissent. */
export function versPage(
  onglet: string,
  places: readonly Place[],
  cellules: Cellules,
  document: DocumentLu,
): ChangementsVus {
  return {
    onglet,
    cellules: places.map(({ ligne, rang }) => vueCellule(ligne, rang, cellules[ligne - 1]?.[rang])),
    hauteurs: hauteurs(onglet, new Set(places.map((p) => p.ligne)), cellules, document),
  };
}

/** Une cellule, avec le format que son contenu impose. */
function vueCellule(
  ligne: number,
  rang: number,
  contenu: ContenuOuVide,
): ChangementsVus['cellules'][number] {
  const { valeur = null, formule = null, genre, signe = false } = contenu ?? {};
  const format =
    genre === undefined || genre === 'nombre' ? null : (formatDe(genre, signe) ?? null);
  return [ligne, rang, valeur, formule, format];
}

function hauteurs(
  onglet: string,
  lignes: ReadonlySet<number>,
  cellules: Cellules,
  { onglets, apparences }: DocumentLu,
): ChangementsVus['hauteurs'] {
  const lu = onglets.find((o) => o.nom === onglet);
  const replies = (lu?.colonnes ?? []).filter((c) => apparences[c.style]?.replie === true);
  if (!lu || replies.length === 0) return [];
  return [...lignes]
    .filter((ligne) => ligne > lu.figees.lignes)
    .map((ligne) => {
      const textes = (cellules[ligne - 1] ?? []).flatMap((contenu, rang) => {
        const bande = replies.find((c) => rang >= c.de && rang <= c.a);
        return bande?.largeur && typeof contenu?.valeur === 'string'
          ? [{ texte: contenu.valeur, largeur: bande.largeur }]
          : [];
      });
      return [ligne, hauteurPour(textes, hauteurPixels(lu.hauteur))] as const;
    });
}
