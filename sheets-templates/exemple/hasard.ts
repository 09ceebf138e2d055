import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Un hasard rejouable : la même graine donne toujours la même suite. */
export class Hasard {
  private readonly source: RandomGenerator;

  constructor(graine: number) {
    this.source = xoroshiro128plus(graine);
  }

  /** Entier de `min` à `max` compris. */
  entier(min: number, max: number): number {
    return uniformInt(this.source, min, max);
  }

  /** Réel de 0 (compris) à 1 (exclu). */
  reel(): number {
    return this.entier(0, 999_999) / 1_000_000;
  }

  chance(probabilite: number): boolean {
    return this.reel() < probabilite;
  }

  /** @throws RangeError si la liste est vide. */
  choisir<T>(liste: readonly T[]): T {
    if (liste.length === 0) throw new RangeError('Rien à choisir');
    return liste[this.entier(0, liste.length - 1)] as T;
  }

  melanger<T>(liste: readonly T[]): T[] {
    const copie = [...liste];
    for (let i = copie.length - 1; i > 0; i -= 1) {
      const j = this.entier(0, i);
      [copie[i], copie[j]] = [copie[j] as T, copie[i] as T];
    }
    return copie;
  }

  /** Un paquet de cartes remélangé quand il est vide : les proportions sont tenues. */
  paquet<T>(cartes: readonly T[]): () => T {
    let reste: T[] = [];
    return () => {
      if (reste.length === 0) reste = this.melanger(cartes);
      return reste.pop() as T;
    };
  }
}
