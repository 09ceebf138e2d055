import type { DateCivile, Horodatage } from './date-civile';

/** Ce que le cœur ne peut pas savoir seul : quel jour on est, qui agit, et d'où. */
export interface Contexte {
  /** Le jour où l'on agit (`--le`) : toutes les règles de date partent de lui. */
  readonly aujourdHui: DateCivile;
  /** L'instant inscrit dans Journal et Registre. */
  readonly maintenant: Horodatage;
  /** Adresse e-mail, ou à défaut nom du compte, de la personne qui agit. */
  readonly utilisateur: string;
  /** D'où : `commande`, `module`, `import n° 12`… */
  readonly origine: string;
}
