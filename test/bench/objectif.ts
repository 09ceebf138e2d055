/** Un objectif de performance : une grandeur d'une mesure, seule ou rapportée à une référence. */
export interface Objectif {
  readonly quoi: string;
  readonly mesure: string;
  /** `cpu` : calcul user + system, en ms ; `rss` : mémoire de crête, en Mio. */
  readonly grandeur: 'cpu' | 'rss';
  readonly reference?: string;
  readonly max: number;
}

/** Chaque mesure tourne seule dans un processus ; `dossier` contient ce que `preparer` y a laissé. */
export type Mesures = Readonly<Record<string, (dossier: string) => Promise<void>>>;
