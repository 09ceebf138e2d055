/** Ce qu'une mesure relève elle-même : des millisecondes, et au besoin celles de sa référence. */
interface Releve {
  readonly ms: number;
  readonly referenceMs?: number;
}

/** Chaque mesure tourne seule dans un processus ; `dossier` contient ce que `preparer` y a laissé. */
export type Mesures = Readonly<Record<string, (dossier: string) => Promise<Releve | void>>>;

/** Une ligne du tableau : une grandeur d'une mesure, seule ou rapportée à une référence. */
export interface Objectif {
  readonly quoi: string;
  readonly mesure: string;
  /**
   * `cpu` : calcul user + system du processus, en ms ; `rss` : sa mémoire de crête, en Mio ;
   * `ms` : le temps que la mesure a relevé.
   */
  readonly grandeur: 'cpu' | 'rss' | 'ms';
  /** La mesure à laquelle rapporter celle-ci ; `relevee` : celle que la mesure rend avec la sienne. */
  readonly reference?: string;
  /** Le plus que l'on accepte, du rapport s'il y a une référence ; absent : pour information. */
  readonly max?: number;
}

/** Référence relevée par la mesure même. */
export const RELEVEE = 'relevee';
