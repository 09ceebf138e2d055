import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import type { Fautes } from '../formulaire/lire';
import type { Depose, Message } from './messages-gmail';
import type { Ouverture, VueFormulaire, VueResultat } from '../panneau/contrat';

/** Ce qu'une action regarde : le classeur tel qu'il est, qui agit, quel jour. */
export interface Monde {
  readonly snapshot: Snapshot;
  readonly contexte: Contexte;
}

export type Vue = VueFormulaire | VueResultat;

/** Une écriture à faire : une décision du cœur, et ce que l'on en dit. */
export interface Travail<R = unknown> {
  /** Le nom de l'action dans Journal. */
  readonly journal: string;
  decider(monde: Monde): Plan<R>;
  /** Les messages à déposer avant que le classeur ne soit écrit ; absent : aucun. */
  messages?(plan: Plan<R>): readonly Message[];
  /** `deposes` : les brouillons posés ; `null` : Gmail n'est pas autorisé. */
  conclure(monde: Monde, plan: Plan<R>, deposes: readonly Depose[] | null): VueResultat;
}

/** Un formulaire rempli : une écriture, ou ce qu'il faut corriger avant. */
type Preparation =
  | { readonly ok: false; readonly fautes: Fautes }
  | { readonly ok: true; readonly travail: Travail; refuser(plan: Plan<unknown>): Refus };

/** Pourquoi rien n'a été écrit : une phrase, et ce qui concerne chaque champ. */
export interface Refus {
  readonly message: string;
  readonly champs: Fautes;
}

interface Commune {
  readonly titre: string;
}

/** Un formulaire qui écrit dans le classeur. */
export interface ActionFormulaire extends Commune {
  readonly sorte: 'formulaire';
  ouvrir(monde: Monde, cible: string | null): Vue;
  preparer(
    tapees: Readonly<Record<string, string>>,
    cible: string | null,
    contexte: Contexte,
  ): Preparation;
}

/** Un choix qui mène à une autre action (quel devis ?), sans rien écrire. */
export interface ActionChoix extends Commune {
  readonly sorte: 'choix';
  ouvrir(monde: Monde, cible: string | null): Vue;
  choisir(
    monde: Monde,
    tapees: Readonly<Record<string, string>>,
    cible: string | null,
  ): Ouverture | Refus;
}

/** Une commande sans question : elle agit dès qu'on l'ouvre, et la refaire ne change rien de plus. */
export interface ActionCommande extends Commune {
  readonly sorte: 'commande';
  travail(contexte: Contexte): Travail;
}

/** Un panneau qui ne fait que dire, sans lire le classeur. */
export interface ActionTexte extends Commune {
  readonly sorte: 'texte';
  dire(): VueResultat;
}

export type Action = ActionFormulaire | ActionChoix | ActionCommande | ActionTexte;
