/** Textes et noms d'onglets passent tels quels ; nombres et signes dépendent de la langue. */
const TEXTES = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const ANGLAIS = new RegExp(String.raw`${TEXTES}|(?<![\w.$])\d*\.\d+|[,;{}]`, 'g');
const FRANCAIS = new RegExp(String.raw`${TEXTES}|(?<![\w.$])\d*,\d+|[;\\{}]`, 'g');

/** Réécrit chaque jeton, en sachant s'il est dans une matrice `{…}`. */
function traduire(
  formule: string,
  jetons: RegExp,
  jeton: (texte: string, enMatrice: boolean) => string,
): string {
  let profondeur = 0;
  return formule.replace(jetons, (texte) => {
    if (/^["']/.test(texte)) return texte;
    if (texte === '{') profondeur += 1;
    else if (texte === '}') profondeur -= 1;
    return jeton(texte, profondeur > 0);
  });
}

/**
 * Une formule de fichier, à l'anglaise (`ROUND(A1*1.2,2)`), telle que Sheets la lit dans un classeur
 * français : `ROUND(A1*1,2;2)`.
 */
export const versSheets = (formule: string): string =>
  traduire(formule, ANGLAIS, (texte, enMatrice) => {
    if (texte === ',') return enMatrice ? '\\' : ';';
    return texte.replace('.', ',');
  });

/** L'inverse : une formule de Sheets en français, telle qu'un fichier la garde. */
export const versFichier = (formule: string): string =>
  traduire(formule, FRANCAIS, (texte, enMatrice) => {
    if (texte === ';') return enMatrice ? ';' : ',';
    return texte === '\\' ? ',' : texte.replace(',', '.');
  });
