import * as z from 'zod/mini';
import type { CelluleBrute } from '../classeur/source';
import type { LigneSource } from './source';

const OBJET = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Un défaut du JSON : la ligne (ou le rang de l'objet), et ce qui ne va pas. */
interface DefautJson {
  readonly ligne: number | null;
  readonly raison: string;
}

type Lu = { readonly lignes: LigneSource[] } | { readonly defaut: DefautJson };

/** Un tableau d'objets simples : l'en-tête (ligne 0) est la réunion de leurs clés. */
export function lireJson(texte: string): Lu {
  const lu = analyser(texte);
  if (lu === undefined) return { defaut: { ligne: null, raison: 'ce n’est pas du JSON' } };
  if (!Array.isArray(lu)) return { defaut: { ligne: null, raison: 'ce n’est pas un tableau' } };
  return enLignes(lu.map((objet, rang) => ({ ligne: rang + 1, objet: objet as unknown })));
}

/** Un objet par ligne. */
export function lireNdjson(texte: string): Lu {
  const objets: { ligne: number; objet: unknown }[] = [];
  for (const [rang, brut] of texte.split(/\r?\n/).entries()) {
    if (brut.trim() === '') continue;
    const objet = analyser(brut);
    if (objet === undefined) return { defaut: { ligne: rang + 1, raison: 'ce n’est pas du JSON' } };
    objets.push({ ligne: rang + 1, objet });
  }
  return enLignes(objets);
}

function analyser(texte: string): unknown {
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return undefined;
  }
}

function enLignes(objets: readonly { ligne: number; objet: unknown }[]): Lu {
  const cles = new Map<string, number>();
  const lignes: LigneSource[] = [];
  for (const { ligne, objet } of objets) {
    const lu = OBJET.safeParse(objet);
    if (!lu.success) {
      const [cle] = lu.error.issues[0]?.path ?? [];
      const raison =
        cle === undefined
          ? 'ce n’est pas un objet'
          : `« ${String(cle)} » contient un objet ou un tableau`;
      return { defaut: { ligne, raison } };
    }
    const cellules: CelluleBrute[] = [];
    for (const [cle, valeur] of Object.entries(lu.data)) {
      if (!cles.has(cle)) cles.set(cle, cles.size);
      cellules[cles.get(cle) ?? 0] = valeur;
    }
    lignes.push({ ligne, cellules: Array.from(cellules, (c) => c ?? null) });
  }
  return {
    lignes: objets.length === 0 ? [] : [{ ligne: 0, cellules: [...cles.keys()] }, ...lignes],
  };
}
