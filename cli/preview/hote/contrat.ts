import type { Nuage } from './nuage';

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

/** Les cellules choisies dans le classeur ; lignes et colonnes à partir de 1. */
export interface Selection {
  readonly onglet: string;
  readonly ligne: number;
  readonly colonne: number;
  /** 1 si absent. */
  readonly nbLignes?: number;
  readonly nbColonnes?: number;
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
  /** Pose, en millisecondes. */
  readonly poseLe: number;
}

/** Quand un déclencheur part ; l'heure est celle de son fuseau. */
export interface RegleHoraire {
  /** Tous les n jours. */
  readonly jours: number | null;
  /** Toutes les n semaines. */
  readonly semaines: number | null;
  /** 1 = lundi … 7 = dimanche. */
  readonly jourSemaine: number | null;
  readonly jourMois: number | null;
  readonly heure: number;
  readonly minute: number;
  readonly fuseau: string;
}

/** Une exécution partie d'un déclencheur ; `erreur` : ce que Google enverrait par courriel. */
export interface Depart {
  readonly fonction: string;
  readonly erreur: string | null;
}

/**
 * Appelé autour de chaque appel de service (`Sheets.Spreadsheets.batchUpdate`, `Lock.tryLock`,
 * `Gmail.Users.Drafts.create`…). Lever avant : rien n'a eu lieu ; lever après : c'est fait, mais le
 * script ne le sait pas. Faire agir un autre hôte d'ici, c'est deux personnes à la fois.
 */
export type SurService = (nom: string, quand: 'avant' | 'apres') => void;

/** Les autorisations que Google demande, une à une. */
export type Droit = 'spreadsheets' | 'gmail' | 'scriptapp' | 'interface' | 'adresse';

export interface OptionsHote {
  readonly nuage: Nuage;
  /** Identifiant du classeur auquel le script est lié. */
  readonly id: string;
  /** Adresse de qui l'a ouvert. */
  readonly utilisateur: string;
  /** Le dossier construit : `suivi.js` et les pages `.html`. */
  readonly module: string;
  /** Fuseau du script ; Europe/Paris si absent. */
  readonly fuseau?: string;
  /** Les autorisations que cette personne a refusées. */
  readonly refuses?: readonly Droit[];
}

/** Le classeur ouvert par une personne, avec le module. */
export interface Hote {
  surService: SurService | null;
  /** `google.script.run` : du JSON à l'aller comme au retour, aucun nom privé. Lève `ErreurScript`. */
  appeler(nom: string, ...args: readonly unknown[]): unknown;
  /** Un clic de menu, ou `onOpen` (sans les services à autoriser). Lève `ErreurScript`. */
  executer(fonction: string): void;
  /** Fait partir les déclencheurs de cette personne dus jusqu'à l'heure du nuage, sans interface. */
  lancerDeclencheurs(): readonly Depart[];
  selectionner(selection: Selection): void;
  readonly selection: Selection;
  readonly menu: readonly EntreeMenu[];
  readonly panneau: Page | null;
  readonly fenetre: Page | null;
  readonly messages: readonly Message[];
  /** Ce que `console` a écrit. */
  readonly journal: readonly string[];
  readonly brouillons: readonly Brouillon[];
  readonly declencheurs: readonly Declencheur[];
}
