/** Ctrl+C pendant une écriture : elle est entière ou absente, et la personne sait laquelle des deux. */

export class Interrompue extends Error {}

interface Signaux {
  on(signal: 'SIGINT', faire: () => void): unknown;
  off(signal: 'SIGINT', faire: () => void): unknown;
}

export interface Guet {
  /**
   * Juste avant d'écrire.
   * @throws Interrompue si Ctrl+C a été demandé : rien n'est encore écrit.
   */
  avantEcriture(): Promise<void>;
  /** Une fois écrit : Ctrl+C est venu trop tard. */
  tropTard(): Promise<boolean>;
}

/**
 * Guette Ctrl+C le temps d'une écriture. Une écriture d'un bloc ne s'arrête pas en chemin : l'interruption
 * est vue juste avant, ou juste après.
 * @param aussitot une écriture en plusieurs envois : ce qu'il faut faire sans attendre sa fin.
 */
export async function guetter<T>(
  faire: (guet: Guet) => Promise<T>,
  aussitot: (() => void) | null = null,
  signaux: Signaux = process,
): Promise<T> {
  let demandee = false;
  const noter = (): void => {
    demandee = true;
    aussitot?.();
  };
  signaux.on('SIGINT', noter);
  try {
    return await faire({
      async avantEcriture() {
        await unTour();
        if (demandee) throw new Interrompue();
      },
      async tropTard() {
        await unTour();
        return demandee;
      },
    });
  } finally {
    signaux.off('SIGINT', noter);
  }
}

/** Un signal n'est livré qu'entre deux tours : un tour entier, pour ceux qui attendent. */
function unTour(): Promise<void> {
  return new Promise((fini) => setTimeout(() => setImmediate(fini), 0));
}
