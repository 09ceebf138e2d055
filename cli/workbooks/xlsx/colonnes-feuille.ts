import { FIN, LecteurXml, OUVRE } from './xml-scan';

/** Largeur, en caractères, d'une colonne dont la feuille ne dit rien. */
const LARGEUR_PAR_DEFAUT = 8.43;

interface Colonnes {
  readonly de: number;
  readonly a: number;
  readonly style: number;
  readonly largeur: number;
}

/** Style par défaut et largeur de chaque colonne (`<col>`), d'après le début d'une feuille. */
export class ColonnesFeuille {
  private readonly parRang: Colonnes[] = [];
  private readonly largeurs = new Map<number, number>();

  constructor(debut: string) {
    const x = new LecteurXml(debut);
    for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
      if (k !== OUVRE || x.nom !== 'col') continue;
      this.parRang.push({
        de: Number(x.attribut('min')) - 1,
        a: Number(x.attribut('max')) - 1,
        style: Number(x.attribut('style') ?? 0),
        largeur: Number(x.attribut('width') ?? LARGEUR_PAR_DEFAUT),
      });
    }
  }

  style(rang: number): number {
    return this.de(rang)?.style ?? 0;
  }

  largeur(rang: number): number {
    let largeur = this.largeurs.get(rang);
    if (largeur === undefined) {
      largeur = this.de(rang)?.largeur ?? LARGEUR_PAR_DEFAUT;
      this.largeurs.set(rang, largeur);
    }
    return largeur;
  }

  private de(rang: number): Colonnes | undefined {
    return this.parRang.find((c) => rang >= c.de && rang <= c.a);
  }
}
