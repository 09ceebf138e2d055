import { formatDe } from '../../workbooks/xlsx/formats';
import type { ChangementsVus } from '../protocole';
import { pourLaGrille } from './formules';
import type { Cellules, ContenuOuVide } from './grille';
import { hauteurPour } from './hauteurs';
import type { DocumentLu } from './lire-document';
import { hauteurPixels } from './mesures';

const SANS_FORMAT = 'General';

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
  const formatNeuf = formatsDesNeuves(onglet, document);
  return {
    onglet,
    cellules: places.map(({ ligne, rang }) =>
      vueCellule(ligne, rang, cellules[ligne - 1]?.[rang], formatNeuf(ligne, rang)),
    ),
    hauteurs: hauteurs(onglet, new Set(places.map((p) => p.ligne)), cellules, document),
  };
}

/** Le format d'une cellule que le fichier n'avait pas : celui de sa colonne, que la grille n'applique pas. */
function formatsDesNeuves(onglet: string, { onglets, apparences }: DocumentLu) {
  const lu = onglets.find((o) => o.nom === onglet);
  const connues = new Map(lu?.rangees.map((r) => [r.ligne, r.cellules]));
  return (ligne: number, rang: number): string | null => {
    if (connues.get(ligne)?.some((c) => c.rang === rang)) return null;
    const bande = lu?.colonnes.find((c) => rang >= c.de && rang <= c.a);
    const format = apparences[bande?.style ?? 0]?.format ?? SANS_FORMAT;
    return format === SANS_FORMAT ? null : format;
  };
}

/** Une cellule, avec le format que son contenu impose, sinon celui d'une cellule neuve. */
function vueCellule(
  ligne: number,
  rang: number,
  contenu: ContenuOuVide,
  neuf: string | null,
): ChangementsVus['cellules'][number] {
  const { valeur = null, formule = null, genre, signe = false } = contenu ?? {};
  const impose = genre === undefined || genre === 'nombre' ? undefined : formatDe(genre, signe);
  return [ligne, rang, valeur, formule && pourLaGrille(formule), impose ?? neuf];
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
