import { FIN, LecteurXml, OUVRE } from './xml-scan';

/** Style par défaut de chaque colonne (`<col style>`), d'après le début d'une feuille. */
export function stylesDesColonnes(debut: string): (rang: number) => number {
  const colonnes: { de: number; a: number; style: number }[] = [];
  const x = new LecteurXml(debut);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE || x.nom !== 'col') continue;
    const style = Number(x.attribut('style') ?? 0);
    if (style === 0) continue;
    colonnes.push({ de: Number(x.attribut('min')), a: Number(x.attribut('max')), style });
  }
  return (rang) => colonnes.find((c) => rang + 1 >= c.de && rang + 1 <= c.a)?.style ?? 0;
}
