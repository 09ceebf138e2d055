import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Illustrer } from '../../../src/tableau-de-bord/bilan/images-bilan';
import type { SeriesBilan } from '../../../src/tableau-de-bord/bilan/series';
import { POLICE } from './cadre';
import { enPngIndexe } from './png';
import { svgCa } from './svg-ca';
import { svgTaux } from './svg-taux';

/** Le double de ce que le message en montre : nette sur tout écran. */
const PIXELS = 1104;

const MOTEUR = '@resvg/resvg-wasm/index_bg.wasm';
const POLICES = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
] as const;

/** La commande construite porte ces fichiers à côté d'elle ; depuis les sources, ils sont installés. */
async function ressource(nom: string): Promise<Uint8Array> {
  const porte = new URL(`../ressources/${nom.slice(nom.lastIndexOf('/') + 1)}`, import.meta.url);
  try {
    return await readFile(porte);
  } catch {
    return readFile(createRequire(import.meta.url).resolve(nom));
  }
}

let pret: Promise<readonly Uint8Array[]> | null = null;

async function preparer(): Promise<readonly Uint8Array[]> {
  await initWasm(await ressource(MOTEUR));
  return Promise.all(POLICES.map(ressource));
}

/** Prépare le dessin des graphiques en PNG, sans navigateur ; les mêmes chiffres, les mêmes octets. */
export async function chargerIllustrateur(): Promise<Illustrer> {
  const polices = await (pret ??= preparer());
  const enPng = (svg: string): string => {
    const moteur = new Resvg(svg, {
      fitTo: { mode: 'width', value: PIXELS },
      font: { fontBuffers: [...polices], defaultFontFamily: POLICE },
    });
    const image = moteur.render();
    const png = enPngIndexe(image.pixels, image.width, image.height);
    image.free();
    moteur.free();
    return Buffer.from(png).toString('base64');
  };
  return ({ series }) => ({
    ...(aDuCa(series) ? { ca: enPng(svgCa(series)) } : {}),
    ...(aDesTaux(series) ? { taux: enPng(svgTaux(series)) } : {}),
  });
}

/** Un graphique vide ne dit rien : on ne le trace pas. */
function aDuCa({ caSigne, objectif, anPrecedent }: SeriesBilan): boolean {
  return [...caSigne, ...objectif, ...anPrecedent].some((v) => v !== null && v > 0);
}

function aDesTaux({ taux }: SeriesBilan): boolean {
  return taux.some(({ valeurs }) => valeurs.some((v) => v !== null));
}
