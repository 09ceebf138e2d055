import type { BilanEncodage } from '../../src/import/encodage/bilan';

/**
 * Ce que le serveur (le script) et la page (le panneau de 300 px) se disent. Du JSON seulement :
 * `google.script.run` ne porte ni Date ni undefined.
 *
 * La page appelle, un seul texte JSON à l'aller comme au retour :
 * `envoyer(Envoi) → ReponseEnvoi`, `ouvrir(Ouverture) → Panneau`, `allerA(Destination) → Arrivee`.
 */

export type GenreChamp =
  | 'texte'
  | 'long'
  | 'montant'
  | 'taux'
  | 'nombre'
  | 'date'
  | 'choix'
  | 'email'
  | 'ouiNon'
  /** Un fichier de l'ordinateur : sa valeur est un `FichierChoisi`, en JSON. */
  | 'fichier'
  /** Ce qu'un champ `fichier` de même clé a lu dans un panneau précédent ; rien n'en paraît. */
  | 'garde';

/** Un fichier choisi dans le panneau : la page l'a lu et décodé. */
export interface FichierChoisi extends BilanEncodage {
  readonly nom: string;
  readonly texte: string;
}

export interface Champ {
  readonly cle: string;
  readonly libelle: string;
  readonly genre: GenreChamp;
  readonly requis: boolean;
  /** Tel que montré et tel que tapé : le serveur lit le français (`1 234,5`, `12/3`). */
  readonly valeur: string;
  readonly aide: string;
  /** Genre `choix` : les valeurs permises. */
  readonly choix: readonly string[];
  /** Complétion pendant la frappe (clients, personnes, affaires) : d'autres valeurs restent permises. */
  readonly suggestions: readonly string[];
  /** Clé d'un champ qui répond autrement à la même question : la dernière réponse efface l'autre. */
  readonly ouBien?: string;
}

export interface VueFormulaire {
  readonly sorte: 'formulaire';
  /** L'action du serveur : `affaire.nouvelle`, `devis.signer`… */
  readonly action: string;
  /** Ce sur quoi elle porte (N° d'affaire, de devis), rendu tel quel à l'envoi. */
  readonly cible: string | null;
  /** De quoi il s'agit : le devis choisi, son client, son montant. */
  readonly intro: readonly string[];
  readonly champs: readonly Champ[];
  /** Ce que le clic va faire : « Le numéro DEV-2026-0043 sera attribué. » */
  readonly annonce: string | null;
  readonly bouton: string;
  /** Ce dont le formulaire va s'occuper (les relances dues), montré après les champs. */
  readonly elements: readonly Element[];
  /** Ce que l'on peut préférer faire : choisir un autre devis, renvoyer celui-ci à son auteur. */
  readonly suites: readonly Suite[];
}

/** Une ligne du classeur que le lecteur peut rejoindre d'un clic. */
export interface LienLigne {
  readonly texte: string;
  readonly onglet: string;
  readonly ligne: number;
}

/** Un élément d'une liste de résultats : un devis relancé, une anomalie, une décision refusée. */
export interface Element {
  readonly titre: string;
  readonly detail: string;
  readonly ton: 'neutre' | 'gagne' | 'attention' | 'perdu';
  readonly lien: LienLigne | null;
  /** Adresse web à ouvrir (brouillon Gmail, message prérempli). */
  readonly adresse: string | null;
}

/** Un bouton qui ouvre un autre panneau. */
export interface Suite {
  readonly libelle: string;
  readonly action: string;
  readonly cible: string | null;
}

export interface VueResultat {
  readonly sorte: 'resultat';
  readonly ton: 'neutre' | 'gagne' | 'attention' | 'perdu';
  /** La phrase importante : ce qui a été fait, ou pourquoi rien ne l'a été. */
  readonly message: string;
  readonly elements: readonly Element[];
  /** Ce que l'on peut faire ensuite : chaque bouton ouvre un autre panneau. */
  readonly suites: readonly Suite[];
}

export interface Panneau {
  readonly titre: string;
  /** Identité de cet envoi : le même jeton renvoyé (double clic, réseau coupé) n'agit qu'une fois. */
  readonly jeton: string;
  readonly vue: VueFormulaire | VueResultat;
}

/** Ce que la page donne à `ouvrir` : l'action et la cible d'une suite. */
export interface Ouverture {
  readonly action: string;
  readonly cible: string | null;
}

/** Ce que la page donne à `allerA` : une ligne du classeur. */
export type Destination = Omit<LienLigne, 'texte'>;

/** Ce que rend `allerA` : rien à dire, ou pourquoi la ligne n'a pu être montrée. */
export interface Arrivee {
  readonly message: string | null;
}

/** Ce que la page envoie à `envoyer`. */
export interface Envoi {
  readonly jeton: string;
  readonly action: string;
  readonly cible: string | null;
  readonly valeurs: Readonly<Record<string, string>>;
}

/** Ce que `envoyer` rend : le panneau suivant, ou ce qui empêche, champ par champ. */
export type ReponseEnvoi =
  | { readonly ok: true; readonly panneau: Panneau }
  | {
      readonly ok: false;
      readonly message: string;
      /** Clé du champ → ce qui ne va pas et que faire. */
      readonly champs: Readonly<Record<string, string>>;
    };
