/** `« A », « B » et 12 autres` : une liste assez courte pour une phrase. */
export function formatListe(noms: readonly string[]): string {
  const vus = noms.slice(0, 30).map((nom) => `« ${nom} »`);
  const reste = noms.length - vus.length;
  return vus.join(', ') + (reste > 0 ? ` et ${reste} autres` : '');
}

/** `« A », « B » et « C »` : une liste courte, toute dite. */
export function enumerer(noms: readonly string[]): string {
  const cites = noms.map((nom) => `« ${nom} »`);
  return cites.length < 2
    ? cites.join('')
    : `${cites.slice(0, -1).join(', ')} et ${cites[cites.length - 1]}`;
}
