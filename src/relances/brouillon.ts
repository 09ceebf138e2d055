import type { DateCivile } from '../commun/date-civile';

/** Un message préparé, qu'une personne lira et enverra. Le produit n'envoie rien. */
export interface Brouillon {
  /** Identité stable : la même relance due donne toujours la même référence, donc un seul brouillon. */
  readonly reference: string;
  readonly destinataire: string;
  /** Autres destinataires, au même titre que le premier. */
  readonly aussi?: readonly string[];
  readonly copie: readonly string[];
  readonly objet: string;
  /** Texte brut, lignes séparées par `\n`. */
  readonly corps: string;
  /** Le même message mis en forme ; absent : le texte seul. */
  readonly html?: string;
  /** Images que le HTML montre par `cid:`. */
  readonly images?: readonly ImageJointe[];
  readonly date: DateCivile;
  /** Identifiant de message (sans chevrons), et celui du fil auquel il répond. */
  readonly messageId: string;
  readonly enReponseA: string | null;
}

/** Une image PNG dans le corps du message. */
export interface ImageJointe {
  /** Ce qui suit `cid:` dans le HTML : lettres ASCII, chiffres, `.` et `-`. */
  readonly cid: string;
  /** Octets de l'image, en base64 d'un seul tenant. */
  readonly base64: string;
  /** Ce que dit l'image, pour qui ne la voit pas. */
  readonly alt: string;
}
