/** Ce que pèse un texte JSON en UTF-8 (au plus) : Apps Script n'a pas de TextEncoder. */
export function octetsDuJson(json: string): number {
  let total = json.length;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    // Chaque moitié d'une paire compte trois octets : la paire en compte six, pour quatre.
    if (code >= 0x800) total += 2;
    else if (code >= 0x80) total += 1;
  }
  return total;
}
