/** Un texte, un nom d'onglet, ou une cellule : sa colonne, puis sa ligne. */
const MORCEAUX =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})\$?(\d+)(?![\p{L}\p{N}_.(!])/gu;
/** Tient la place d'une ligne dans un moule : aucune formule ne contient ce caractère. */
const PLACE = '\u0000';

/** Une formule et les lignes qu'elle cite, mises à part. */
interface Moule {
  readonly forme: string;
  readonly lignes: readonly number[];
}

function moule(formule: string): Moule {
  const lignes: number[] = [];
  const forme = formule.replace(MORCEAUX, (tout: string, colonne?: string, ligne?: string) => {
    if (colonne === undefined) return tout;
    lignes.push(Number(ligne));
    return `${colonne}${PLACE}`;
  });
  return { forme, lignes };
}

/**
 * Des formules l'une sous l'autre dont la première, recopiée vers le bas, donnerait toutes les autres :
 * chaque ligne citée est la même partout, ou descend avec elles.
 */
export interface Recopie {
  /** Le rang de la première, et combien elles sont. */
  readonly rang: number;
  readonly combien: number;
  /** La première, ses références qui descendent devenues relatives. */
  readonly formule: string;
}

/** Découpe une colonne de formules voisines en recopies, de haut en bas. */
export function recopies(formules: readonly string[]): Recopie[] {
  const moules = formules.map(moule);
  const trouvees: Recopie[] = [];
  let rang = 0;
  for (const [i, premier] of moules.entries()) {
    if (i < rang) continue;
    const descend = premier.lignes.map((l, k) => moules[i + 1]?.lignes[k] === l + 1);
    const suit = (autre: Moule | undefined, n: number): boolean =>
      autre?.forme === premier.forme &&
      premier.lignes.every((l, k) => autre.lignes[k] === (descend[k] ? l + n : l));
    let combien = 1;
    while (suit(moules[i + combien], combien)) combien += 1;
    const formule = combien > 1 ? enRelatif(premier, descend) : (formules[i] ?? '');
    trouvees.push({ rang: i, combien, formule });
    rang = i + combien;
  }
  return trouvees;
}

function enRelatif({ forme, lignes }: Moule, descend: readonly boolean[]): string {
  return forme
    .split(PLACE)
    .map((morceau, i) =>
      i === 0 ? morceau : `${descend[i - 1] ? '' : '$'}${lignes[i - 1]}${morceau}`,
    )
    .join('');
}
