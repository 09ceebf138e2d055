/**
 * Ce que le serveur de l'aperçu et sa page se disent : du JSON seulement. Lignes à partir de 1 (comme
 * on les lit dans le classeur), rangs de colonne à partir de 0.
 */
import type { EntreeMenu, Selection } from './hote/contrat';

/** Valeur montrée ; les dates sont des numéros de série, comme dans un fichier. */
export type ValeurVue = string | number | boolean | null;

/** Une cellule : rang, style, valeur, et sa formule (`=…`) si elle en a une. */
export type CelluleVue =
  | readonly [rang: number, style: number, valeur: ValeurVue]
  | readonly [rang: number, style: number, valeur: ValeurVue, formule: string];

export type RangeeVue = readonly [ligne: number, ...cellules: CelluleVue[]];

/** Aspect d'une cellule ; couleurs RVB sans `#`. */
export interface StyleVu {
  readonly gras?: true;
  readonly italique?: true;
  readonly souligne?: true;
  readonly barre?: true;
  readonly police?: string;
  readonly taille?: number;
  readonly couleur?: string;
  readonly fond?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly retrait?: number;
  readonly replie?: true;
  readonly format?: string;
  readonly filetBas?: string;
  readonly filetHaut?: string;
}

export interface ColonneVue {
  /** En pixels. */
  readonly largeur: number;
  readonly style: number;
  readonly masquee: boolean;
}

/** Une liste déroulante sous l'en-tête d'une colonne. */
export interface ListeVue {
  readonly rang: number;
  readonly valeurs: readonly string[];
  readonly stricte: boolean;
}

/** Une mise en valeur : formule pour la ligne 2, colonnes touchées. */
export interface RegleVue {
  readonly formule: string;
  readonly de: number;
  readonly a: number;
  readonly couleur?: string;
  readonly fond?: string;
  readonly gras?: true;
  readonly barre?: true;
  readonly format?: string;
}

export interface OngletVu {
  readonly nom: string;
  readonly masque: boolean;
  readonly couleur: string | null;
  readonly quadrillage: boolean;
  readonly figees: { readonly lignes: number; readonly colonnes: number };
  /** Hauteur des rangées sans hauteur à elles, en pixels. */
  readonly hauteur: number;
  readonly hauteurs: readonly (readonly [ligne: number, pixels: number])[];
  readonly colonnes: readonly ColonneVue[];
  readonly lignes: number;
  readonly rangees: readonly RangeeVue[];
  readonly fusions: readonly (readonly [l1: number, c1: number, l2: number, c2: number])[];
  /** Cellules qui mènent à une autre du classeur. */
  readonly liens: readonly (readonly [ligne: number, rang: number, cible: Selection])[];
  readonly listes: readonly ListeVue[];
  readonly regles: readonly RegleVue[];
}

export interface ClasseurVu {
  /** Nom du fichier. */
  readonly nom: string;
  /** Avance à chaque changement ; la page demande ce qui est arrivé depuis la sienne. */
  readonly version: number;
  /** Numéro de série du jour de l'aperçu (`--le`). */
  readonly aujourdHui: number;
  readonly utilisateur: string;
  readonly styles: readonly StyleVu[];
  readonly onglets: readonly OngletVu[];
  /** Les noms du classeur, que ses formules citent. */
  readonly noms: readonly { readonly nom: string; readonly reference: string }[];
  readonly menu: readonly EntreeMenu[];
  readonly brouillons: number;
}

/** Des cellules qui ont changé dans un onglet. */
export interface ChangementsVus {
  readonly onglet: string;
  readonly cellules: readonly (readonly [
    ligne: number,
    rang: number,
    valeur: ValeurVue,
    formule: string | null,
    /** Format de nombre, quand le contenu en impose un. */
    format: string | null,
  ])[];
  /** Hauteur, en pixels, des rangées où un texte se replie. */
  readonly hauteurs: readonly (readonly [ligne: number, pixels: number])[];
}

/** Ce qui est arrivé depuis une version. */
export interface Nouveautes {
  readonly version: number;
  /** Trop de choses ont changé (fichier modifié ailleurs) : tout redemander. */
  readonly recharger: boolean;
  readonly changements: readonly ChangementsVus[];
  readonly brouillons: number;
}

export interface MessageVu {
  readonly sorte: 'alerte' | 'toast' | 'refus';
  readonly titre: string;
  readonly texte: string;
}

/** Le panneau de droite : la page qu'y charger, ou rien. */
export interface PanneauVu {
  readonly titre: string;
  /** Chemin, sur ce serveur, du document à charger dans le cadre. */
  readonly adresse: string;
}

/** Une cellule tapée, collée, effacée ou rétablie. */
export interface CelluleTapee {
  readonly ligne: number;
  readonly rang: number;
  /** `texte` : tel que tapé, à comprendre comme un Français l'écrit ; `valeur` : déjà comprise. */
  readonly saisie: { readonly texte: string } | { readonly valeur: ValeurVue };
}

export interface DemandeSaisie {
  readonly onglet: string;
  readonly cellules: readonly CelluleTapee[];
  readonly version: number;
  /** La page qui écrit, et la version qu'elle montrait quand on y a tapé. */
  readonly page: string;
  readonly vue: number;
}

/** Un clic de menu (`args` absent) ou un appel du panneau. */
export interface DemandeAppel {
  readonly fonction: string;
  readonly args?: readonly unknown[];
  readonly selection: Selection | null;
  readonly version: number;
}

/** Ce qui suit toute demande, à l'écran. */
interface Effets {
  readonly nouveautes: Nouveautes;
  readonly messages: readonly MessageVu[];
}

/** Les cellules tapées, telles qu'elles sont maintenant : comprises, ou remises comme avant. */
export interface ReponseSaisie extends Effets {
  readonly cellules: ChangementsVus;
}

export interface ReponseAppel extends Effets {
  readonly issue:
    | { readonly ok: true; readonly valeur: unknown }
    | { readonly ok: false; readonly erreur: string };
  /** Absent : inchangé ; `null` : fermé. */
  readonly panneau?: PanneauVu | null;
  /** La cellule où le module a mené. */
  readonly selection?: Selection;
}

export interface BrouillonVu {
  readonly id: string;
  readonly destinataire: string;
  readonly copie: string;
  readonly objet: string;
  /** Tel qu'on l'écrit : `2 mars 2026`. */
  readonly date: string;
  readonly corps: string;
}
