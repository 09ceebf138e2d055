/** `« A », « B » et 12 autres` : une liste assez courte pour une phrase. */
export function formatListe(noms: readonly string[]): string {
  const vus = noms.slice(0, 30).map((nom) => `« ${nom} »`);
  const reste = noms.length - vus.length;
  return vus.join(', ') + (reste > 0 ? ` et ${reste} autres` : '');
}
