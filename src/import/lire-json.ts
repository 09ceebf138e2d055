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
    Array.isArray(valeur) && (valeur.length === 0 || valeur.some(estObjet))
      ? [[nom, valeur as unknown[]] as const]
      : [],
  );
  const pleins = tableaux.filter(([, objets]) => objets.length > 0);
  return Object.fromEntries(pleins.length > 0 ? pleins : tableaux);
}

const estObjet = (valeur: unknown): boolean =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

function tableau(objets: readonly unknown[]): Lu {
  return enLignes(objets.map((objet, rang) => ({ ligne: rang + 1, objet })));
}

/** Un élément d'un JSON, une ligne d'un NDJSON ; sans objet, ce qui empêche de le lire. */
interface Element {
  readonly ligne: number;
  readonly objet?: unknown;
  /** Son texte, s'il n'est pas du JSON. */
  readonly texte?: string;
  readonly raison?: string;
}

/** Un objet par ligne. */
export function lireNdjson(texte: string): Lu {
  const elements: Element[] = [];
  for (const [rang, brut] of texte.split(/\r?\n/).entries()) {
    if (brut.trim() === '') continue;
    const analyse = analyserJson(brut);
    const ligne = rang + 1;
    if ('valeur' in analyse) elements.push({ ligne, objet: analyse.valeur });
    else elements.push({ ligne, texte: brut.trim(), raison: analyse.raison });
  }
  return enLignes(elements);
}

/** Un élément qui ne se lit pas est une ligne à rejeter ; s'ils le sont tous, le fichier n'est pas une liste. */
function enLignes(elements: readonly Element[]): Lu {
  const cles = new Map<string, number>();
  const lignes: LigneSource[] = [];
  let lisibles = 0;
  for (const { ligne, objet, texte, raison } of elements) {
    const lu = raison === undefined ? OBJET.safeParse(objet) : null;
    if (!lu?.success) {
      const cellules = [texte ?? JSON.stringify(objet)];
      lignes.push({ ligne, cellules, defaut: raison ?? defautDe(lu?.error) });
      continue;
    }
    lisibles++;
    const cellules: CelluleBrute[] = [];
    for (const [cle, valeur] of Object.entries(lu.data)) {
      if (!cles.has(cle)) cles.set(cle, cles.size);
      cellules[cles.get(cle) ?? 0] = valeur;
    }
    lignes.push({ ligne, cellules });
  }
  if (elements.length === 0) return { lignes: [] };
  const [premiere] = lignes;
  if (lisibles === 0)
    return { defaut: { ligne: premiere?.ligne ?? null, raison: premiere?.defaut ?? '' } };
  // Toutes de la largeur de l'en-tête : une clé absente est une cellule vide.
  const pleines = lignes.map(({ ligne, defaut, cellules: lues }): LigneSource => {
    const cellules = Array.from({ length: cles.size }, (_, i) => lues[i] ?? null);
    return defaut === undefined ? { ligne, cellules } : { ligne, defaut, cellules };
  });
  return { lignes: [{ ligne: 0, cellules: [...cles.keys()] }, ...pleines] };
}

function defautDe(erreur: z.core.$ZodError | undefined): string {
  const [cle] = erreur?.issues[0]?.path ?? [];
  return cle === undefined
    ? 'ce n’est pas un objet'
    : `« ${String(cle)} » contient un objet ou un tableau`;
}
