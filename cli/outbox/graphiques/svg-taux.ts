import { COULEURS as C } from '../../../src/courrier/couleurs';
import { balises, type Html } from '../../../src/courrier/html';
import { formatFigure } from '../../../src/messages/bilan';
import type { SerieTaux, SeriesBilan } from '../../../src/tableau-de-bord/bilan/series';
import { CAS_SUFFISANTS } from '../../../src/tableau-de-bord/indicateur';
import { abscisse, arrondi, axeDesMois, ecrire, svg, trait, type Zone } from './cadre';

const ZONE: Zone = { gauche: 44, droite: 288, haut: 54, bas: 228 };
/** Deux noms au bout de leurs courbes ne se chevauchent pas. */
const ENTRE_NOMS = 34;

/** Couleur, trait et point : chacun suffit à reconnaître une série. */
const ALLURES = [
  { couleur: C.accent, tirets: 'none', point: 'rond' },
  { couleur: C.attention, tirets: '7 4', point: 'carre' },
  { couleur: C.discret, tirets: '2 3', point: 'triangle' },
] as const;
type Allure = (typeof ALLURES)[number];

/** Les trois taux sur douze mois, nommés au bout de leur courbe ; un point creux a moins de dix cas. */
export function svgTaux(s: SeriesBilan): string {
  const series = s.taux.flatMap((serie, i) => {
    const allure = ALLURES[i];
    return allure ? [{ serie, allure }] : [];
  });
  return svg('Taux de transformation sur douze mois', [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((v) => [
      trait(ZONE.gauche, y(v), ZONE.droite, y(v), `stroke:${C.filet};stroke-width:1`),
      ecrire(formatFigure(v, 'taux'), { x: ZONE.gauche - 6, y: y(v) + 4, ancre: 'end' }),
    ]),
    ...series.flatMap(({ serie, allure }) => courbe(serie, allure)),
    ...noms(series),
    axeDesMois(ZONE, s.mois, 2),
    ecrire(`Point creux : moins de ${CAS_SUFFISANTS} cas`, { x: 0, y: 36, taille: 12 }),
  ]);
}

const y = (v: number): number => arrondi(ZONE.bas - v * (ZONE.bas - ZONE.haut));

function courbe({ valeurs, n }: SerieTaux, allure: Allure): Html[] {
  const points = valeurs.flatMap((v, i) =>
    v === null ? [] : [{ i, x: abscisse(ZONE, i, valeurs.length), y: y(v), n: n[i] ?? 0 }],
  );
  // Un mois sans cas rompt la courbe : rien ne relie ce qu'on ne connaît pas.
  const chemin = points
    .map((p, k) => `${points[k - 1]?.i === p.i - 1 ? 'L' : 'M'}${p.x} ${p.y}`)
    .join('');
  const { couleur, tirets } = allure;
  return [
    balises`<path d="${chemin}" fill="none" stroke="${couleur}" stroke-width="2" stroke-dasharray="${tirets}"/>`,
    ...points.map((p) => point(p.x, p.y, p.n >= CAS_SUFFISANTS ? couleur : C.blanc, allure)),
  ];
}

function point(x: number, y: number, fond: string, { couleur, point: forme }: Allure): Html {
  const trace = balises`fill="${fond}" stroke="${couleur}" stroke-width="1.6"`;
  if (forme === 'rond') return balises`<circle cx="${x}" cy="${y}" r="3.6" ${trace}/>`;
  if (forme === 'carre')
    return balises`<rect x="${arrondi(x - 3.3)}" y="${arrondi(y - 3.3)}" width="6.6" height="6.6" ${trace}/>`;
  return balises`<path d="M${x} ${arrondi(y - 4.4)}L${arrondi(x + 4.2)} ${arrondi(y + 3.2)}L${arrondi(x - 4.2)} ${arrondi(y + 3.2)}Z" ${trace}/>`;
}

/** Au bout de chaque courbe, sa valeur puis son nom ; sans valeur récente, « – ». */
function noms(series: readonly { serie: SerieTaux; allure: Allure }[]): Html[] {
  const places = series
    .map(({ serie, allure }) => {
      const valeur = serie.valeurs[serie.valeurs.length - 1] ?? null;
      return { serie, allure, valeur, y: valeur === null ? ZONE.bas : y(valeur) };
    })
    .sort((a, b) => a.y - b.y);
  let mini = ZONE.haut + 4;
  const maxi = (rang: number): number => ZONE.bas - (places.length - 1 - rang) * ENTRE_NOMS - 8;
  return places.flatMap((p, rang) => {
    const la = Math.min(Math.max(p.y, mini), maxi(rang));
    mini = la + ENTRE_NOMS;
    const x = ZONE.droite + 22;
    return [
      point(ZONE.droite + 12, la, p.allure.couleur, p.allure),
      ecrire(formatFigure(p.valeur, 'taux'), {
        x,
        y: la + 5,
        taille: 15,
        couleur: p.allure.couleur,
        gras: true,
      }),
      ecrire(p.serie.libelle, { x: ZONE.droite + 7, y: la + 20, taille: 12 }),
    ];
  });
}
