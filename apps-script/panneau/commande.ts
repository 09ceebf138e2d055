import type { Champ } from './contrat';

/** Ce avec quoi l'on répond à un champ : une saisie, une liste, des boutons radio… */
export interface Commande {
  /** Ce qui se place sous l'étiquette. */
  readonly racine: HTMLElement;
  /** L'élément nommé par l'étiquette, qui porte l'aide et l'erreur pour un lecteur d'écran. */
  readonly cible: HTMLElement;
  /** Plusieurs éléments en un : l'étiquette le nomme sans le désigner (`aria-labelledby`). */
  readonly groupe: boolean;
  /** Unité montrée dans la saisie (`€`, `%`), lue avec l'aide. */
  readonly unite: HTMLElement | null;
  /** Ce que l'on dit quand une réponse requise manque. */
  readonly vide: string;
  lire(): string;
  viser(): void;
  /** Ôte la réponse, d'un champ qui en a une autre (`ouBien`). */
  vider?(): void;
}

/** Fabrique la commande d'un champ. `annoncer` : ce qu'un lecteur d'écran doit entendre. */
export type Fabrique = (champ: Champ, annoncer: (texte: string) => void) => Commande;
