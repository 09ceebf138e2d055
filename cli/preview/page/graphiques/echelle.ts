/** Une graduation ronde : 1, 2 ou 5 fois une puissance de dix. */
function pasRond(etendue: number, graduations: number): number {
  const brut = etendue / graduations;
  const puissance = 10 ** Math.floor(Math.log10(brut));
  const rond = [1, 2, 5, 10].find((m) => m * puissance >= brut) ?? 10;
  return rond * puissance;
}

export interface Echelle {
  readonly min: number;
  readonly max: number;
  readonly graduations: readonly number[];
}

/** De zéro (ou du plus bas, s'il est négatif) au-dessus du plus haut. */
export function echelleDe(valeurs: readonly number[], maximum?: number): Echelle {
  const haut = maximum ?? Math.max(0, ...valeurs);
  const bas = Math.min(0, ...valeurs);
  if (haut === bas) return { min: 0, max: 1, graduations: [0] };
  const pas = pasRond(haut - bas, 4);
  const min = Math.floor(bas / pas) * pas;
  const max = maximum ?? Math.ceil(haut / pas) * pas;
  const nombre = Math.round((max - min) / pas);
  return { min, max, graduations: Array.from({ length: nombre + 1 }, (_, i) => min + i * pas) };
}
