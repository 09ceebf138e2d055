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
  return (CATALOGUE[p.code] as (args: unknown) => string)(p.args);
}

/** Le problème porte ce code : ses arguments sont connus. */
export function estDeCode<C extends CodeProbleme>(p: Probleme, code: C): p is Probleme<C> {
  return p.code === code;
}
