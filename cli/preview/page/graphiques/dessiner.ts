import type { Graphique, SerieGraphique } from '../../../../sheets-templates/tableau/graphiques';
import { PALETTE } from '../../../../sheets-templates/palette';
import { echelleDe, type Echelle } from './echelle';
import { svg } from './svg';

/** Ce qu'un graphique montre : ses catégories, et les valeurs de chaque série (`null` : rien à tracer). */
export interface Donnees {
  readonly categories: readonly string[];
  readonly barres: readonly (readonly (number | null)[])[];
  readonly lignes: readonly (readonly (number | null)[])[];
}

interface Cadre {
  readonly gauche: number;
  readonly droite: number;
  readonly haut: number;
  readonly bas: number;
}

const TAILLE = 10;
/** La largeur moyenne d'un signe, et l'écart de deux lignes, en pixels. */
const SIGNE = 5.4;
const INTERLIGNE = 11;
const TIRETS = { plein: '', tirets: '5 3', points: '1.5 3' } as const;
/** Part d'une colonne que ses barres occupent, et recouvrement des barres décalées. */
const PLEIN = 0.65;
const RECOUVREMENT = 0.55;

const couleur = (rvb: string): string => `#${rvb}`;
const pairs = (n: number): number => Math.round(n * 10) / 10;

/** Le graphique, aux mesures de sa place, en pixels. */
export function dessiner(
  g: Graphique,
  donnees: Donnees,
  largeur: number,
  hauteur: number,
  montrer: (valeur: number) => string,
): SVGElement {
  const valeurs = [...donnees.barres, ...donnees.lignes].flat().filter((v) => v !== null);
  const echelle = g.nu ? serree(valeurs) : echelleDe(valeurs, g.maximum);
  const marge = Math.max(0, ...echelle.graduations.map((v) => montrer(v).length)) * 5.6 + 10;
  const replies = donnees.categories.some(
    (c) => c.length > (largeur - marge) / donnees.categories.length / SIGNE,
  );
  const cadre: Cadre = g.nu
    ? { gauche: 4, droite: largeur - 4, haut: 5, bas: hauteur - 5 }
    : {
        gauche: marge,
        droite: largeur - 8,
        haut: 8,
        bas: hauteur - (g.legende ? 40 : 22) - (replies ? INTERLIGNE : 0),
      };
  const y = (v: number): number =>
    pairs(cadre.bas - ((v - echelle.min) / (echelle.max - echelle.min)) * (cadre.bas - cadre.haut));
  const pas = (cadre.droite - cadre.gauche) / Math.max(1, donnees.categories.length);
  const x = (rang: number): number => pairs(cadre.gauche + pas * (rang + 0.5));
  return svg(
    'svg',
    {
      width: largeur,
      height: hauteur,
      role: 'img',
      'aria-label': g.description,
      'font-family': 'Arial, sans-serif',
      'font-size': TAILLE,
      fill: couleur(PALETTE.discret),
    },
    ...(g.nu ? [] : axes(donnees.categories, echelle, cadre, x, y, montrer, replies)),
    ...barres(g, donnees.barres, {
      y,
      pas,
      gauche: cadre.gauche,
      zero: y(Math.max(0, echelle.min)),
    }),
    ...g.lignes.flatMap((s, i) => ligne(s, donnees.lignes[i] ?? [], x, y)),
    ...(g.legende && !g.nu ? legende(g, cadre, hauteur) : []),
  );
}

/** Une tendance n'a pas d'axe : elle occupe toute sa hauteur. */
function serree(valeurs: readonly number[]): Echelle {
  const [min, max] = [Math.min(...valeurs), Math.max(...valeurs)];
  return Number.isFinite(min) && max > min
    ? { min, max, graduations: [] }
    : { min: 0, max: 1, graduations: [] };
}

/** Une catégorie trop longue se lit sur deux lignes, coupée à l'espace le plus proche de son milieu. */
function enDeux(categorie: string): string[] {
  const mots = categorie.split(' ');
  const avant = (n: number): string => mots.slice(0, n).join(' ');
  const ecart = (n: number): number => Math.abs(avant(n).length * 2 - categorie.length);
  const coupes = mots.map((_, i) => i + 1).sort((a, b) => ecart(a) - ecart(b));
  const n = coupes[0] ?? mots.length;
  return [avant(n), mots.slice(n).join(' ')].filter((m) => m !== '');
}

