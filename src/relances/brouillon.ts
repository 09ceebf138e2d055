import type { DateCivile } from '../commun/date-civile';

/** Un message préparé, qu'une personne lira et enverra. Le produit n'envoie rien. */
export interface Brouillon {
  /** Identité stable : la même relance due donne toujours la même référence, donc un seul brouillon. */
  readonly reference: string;
  readonly destinataire: string;
  readonly copie: readonly string[];
  readonly objet: string;
  /** Texte brut, lignes séparées par `\n`. */
  readonly corps: string;
  readonly date: DateCivile;
  /** Identifiant de message (sans chevrons), et celui du fil auquel il répond. */
  readonly messageId: string;
  readonly enReponseA: string | null;
}
