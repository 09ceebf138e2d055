import type { ImageJointe } from '../relances/brouillon';

/**
 * Un message mis en forme, sans balises : le même contenu donne le HTML (`en-html`) et le texte brut
 * (`en-texte`), donc l'un ne dit rien que l'autre taise.
 */
export interface Message {
  readonly titre: string;
  readonly sousTitre: string;
  readonly salutation: string;
  /** L'essentiel en une phrase ; les messageries la montrent sous l'objet. */
  readonly resume: string;
  readonly sections: readonly Section[];
  /** En petit, à la fin : définitions, provenance. */
  readonly pied: readonly string[];
}

export interface Section {
  readonly titre: string;
  readonly blocs: readonly Bloc[];
}

export type Bloc =
  | { readonly genre: 'chiffres'; readonly chiffres: readonly Chiffre[] }
  | {
      readonly genre: 'tableau';
      readonly titre: string | null;
      /** La première colonne est du texte, les autres des valeurs alignées à droite. */
      readonly entetes: readonly string[];
      readonly lignes: readonly (readonly string[])[];
    }
  | {
      readonly genre: 'liste';
      readonly titre: string | null;
      readonly textes: readonly string[];
    }
  | { readonly genre: 'phrase'; readonly texte: string }
  | { readonly genre: 'image'; readonly image: ImageJointe };

export interface Chiffre {
  readonly libelle: string;
  readonly valeur: string;
  readonly details: readonly Detail[];
}

/** Un ton double toujours un signe ou un mot : il se perd en noir et blanc. */
export interface Detail {
  readonly texte: string;
  readonly ton: 'neutre' | 'bon' | 'attention';
}
