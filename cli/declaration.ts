import type { Session } from './session';

/** Une commande, déclarée une fois : d'elle viennent l'analyse des arguments, l'aide et la documentation. */

export interface OptionDeclaree {
  readonly nom: string;
  readonly court?: string;
  /** Nom de la valeur attendue, montré dans l'aide ; absent, l'option est un drapeau. */
  readonly valeur?: string;
  readonly aide: string;
  readonly requise?: boolean;
  readonly choix?: readonly string[];
}

export interface ArgumentDeclare {
  readonly nom: string;
  readonly aide: string;
  readonly choix?: readonly string[];
  /** Peut manquer : la commande sait s'en passer. */
  readonly facultatif?: boolean;
}

export interface CommandeDeclaree {
  /** `['devis', 'valider']` */
  readonly chemin: readonly string[];
  readonly resume: string;
  readonly arguments: readonly ArgumentDeclare[];
  readonly options: readonly OptionDeclaree[];
  readonly exemples: readonly string[];
  /** Chargé seulement si la commande s'exécute : `suivi --help` n'attend rien. */
  readonly charger: () => Promise<{ readonly executer: Executer }>;
}

export interface Arguments {
  /** Dernier mot de la commande : `valider` pour `suivi devis valider`. */
  readonly action: string;
  readonly positionnels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export type Executer = (args: Arguments, session: Session) => Promise<CodeSortie>;

/** 0 fait ; 1 fait en partie ou refusé par une règle ; 2 mauvais usage, ou fichier à importer illisible ; 3 classeur ou service en échec ; 130 Ctrl+C. */
export type CodeSortie = 0 | 1 | 2 | 3 | 130;
