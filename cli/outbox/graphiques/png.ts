import { zlibSync } from 'fflate';

/**
 * Un PNG à palette (256 couleurs au plus), deux à trois fois plus léger que le PNG en couleurs
 * vraies d'un graphique à aplats. `rgba` est opaque.
 */
export function enPngIndexe(rgba: Uint8Array, largeur: number, hauteur: number): Uint8Array {
  const { palette, indices } = reduire(rgba);
  const lignes = new Uint8Array((largeur + 1) * hauteur);
  for (let y = 0; y < hauteur; y++) {
    lignes.set(indices.subarray(y * largeur, (y + 1) * largeur), y * (largeur + 1) + 1);
  }
  const entete = new Uint8Array(13);
  const vue = new DataView(entete.buffer);
  vue.setUint32(0, largeur);
  vue.setUint32(4, hauteur);
  entete.set([8, 3, 0, 0, 0], 8);
  return joindre([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    troncon('IHDR', entete),
    troncon('PLTE', Uint8Array.from(palette)),
    troncon('IDAT', zlibSync(lignes, { level: 9 })),
    troncon('IEND', new Uint8Array(0)),
  ]);
}

/** Arrondit les teintes, de plus en plus, jusqu'à ce qu'il en reste 256 au plus. */
function reduire(rgba: Uint8Array): { palette: number[]; indices: Uint8Array } {
  for (let perdus = 3; ; perdus++) {
    const reduit = indexer(rgba, perdus);
    if (reduit) return reduit;
  }
}

/** `perdus` : bits de chaque teinte que l'on néglige ; `null` si la palette déborde. */
function indexer(rgba: Uint8Array, perdus: number) {
  const garde = 8 - perdus;
  const maxi = (1 << garde) - 1;
  const moitie = 1 << (perdus - 1);
  const arrondir = (v: number): number => Math.min(maxi, (v + moitie) >> perdus);
  const rangs = new Int16Array(1 << (3 * garde)).fill(-1);
  const palette: number[] = [];
  const indices = new Uint8Array(rgba.length / 4);
  for (let i = 0, p = 0; i < indices.length; i++, p += 4) {
    const r = arrondir(rgba[p] ?? 0);
    const v = arrondir(rgba[p + 1] ?? 0);
    const b = arrondir(rgba[p + 2] ?? 0);
    const cle = (r << (2 * garde)) | (v << garde) | b;
    let rang = rangs[cle] ?? -1;
    if (rang < 0) {
      rang = palette.length / 3;
      if (rang === 256) return null;
      rangs[cle] = rang;
      for (const teinte of [r, v, b]) palette.push(Math.round((teinte * 255) / maxi));
    }
    indices[i] = rang;
  }
  return { palette, indices };
}

function troncon(type: string, donnees: Uint8Array): Uint8Array {
  const morceau = new Uint8Array(12 + donnees.length);
  const vue = new DataView(morceau.buffer);
  vue.setUint32(0, donnees.length);
  for (let i = 0; i < 4; i++) morceau[4 + i] = type.charCodeAt(i);
  morceau.set(donnees, 8);
  vue.setUint32(8 + donnees.length, crc(morceau.subarray(4, 8 + donnees.length)));
  return morceau;
}

function crc(octets: Uint8Array): number {
  let c = 0xffffffff;
  for (const octet of octets) {
    c ^= octet;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}

function joindre(morceaux: readonly Uint8Array[]): Uint8Array {
  const tout = new Uint8Array(morceaux.reduce((n, m) => n + m.length, 0));
  let la = 0;
  for (const m of morceaux) {
    tout.set(m, la);
    la += m.length;
  }
  return tout;
}
