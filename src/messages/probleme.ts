import { CATALOGUE } from './catalogue';

/** Un problème est une donnée : un code et ses arguments. Sa phrase vient du catalogue. */
export type CodeProbleme = keyof typeof CATALOGUE;
type Arguments<C extends CodeProbleme> = Parameters<(typeof CATALOGUE)[C]>[0];

export interface Probleme<C extends CodeProbleme = CodeProbleme> {
  readonly code: C;
  readonly args: Arguments<C>;
}

export function probleme<C extends CodeProbleme>(code: C, args: Arguments<C>): Probleme<C> {
  return { code, args };
}

/** La phrase française d'un problème : où, la valeur, ce qui ne va pas, que faire. */
export function messageDe(p: Probleme): string {
  const phrase = CATALOGUE[p.code] as (args: unknown) => string;
  const entiere = phrase(p.args);
  return entiere.length > PHRASE_MAX ? phrase(abreger(p.args)) : entiere;
}

/** Caractères d'une phrase que l'on lit ; au-delà, une cellule de 5 000 caractères y est citée. */
const PHRASE_MAX = 1_000;
const CITATION_MAX = 100;
/** Une liste plus longue n'est jamais citée en entier ; la copier pour chaque ligne coûterait son carré. */
const LISTE_MAX = 100;

function abreger(valeur: unknown): unknown {
  if (typeof valeur === 'string')
    return valeur.length > CITATION_MAX ? `${valeur.slice(0, CITATION_MAX)}…` : valeur;
  if (Array.isArray(valeur)) return valeur.length > LISTE_MAX ? valeur : valeur.map(abreger);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, abreger(v)]));
}

/** Le problème porte ce code : ses arguments sont connus. */
export function estDeCode<C extends CodeProbleme>(p: Probleme, code: C): p is Probleme<C> {
  return p.code === code;
}
