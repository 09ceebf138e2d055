import * as z from 'zod/mini';
import type { CelluleBrute } from '../classeur/source';
import { normaliser } from '../commun/texte';
import { analyserJson } from './analyser-json';
import type { LigneSource } from './source';

const OBJET = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Un défaut du JSON : la ligne (ou le rang de l'objet), et ce qui ne va pas. */
interface DefautJson {
  readonly ligne: number | null;
  readonly raison: string;
}

type Lu = { readonly lignes: LigneSource[] } | { readonly defaut: DefautJson };

/** Un JSON lu : la propriété d'où vient sa liste (`{ "data": […] }`), s'il en a ; sinon ce qu'il faut choisir. */
type JsonLu =
  | (Lu & { readonly liste: string | null; readonly listes: readonly string[] })
  | { readonly aChoisir: readonly string[] };

/**
 * Un tableau d'objets simples : l'en-tête (ligne 0) est la réunion de leurs clés. Un objet qui contient
 * un seul tableau d'objets, ou un seul de ce nom, se lit comme lui.
 * @param demandee la propriété que la personne a choisie
 * @param noms ceux de la table : « clients », « Clients »
 */
export function lireJson(
  texte: string,
  demandee: string | null = null,
  noms: readonly string[] = [],
): JsonLu {
  const analyse = analyserJson(texte);
  const seul = { liste: null, listes: [] };
  if (!('valeur' in analyse)) {
    const { ligne, raison } = analyse;
    const conseil = estNdjson(texte) ? ' ; un objet par ligne se lit d’un fichier .ndjson' : '';
    return { ...seul, defaut: { ligne, raison: `${raison}${conseil}` } };
  }
  const lu = analyse.valeur;
  if (Array.isArray(lu)) return demandee === null ? { ...seul, ...tableau(lu) } : { aChoisir: [] };
  const listes = listesDe(lu);
  const possibles = Object.keys(listes);
  if (possibles.length === 0)
    return { ...seul, defaut: { ligne: null, raison: 'ce n’est pas un tableau' } };
  const voulus = new Set((demandee === null ? noms : [demandee]).map(normaliser));
  const nommees = possibles.filter((nom) => voulus.has(normaliser(nom)));
  const retenues = demandee === null && possibles.length === 1 ? possibles : nommees;
  const [liste, ...autres] = retenues;
  if (liste === undefined || autres.length > 0) return { aChoisir: possibles };
  return { liste, listes: possibles, ...tableau(listes[liste] ?? []) };
}

function estNdjson(texte: string): boolean {
  const [premiere = ''] = texte.trimStart().split(/\r?\n/);
  const analyse = analyserJson(premiere);
  return 'valeur' in analyse && estObjet(analyse.valeur);
}

/** Les propriétés qui sont des tableaux d'objets ; à défaut, celles qui sont des tableaux vides. */
function listesDe(lu: unknown): Readonly<Record<string, readonly unknown[]>> {
  if (typeof lu !== 'object' || lu === null) return {};
  const tableaux = Object.entries(lu).flatMap(([nom, valeur]: [string, unknown]) =>
    Array.isArray(valeur) && valeur.every(estObjet) ? [[nom, valeur as unknown[]] as const] : [],
  );
  const pleins = tableaux.filter(([, objets]) => objets.length > 0);
  return Object.fromEntries(pleins.length > 0 ? pleins : tableaux);
}

const estObjet = (valeur: unknown): boolean =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

function tableau(objets: readonly unknown[]): Lu {
  return enLignes(objets.map((objet, rang) => ({ ligne: rang + 1, objet })));
}

/** Un objet par ligne. */
export function lireNdjson(texte: string): Lu {
  const objets: { ligne: number; objet: unknown }[] = [];
  for (const [rang, brut] of texte.split(/\r?\n/).entries()) {
    if (brut.trim() === '') continue;
    const analyse = analyserJson(brut);
    if (!('valeur' in analyse)) return { defaut: { ligne: rang + 1, raison: analyse.raison } };
    objets.push({ ligne: rang + 1, objet: analyse.valeur });
  }
  return enLignes(objets);
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
    lignes.push({ ligne, cellules });
  }
  if (objets.length === 0) return { lignes: [] };
  // Toutes de la largeur de l'en-tête : une clé absente est une cellule vide.
  const pleines = lignes.map(({ ligne, cellules }) => ({
    ligne,
    cellules: Array.from({ length: cles.size }, (_, i) => cellules[i] ?? null),
  }));
  return { lignes: [{ ligne: 0, cellules: [...cles.keys()] }, ...pleines] };
}
