/** Écrit une ligne de CSV : guillemets s'il le faut, fin de ligne CRLF. */
export function ligneCsv(cellules: readonly string[], separateur: string): string {
  return `${cellules.map((c) => champCsv(c, separateur)).join(separateur)}\r\n`;
}

function champCsv(texte: string, separateur: string): string {
  const aCiter = texte.includes(separateur) || /["\r\n]|^\s|\s$/.test(texte);
  return aCiter ? `"${texte.replace(/"/g, '""')}"` : texte;
}
