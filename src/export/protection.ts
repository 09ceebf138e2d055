/**
 * Un texte de CSV qui commence par `= + - @`, une tabulation ou un retour peut être exécuté par le
 * tableur qui l'ouvre : une apostrophe le précède. L'import l'ôte ; les deux se défont exactement.
 */
export function proteger(texte: string): string {
  return /^'*[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
}

export function deproteger(texte: string): string {
  return /^'+[=+\-@\t\r]/.test(texte) ? texte.slice(1) : texte;
}
