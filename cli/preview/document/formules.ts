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

/** `Calculs!$P$2:INDEX(Calculs!$P$1:$P$501,Chiffres!$J$30)` : une colonne, jusqu'à sa dernière ligne qui dit quelque chose. */
const JUSQU_A_LA_DERNIERE =
  /(Calculs!\$([A-Z]+)\$2):INDEX\(Calculs!\$\2\$1:(\$\2\$\d+),Chiffres!\$[A-Z]+\$\d+\)(?!,1\))/g;

/**
 * Une formule telle que la grille sait la calculer : NB.SI et SOMME.SI n'y prennent pas une plage dont le
 * bout se calcule. La colonne entière dit la même chose (plus bas, ses cellules sont vides ou nulles),
 * sauf à une recherche par moitiés.
 */
export const pourLaGrille = (formule: string): string =>
  formule.replace(JUSQU_A_LA_DERNIERE, '$1:$3');
