import { formatNombre } from './formats';

/** `« A », « B » et 12 autres` : une liste assez courte pour une phrase. */
export function formatListe(noms: readonly string[], dits = 30): string {
  const vus = noms.slice(0, dits).map((nom) => `« ${nom} »`);
  return vus.join(', ') + etAutres(noms.length, dits);
}

/** ` et 12 autres` : ce qu'une phrase ne cite pas ; rien, si elle a tout cité. */
export const etAutres = (total: number, dits: number): string =>
  total > dits
    ? ` et ${formatNombre(total - dits, 0)} ${total - dits > 1 ? 'autres' : 'autre'}`
    : '';

/** Le début d'un texte trop long pour une phrase. */
export const couper = (texte: string): string =>
  texte.length > 40 ? `${texte.slice(0, 40)}…` : texte;

/** `« A », « B » et « C »` : une liste courte, toute dite. */
export function enumerer(noms: readonly string[]): string {
  const cites = noms.map((nom) => `« ${nom} »`);
  return cites.length < 2
    ? cites.join('')
    : `${cites.slice(0, -1).join(', ')} et ${cites[cites.length - 1]}`;
}
