import { versBuffer } from './xml-texte';

interface Retouche {
  readonly debut: number;
  readonly fin: number;
  readonly par: string | Iterable<Uint8Array>;
}

/** Des retouches à un texte d'octets, par places d'origine, appliquées d'un coup. */
export class Retouches {
  private readonly liste: Retouche[] = [];
  /** Une insertion arrive par morceaux, et n'arrive qu'une fois : à rendre par `morceaux`. */
  enFlux = false;

  remplacer(debut: number, fin: number, par: string): void {
    this.liste.push({ debut, fin, par });
  }

  /** Plusieurs insertions à la même place gardent l'ordre où elles ont été demandées. */
  inserer(place: number, texte: string): void {
    this.remplacer(place, place, texte);
  }

  insererFlux(place: number, flux: Iterable<Uint8Array>): void {
    this.liste.push({ debut: place, fin: place, par: flux });
    this.enFlux = true;
  }

  get vides(): boolean {
    return this.liste.length === 0;
  }

  appliquer(texte: string): string {
    const morceaux: string[] = [];
    for (const morceau of this.suite(texte)) {
      if (typeof morceau !== 'string')
        throw new Error('Des retouches en flux se rendent par morceaux');
      morceaux.push(morceau);
    }
    return morceaux.join('');
  }

  /** Le texte retouché, en octets, à mesure. */
  *morceaux(texte: string): Generator<Uint8Array> {
    for (const morceau of this.suite(texte)) {
      if (typeof morceau !== 'string') yield* morceau;
      else if (morceau !== '') yield versBuffer(morceau);
    }
  }

  private *suite(texte: string): Generator<string | Iterable<Uint8Array>> {
    let place = 0;
    for (const { debut, fin, par } of this.liste.sort((a, b) => a.debut - b.debut)) {
      yield texte.slice(place, debut);
      yield par;
      place = fin;
    }
    yield texte.slice(place);
  }
}
