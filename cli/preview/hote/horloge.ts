/** L'heure que le script voit, et ce que dormir veut dire. */
export interface Horloge {
  maintenant(): number;
  attendre(ms: number): void;
}

/** Une horloge que seul l'essai fait avancer : dormir ne prend aucun temps. */
export class HorlogeReglable implements Horloge {
  #ms: number;

  constructor(debut: string | Date) {
    this.#ms = new Date(debut).getTime();
  }

  maintenant(): number {
    return this.#ms;
  }

  attendre(ms: number): void {
    this.#ms += ms;
  }

  fixer(instant: string | Date): void {
    this.#ms = new Date(instant).getTime();
  }
}

/** L'heure de la machine ; dormir bloque, comme chez Google. */
export const horlogeReelle: Horloge = {
  maintenant: () => Date.now(),
  attendre: (ms) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  },
};
