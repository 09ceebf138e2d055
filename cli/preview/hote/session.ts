import type { Droit, EntreeMenu, Message, Page, Selection } from './contrat';
import type { Passage } from './garde';
import type { Nuage } from './nuage';
import type { Royaume } from './royaume';

/** Ce que le classeur ouvert montre à la personne. */
export interface Ecran {
  menu: readonly EntreeMenu[];
  panneau: Page | null;
  fenetre: Page | null;
  messages: readonly Message[];
  selection: Selection;
}

/** Une exécution du script, vue par les services factices. */
export interface Seance {
  readonly nuage: Nuage;
  readonly royaume: Royaume;
  readonly passer: Passage;
  readonly ecran: Ecran;
  readonly document: string;
  readonly utilisateur: string;
  readonly fuseau: string;
  readonly module: string;
  /** Faux dans un déclencheur horaire : personne n'est devant l'écran. */
  readonly avecInterface: boolean;
  readonly refuses: ReadonlySet<Droit>;
  /** Cette exécution-là, pour les verrous. */
  readonly execution: object;
  readonly aFonction: (nom: string) => boolean;
}
