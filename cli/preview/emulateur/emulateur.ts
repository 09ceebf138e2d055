import type { AppelEmule, SurAppel } from './appel-emule';

/** Une API Google Sheets v4 en mémoire, stricte : ce que Google refuse, elle le refuse. */
export class Emulateur {
  surAppel: SurAppel | null = null;
  readonly compte = { lectures: 0, ecritures: 0 };

  /** Crée un classeur à partir du JSON de `spreadsheets.create` (valeurs en cache admises). */
  creer(id: string, classeur: object = {}): void {
    throw new Error(`à venir : ${id} ${JSON.stringify(classeur)}`);
  }

  /** Rend le JSON de Google ; lève `ErreurApi`. */
  executer(appel: AppelEmule): unknown {
    throw new Error(`à venir : ${appel.methode}`);
  }

  /** Les valeurs d'un onglet, comme `batchGet` les rend. */
  contenu(id: string, onglet: string): readonly (readonly unknown[])[] {
    throw new Error(`à venir : ${id} ${onglet}`);
  }

  /** Le classeur entier, en JSON : de quoi comparer cellule par cellule, ou recréer. */
  instantane(id: string): object {
    throw new Error(`à venir : ${id}`);
  }
}
