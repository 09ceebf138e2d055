import type { Emulateur } from '../emulateur/emulateur';

/** Une entrée du menu posé par `onOpen`. */
export type EntreeMenu =
  | { readonly sorte: 'action'; readonly libelle: string; readonly fonction: string }
  | { readonly sorte: 'separateur' }
  | { readonly sorte: 'menu'; readonly libelle: string; readonly entrees: readonly EntreeMenu[] };

/** Une page montrée : le panneau de droite, ou une fenêtre au-dessus du classeur. */
export interface Page {
  readonly sorte: 'panneau' | 'modale' | 'libre';
  readonly titre: string;
  readonly html: string;
  /** Pixels, quand le script l'a fixé. */
  readonly largeur: number | null;
  readonly hauteur: number | null;
}

export interface Message {
  readonly sorte: 'alerte' | 'toast';
  readonly titre: string;
  readonly texte: string;
}

/** La cellule choisie dans le classeur ; lignes et colonnes à partir de 1. */
export interface Selection {
  readonly onglet: string;
  readonly ligne: number;
  readonly colonne: number;
}

export interface Brouillon {
  readonly id: string;
  /** Le message MIME entier, tel que le script l'a remis. */
  readonly mime: string;
}

export interface Declencheur {
  readonly id: string;
  readonly utilisateur: string;
  readonly fonction: string;
  readonly regle: RegleHoraire;
}

/** Quand un déclencheur part ; l'heure est locale au fuseau du déclencheur. */
export interface RegleHoraire {
  readonly jours: number | null;
  readonly semaines: number | null;
  /** 1 = lundi … 7 = dimanche. */
  readonly jourSemaine: number | null;
  readonly jourMois: number | null;
  readonly heure: number;
  readonly minute: number;
  readonly fuseau: string;
  /** Pose du déclencheur, millisecondes. */
  readonly poseLe: number;
  /** Dernier départ, millisecondes. */
  readonly dernier: number | null;
}

/**
 * Appelé autour de chaque appel de service (`Sheets.Spreadsheets.batchUpdate`,
 * `LockService.Lock.tryLock`, `Gmail.Users.Drafts.create`…). Lever : le service échoue à cet instant.
 */
export type SurService = (nom: string, quand: 'avant' | 'apres') => void;

export type Droit = 'gmail' | 'spreadsheets' | 'scriptapp';

export interface OptionsHote {
  readonly nuage: Nuage;
  /** Identifiant du classeur auquel le script est lié. */
  readonly id: string;
  /** Adresse de qui l'a ouvert. */
  readonly utilisateur: string;
  /** Le dossier construit : `suivi.js` et les pages `.html`. */
  readonly module: string;
  readonly surService?: SurService;
  /** Les autorisations que cette personne a refusées. */
  readonly refuses?: readonly Droit[];
}

export interface Hote {
  /** `google.script.run` : du JSON à l'aller comme au retour, aucun nom privé. */
  appeler(nom: string, ...args: readonly unknown[]): unknown;
  /** Un clic de menu (ou `onOpen`), avec l'interface. */
  executer(fonction: string): void;
  /** Fait partir les déclencheurs de cet utilisateur dus jusqu'à l'heure du nuage. */
  lancerDeclencheurs(): readonly string[];
  selectionner(selection: Selection): void;
  readonly selection: Selection;
  readonly menu: readonly EntreeMenu[];
  /** La dernière page montrée de chaque sorte. */
  readonly panneau: Page | null;
  readonly fenetre: Page | null;
  readonly messages: readonly Message[];
  readonly journal: readonly string[];
  readonly brouillons: readonly Brouillon[];
  readonly declencheurs: readonly Declencheur[];
}

/** Ce que des hôtes partagent : l'émulateur, l'horloge, les verrous, les boîtes aux lettres. */
export interface Nuage {
  readonly emulateur: Emulateur;
  maintenant(): Date;
}
