import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chargerIllustrateur } from '../../../cli/outbox/graphiques/illustrer';
import { svgCa } from '../../../cli/outbox/graphiques/svg-ca';
import { svgTaux } from '../../../cli/outbox/graphiques/svg-taux';
import { ajouterMois } from '../../../src/commun/date-civile';
import type { Bilan } from '../../../src/tableau-de-bord/bilan/bilan';
import type { SeriesBilan } from '../../../src/tableau-de-bord/bilan/series';
import { mois } from '../../support/valeurs';

const MOIS = Array.from({ length: 12 }, (_, i) => ajouterMois(mois('2025-03'), i));
const douze = (v: (i: number) => number | null) => MOIS.map((_, i) => v(i));

function series(valeurs: Partial<SeriesBilan> = {}): SeriesBilan {
  return {
    mois: MOIS,
    caSigne: douze((i) => (i * 7_919_000) % 30_000_000),
    objectif: douze(() => 9_000_000),
    anPrecedent: douze((i) => (i < 6 ? null : i * 1_000_000)),
    taux: [1, 2, 3].map((k) => ({
      libelle: `Taux ${k}`,
      valeurs: douze((i) => (i === 4 ? null : ((i * k * 37) % 100) / 100)),
      n: MOIS.map((_, i) => i * 3),
    })),
    ...valeurs,
  };
}
const VIDE = {
  caSigne: douze(() => 0),
  objectif: douze(() => null),
  anPrecedent: douze(() => null),
};
const illustrer = await chargerIllustrateur();
const dessiner = (valeurs: Partial<SeriesBilan> = {}) =>
  illustrer({ series: series(valeurs) } as Bilan);

/** Dimensions, nombre de couleurs et pixels d'un PNG à palette. */
function lirePng(base64: string | undefined) {
  const octets = Buffer.from(base64 ?? '', 'base64');
  const troncons = new Map<string, Buffer>();
  for (let i = 8; i < octets.length;) {
    const taille = octets.readUInt32BE(i);
    troncons.set(octets.toString('latin1', i + 4, i + 8), octets.subarray(i + 8, i + 8 + taille));
    i += 12 + taille;
  }
  const entete = troncons.get('IHDR') ?? Buffer.alloc(13);
  return {
    poids: octets.length,
    largeur: entete.readUInt32BE(0),
    hauteur: entete.readUInt32BE(4),
    couleurs: (troncons.get('PLTE')?.length ?? 0) / 3,
    indices: unzlibSync(troncons.get('IDAT') ?? new Uint8Array()),
  };
}

describe('les graphiques du bilan', () => {
  it('sont des PNG nets, de moins de 40 Ko, les mêmes à chaque fois', () => {
    const premier = dessiner();
    expect(dessiner()).toEqual(premier);
    for (const image of [premier.ca, premier.taux]) {
      const png = lirePng(image);
      expect(png).toMatchObject({ largeur: 1104, hauteur: 648 });
      expect(png.poids).toBeLessThan(40_000);
      expect(png.couleurs).toBeGreaterThan(10);
      expect(png.couleurs).toBeLessThanOrEqual(256);
      expect(png.indices).toHaveLength(1105 * 648);
    }
  });

  it('écrivent leurs mots : sans la police, l’image serait autre', () => {
    const sansTexte = (png: ReturnType<typeof lirePng>) =>
      png.indices.filter((v) => v !== png.indices[1]).length;
    const vide = lirePng(dessiner({ ...VIDE, caSigne: douze((i) => (i === 0 ? 1 : 0)) }).ca);
    // Un axe, douze mois et des graduations : bien plus que les seuls traits.
    expect(sansTexte(vide)).toBeGreaterThan(10_000);
  });

  it('sans rien à montrer, il n’y en a pas', () => {
    const taux = [{ libelle: 'Taux', valeurs: douze(() => null), n: MOIS.map(() => 0) }];
    expect(dessiner({ ...VIDE, taux })).toEqual({});
  });

  it('un mois sans cas rompt la courbe ; un point de moins de dix cas est creux', () => {
    const svg = svgTaux(series());
    const [chemin] = Array.from(
      svg.matchAll(/<path d="(M[^"Z]*)" fill="none" stroke="#1F4E79"/g),
      (m) => m[1],
    );
    expect(chemin?.match(/M/g)).toHaveLength(2);
    expect(svg.match(/<circle[^>]*fill="#FFFFFF"/g)).toHaveLength(4);
  });

  it('l’axe part de zéro, sur des valeurs rondes ; la clé ne montre que ce qui y est', () => {
    const svg = svgCa(series());
    expect(Array.from(svg.matchAll(/>([\d,]+)(?:\u00a0k€)?<\/text>/g), (m) => m[1])).toContain('0');
    expect(svg).toContain('>300\u00a0k€<');
    expect(svg).toContain('un an avant');
    expect(svgCa(series({ anPrecedent: douze(() => null) }))).not.toContain('un an avant');
  });

  it('des valeurs minuscules, immenses ou négatives restent dans le cadre', () => {
    for (const v of [1, 10 ** 13, -500]) {
      const svg = svgCa(series({ caSigne: douze(() => v), objectif: douze(() => v) }));
      const hauteurs = Array.from(svg.matchAll(/ y="(-?[\d.]+)"/g), (m) => Number(m[1]));
      expect(Math.min(...hauteurs)).toBeGreaterThanOrEqual(0);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });
});
