import { distance } from 'fastest-levenshtein';
import { normaliser } from '../../src/commun/texte';

/** Une suggestion et la forme sous laquelle on la compare (sans accents ni casse). */
export interface Repere {
  readonly valeur: string;
  readonly forme: string;
}

/** Les suggestions prêtes à être comparées ; vides et doublons ôtés. */
export function preparer(suggestions: readonly string[]): readonly Repere[] {
  return [...new Set(suggestions)]
    .map((valeur) => ({ valeur, forme: normaliser(valeur) }))
    .filter((r) => r.forme !== '');
}

/** 0 : la même ; puis début du nom, début d'un mot, chaque mot commence un mot, dedans ; -1 : rien. */
function rangDe(forme: string, cible: string, mots: readonly string[]): number {
  if (forme === cible) return 0;
  if (forme.startsWith(cible)) return 1;
  const bornee = ` ${forme.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  if (bornee.includes(` ${cible}`)) return 2;
  if (mots.every((mot) => bornee.includes(` ${mot}`))) return 3;
  if (forme.includes(cible)) return 4;
  return mots.every((mot) => forme.includes(mot)) ? 5 : -1;
}

const RANGS = 6;

export interface Rapprochement {
  readonly retenues: readonly string[];
  /** Combien d'autres répondent aussi. */
  readonly autres: number;
  /** Aucune ne répond : celles-ci ne diffèrent que d'une ou deux lettres, c'est peut-être la même. */
  readonly proches: boolean;
}

/**
 * Les suggestions qui répondent à ce qui est tapé, les meilleures d'abord (à égalité, l'ordre reçu) ;
 * à défaut, celles qui lui ressemblent. Rien de tapé : les premières.
 */
export function rapprocher(
  frappe: string,
  reperes: readonly Repere[],
  maximum: number,
): Rapprochement {
  const cible = normaliser(frappe);
  const mots = cible.split(' ');
  const paquets: string[][] = Array.from({ length: RANGS }, () => []);
  let total = 0;
  for (const { valeur, forme } of reperes) {
    const rang = cible === '' ? 0 : rangDe(forme, cible, mots);
    if (rang < 0) continue;
    total++;
    const paquet = paquets[rang];
    if (paquet && paquet.length < maximum) paquet.push(valeur);
  }
  const retenues = paquets.flat().slice(0, maximum);
  if (total > 0) return { retenues, autres: total - retenues.length, proches: false };
  const proches = ressemblantes(cible, reperes).slice(0, maximum);
  return { retenues: proches, autres: 0, proches: proches.length > 0 };
}

/** À une lettre près si le texte est court, à deux sinon ; trop court, tout se ressemble. */
function ressemblantes(cible: string, reperes: readonly Repere[]): string[] {
  const ecart = cible.length < 5 ? 0 : cible.length < 9 ? 1 : 2;
  return reperes
    .filter(({ forme }) => Math.abs(forme.length - cible.length) <= ecart)
    .filter(({ forme }) => distance(forme, cible) <= ecart)
    .map(({ valeur }) => valeur);
}

/** Vrai si la seule réponse est déjà ce qui est tapé : il n'y a plus rien à proposer. */
export function estComplet(frappe: string, retenues: readonly string[]): boolean {
  return retenues.length === 1 && retenues[0] === frappe;
}