function axes(
  categories: readonly string[],
  echelle: Echelle,
  cadre: Cadre,
  x: (rang: number) => number,
  y: (v: number) => number,
  montrer: (valeur: number) => string,
  replies: boolean,
): SVGElement[] {
  return [
    ...echelle.graduations.flatMap((v) => [
      svg('path', {
        d: `M${cadre.gauche} ${y(v)}H${cadre.droite}`,
        stroke: couleur(PALETTE.filet),
      }),
      svg('text', { x: cadre.gauche - 6, y: y(v) + 3.5, 'text-anchor': 'end' }, montrer(v)),
    ]),
    ...categories.flatMap((c, i) =>
      (replies ? enDeux(c) : [c]).map((morceau, k) =>
        svg(
          'text',
          { x: x(i), y: cadre.bas + 14 + k * INTERLIGNE, 'text-anchor': 'middle' },
          morceau,
        ),
      ),
    ),
  ];
}

function barres(
  g: Graphique,
  series: Donnees['barres'],
  p: { y: (v: number) => number; pas: number; gauche: number; zero: number },
): SVGElement[] {
  if (series.length === 0) return [];
  const recouvrement = g.disposition === 'decalees' ? RECOUVREMENT : 0;
  const largeur = (p.pas * PLEIN) / (1 + (series.length - 1) * (1 - recouvrement));
  return series.flatMap((valeurs, s) =>
    valeurs.flatMap((v, i) => {
      if (v === null) return [];
      const debut = p.gauche + p.pas * (i + (1 - PLEIN) / 2) + s * largeur * (1 - recouvrement);
      const [haut, bas] = [Math.min(p.y(v), p.zero), Math.max(p.y(v), p.zero)];
      if (v === 0 && g.zeros)
        return svg(
          'text',
          { x: pairs(debut + largeur / 2), y: bas - 2, 'text-anchor': 'middle' },
          '0',
        );
      return svg('rect', {
        x: pairs(debut),
        y: haut,
        width: pairs(largeur),
        height: pairs(bas - haut),
        fill: couleur(g.barres[s]?.couleur ?? PALETTE.accent),
      });
    }),
  );
}

/** Une courbe, coupée là où il n'y a rien à tracer ; une valeur seule est un point. */
function ligne(
  s: SerieGraphique,
  valeurs: readonly (number | null)[],
  x: (rang: number) => number,
  y: (v: number) => number,
): SVGElement[] {
  const chemin = valeurs
    .map((v, i) =>
      v === null ? '' : `${(valeurs[i - 1] ?? null) === null ? 'M' : 'L'}${x(i)} ${y(v)}`,
    )
    .join('');
  const vide = (i: number): boolean => (valeurs[i] ?? null) === null;
  const points = valeurs.flatMap((v, i) =>
    v !== null && vide(i - 1) && vide(i + 1)
      ? [svg('circle', { cx: x(i), cy: y(v), r: 2.5, fill: couleur(s.couleur) })]
      : [],
  );
  return [
    svg('path', {
      d: chemin,
      fill: 'none',
      stroke: couleur(s.couleur),
      'stroke-width': (s.epaisseur ?? 1.5) * 1.2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'stroke-dasharray': TIRETS[s.trait ?? 'plein'],
    }),
    ...points,
  ];
}

function legende(g: Graphique, cadre: Cadre, hauteur: number): SVGElement[] {
  let debut = cadre.gauche;
  const bas = hauteur - 8;
  return [...g.barres, ...g.lignes].flatMap((s, i) => {
    const place = debut;
    debut += s.nom.length * 5.4 + 34;
    const signe =
      i < g.barres.length
        ? svg('rect', { x: place, y: bas - 8, width: 9, height: 9, fill: couleur(s.couleur) })
        : svg('path', {
            d: `M${place} ${bas - 3.5}h16`,
            stroke: couleur(s.couleur),
            'stroke-width': 2,
            'stroke-dasharray': TIRETS[s.trait ?? 'plein'],
          });
    const decalage = i < g.barres.length ? 14 : 20;
    return [signe, svg('text', { x: place + decalage, y: bas }, s.nom)];
  });
}
