import type { Panneau } from './contrat';

/** Ce que la page offre à l'écran qu'elle montre. */
export interface Page {
  afficher(panneau: Panneau): void;
  /** Dit quelque chose à un lecteur d'écran, sans le montrer. */
  annoncer(texte: string): void;
}

/** Un écran : un formulaire, ou un résultat. */
export interface Ecran {
  readonly racine: HTMLElement;
  /** Où se place le curseur quand l'écran paraît. */
  viser(): void;
  /** Échap : vrai s'il faut fermer le panneau. */
  echapper(): boolean;
}
