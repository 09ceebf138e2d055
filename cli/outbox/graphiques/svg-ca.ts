import { COULEURS as C } from '../../../src/courrier/couleurs';
import { balises, type Html } from '../../../src/courrier/html';
import { formatEuros } from '../../../src/messages/bilan';
import { formatMois, formatNombre, INSECABLE } from '../../../src/messages/formats';
import type { SeriesBilan } from '../../../src/tableau-de-bord/bilan/series';
import { abscisse, arrondi, axeDesMois, ecrire, LARGEUR, svg, trait, type Zone } from './cadre';

const ZONE: Zone = { gauche: 58, droite: LARGEUR, haut: 58, bas: 228 };
const ANNEE_PASSEE = '#C3C9D1';

/**
 * Douze mois de CA signé : l'année en barres foncées, la précédente en clair derrière, l'objectif
 * d'un trait. Les trois se distinguent sans la couleur. Axe à partir de zéro.
 */
export function svgCa(s: SeriesBilan): string {
  const valeurs = [...s.caSigne, ...s.objectif, ...s.anPrecedent].filter((v) => v !== null);
  const pas = pasRond(Math.max(1, ...valeurs) / 4);
  const haut = pas * Math.ceil(Math.max(1, ...valeurs) / pas);
  const y = (v: number): number =>
    arrondi(ZONE.bas - (Math.max(0, v) / haut) * (ZONE.bas - ZONE.haut));
  const n = s.mois.length;
  const colonne = (ZONE.droite - ZONE.gauche) / n;
  const barre = (v: number | null, i: number, part: number, couleur: string): Html[] => {
    if (v === null || v <= 0) return [];
    const largeur = arrondi(colonne * part);
    const x = arrondi(abscisse(ZONE, i, n) - largeur / 2);
    return [
      balises`<rect x="${x}" y="${y(v)}" width="${largeur}" height="${arrondi(ZONE.bas - y(v))}" fill="${couleur}"/>`,
    ];
  };
  const graduations = Array.from({ length: Math.round(haut / pas) + 1 }, (_, k) => k * pas);
  return svg('CA signé HT sur douze mois', [
    ...graduations.flatMap((v) => [
      trait(ZONE.gauche, y(v), ZONE.droite, y(v), `stroke:${C.filet};stroke-width:1`),
      ecrire(enMilliers(v), { x: ZONE.gauche - 6, y: y(v) + 4, ancre: 'end' }),
    ]),
    ...s.anPrecedent.flatMap((v, i) => barre(v, i, 0.78, ANNEE_PASSEE)),
    ...s.caSigne.flatMap((v, i) => barre(v, i, 0.46, C.accent)),
    ...s.objectif.flatMap((v, i) => (v === null ? [] : objectif(i, n, colonne, y(v)))),
    ...valeurDuMois(s),
    axeDesMois(ZONE, s.mois),
    ...cle(s),
  ]);
}

function objectif(i: number, n: number, colonne: number, y: number): Html[] {
  const x = abscisse(ZONE, i, n);
  const demi = colonne * 0.44;
  const [a, b] = [arrondi(x - demi), arrondi(x + demi)];
  return [
    trait(a, y, b, y, `stroke:${C.blanc};stroke-width:4`),
    trait(a, y, b, y, `stroke:${C.texte};stroke-width:1.8`),
  ];
}

const existe = (valeurs: readonly (number | null)[]): boolean => valeurs.some((v) => v !== null);

const carre = (couleur: string) => (x: number) =>
  balises`<rect x="${x}" y="31" width="12" height="11" fill="${couleur}"/>`;

/** Le chiffre du dernier mois, là où rien ne le gêne. */
function valeurDuMois({ mois, caSigne }: SeriesBilan): Html[] {
  const [dernier, valeur] = [mois[mois.length - 1], caSigne[caSigne.length - 1] ?? null];
  if (dernier === undefined || valeur === null) return [];
  const texte = `${formatMois(dernier)}${INSECABLE}: ${formatEuros(valeur)}`;
  return [ecrire(texte, { x: LARGEUR, y: 41, couleur: C.accent, gras: true, ancre: 'end' })];
}

/** Ce que chaque dessin veut dire ; ce qui manque aux données n'y est pas. */
function cle(s: SeriesBilan): Html[] {
  const entrees = [
    { montre: existe(s.caSigne), dessin: carre(C.accent), nom: 'réalisé', large: 74 },
    { montre: existe(s.anPrecedent), dessin: carre(ANNEE_PASSEE), nom: 'un an avant', large: 94 },
    {
      montre: existe(s.objectif),
      dessin: (x: number) => trait(x, 37, x + 14, 37, `stroke:${C.texte};stroke-width:1.8`),
      nom: 'objectif',
      large: 80,
    },
  ].filter((e) => e.montre);
  let x = 0;
  return entrees.flatMap(({ dessin, nom, large }) => {
    const dessine = [dessin(x), ecrire(nom, { x: x + 18, y: 41 })];
    x += large;
    return dessine;
  });
}

function enMilliers(v: number): string {
  return v === 0 ? '0' : `${formatNombre(v / 100_000, 1)}${INSECABLE}k€`;
}

/** 1, 2, 2,5 ou 5 × une puissance de dix, au moins `n`. */
function pasRond(n: number): number {
  const puissance = 10 ** Math.floor(Math.log10(n));
  const facteur = [1, 2, 2.5, 5, 10].find((f) => f * puissance >= n) ?? 10;
  return facteur * puissance;
}
