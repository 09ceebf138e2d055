/**
 * Une formule telle que le classeur la déclare (arguments séparés par des virgules, comme dans un
 * `.xlsx`), telle que Sheets la lit en français : des points-virgules. Les textes et les noms d'onglets
 * entre apostrophes gardent leurs virgules.
 */
export function formuleSheets(formule: string): string {
  const morceaux =
    formule.replace(/^=/, '').match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+|["']/g) ?? [];
  return `=${morceaux.map((m) => (/^["']/.test(m) ? m : m.replace(/,/g, ';'))).join('')}`;
}
