import type { DateCivile } from '../commun/date-civile';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';

/** Masques de numérotation : `DEV-{AAAA}-{N:4}`, rempli à la date et pour la personne du tirage. */

const JETONS = ['AAAA', 'AA', 'MM', 'JJ', 'INITIALES', 'CLIENT'] as const;
type Jeton = (typeof JETONS)[number];
export type Morceau = { readonly texte: string } | { readonly jeton: Jeton };

export interface Masque {
  readonly avant: readonly Morceau[];
  readonly apres: readonly Morceau[];
  /** Nombre de chiffres du compteur. */
  readonly largeur: number;
}

/** De quoi remplir un masque. */
export interface Valeurs {
  readonly date: DateCivile;
  readonly initiales: string | null;
  readonly client: string | null;
}

/** Une série : le masque rempli, sans son compteur. Chaque série compte à part. */
export interface Serie {
  readonly nom: string;
  readonly prefixe: string;
  readonly suffixe: string;
  readonly largeur: number;
  /** Lit le compteur d'un numéro de la série, casse à part ; `null` s'il est d'une autre. */
  readonly compteurDe: (numero: string) => number | null;
}

const CAUSES = {
  SANS_COMPTEUR: 'le compteur {N:4} manque',
  COMPTEURS: 'il y a plus d’un compteur {N:…}',
  LARGEUR: 'la largeur du compteur va de 1 à 9, par exemple {N:4}',
  JETON: 'un mot entre accolades est inconnu',
  ACCOLADE: 'une accolade n’est pas fermée ou pas ouverte',
  RESERVE:
    '« PROV- » au début et « -V2 » à la fin sont réservés aux références provisoires et aux versions',
} as const;

/** Lit un masque ; tous ses défauts sont dans le problème rendu. */
export function parseMasque(
  texte: string,
  reglage: string,
): { masque: Masque } | { masque: null; problemes: Probleme[] } {
  const causes = new Set<string>();
  let courante: Morceau[] = [];
  const parties = [courante];
  let largeur = 0;
  for (const [morceau] of texte.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    const contenu = /^\{([^{}]*)\}$/.exec(morceau)?.[1];
    if (contenu === undefined) {
      if (/[{}]/.test(morceau)) causes.add(CAUSES.ACCOLADE);
      courante.push({ texte: morceau });
      continue;
    }
    const nom = contenu.trim().toUpperCase();
    const compteur = /^N(?::(\d+))?$/.exec(nom);
    if (compteur) {
      largeur = Number(compteur[1] ?? 0);
      if (largeur < 1 || largeur > 9) causes.add(CAUSES.LARGEUR);
      courante = [];
      parties.push(courante);
    } else {
      const jeton = JETONS.find((j) => j === nom);
      if (jeton) courante.push({ jeton });
      else causes.add(CAUSES.JETON);
    }
  }
  if (parties.length < 2) causes.add(CAUSES.SANS_COMPTEUR);
  if (parties.length > 2) causes.add(CAUSES.COMPTEURS);
  if (/^\s*PROV-/i.test(texte) || /-V(\d+|\{N(:\d+)?\})\s*$/i.test(texte))
    causes.add(CAUSES.RESERVE);
  if (causes.size > 0) {
    const liste = [...causes];
    return {
      masque: null,
      problemes: [probleme('MASQUE_INVALIDE', { reglage, texte, causes: liste })],
    };
  }
  return { masque: { avant: parties[0] ?? [], apres: parties[1] ?? [], largeur } };
}

function remplir(morceaux: readonly Morceau[], v: Valeurs, avecDates: boolean): string {
  return morceaux
    .map((m) => {
      if ('texte' in m) return m.texte;
      if (m.jeton === 'INITIALES') return v.initiales ?? '';
      if (m.jeton === 'CLIENT') return codeClient(v.client);
      return avecDates ? partieDate(m.jeton, v.date) : `{${m.jeton}}`;
    })
    .join('');
}

function partieDate(jeton: 'AAAA' | 'AA' | 'MM' | 'JJ', date: DateCivile): string {
  if (jeton === 'AAAA') return date.slice(0, 4);
  if (jeton === 'AA') return date.slice(2, 4);
  return jeton === 'MM' ? date.slice(5, 7) : date.slice(8, 10);
}

/** Huit lettres ou chiffres au plus du nom du client, en capitales sans accent. */
function codeClient(client: string | null): string {
  return normaliser(client ?? '')
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 8);
}

/**
 * La série d'un masque rempli. Seules les dates placées **avant** le compteur le font repartir :
 * celles qui le suivent ne distinguent pas les séries (`{N:4}/{AA}` compte sans fin).
 */
export function serieDe(masque: Masque, v: Valeurs): Serie {
  const prefixe = remplir(masque.avant, v, true);
  const suffixe = remplir(masque.apres, v, true);
  const motif = new RegExp(
    `^${echapper(prefixe)}(\\d{1,${masque.largeur}})${motifSuffixe(masque.apres, v)}$`,
    'i',
  );
  return {
    nom: prefixe + remplir(masque.apres, v, false),
    prefixe,
    suffixe,
    largeur: masque.largeur,
    compteurDe: (numero) => {
      const m = motif.exec(numero.trim());
      return m ? Number(m[1]) : null;
    },
  };
}

function motifSuffixe(apres: readonly Morceau[], v: Valeurs): string {
  return apres
    .map((m) => {
      if ('jeton' in m && m.jeton !== 'INITIALES' && m.jeton !== 'CLIENT') {
        return `\\d{${m.jeton.length}}`;
      }
      return echapper(remplir([m], v, true));
    })
    .join('');
}

export function echapper(texte: string): string {
  return texte.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Ce qui manque pour remplir le masque : des initiales, un client. */
export function jetonsManquants(masque: Masque, v: Valeurs): ('INITIALES' | 'CLIENT')[] {
  const voulus = new Set(
    [...masque.avant, ...masque.apres].map((m) => ('jeton' in m ? m.jeton : '')),
  );
  const manquants: ('INITIALES' | 'CLIENT')[] = [];
  if (voulus.has('INITIALES') && !v.initiales) manquants.push('INITIALES');
  if (voulus.has('CLIENT') && codeClient(v.client) === '') manquants.push('CLIENT');
  return manquants;
}
