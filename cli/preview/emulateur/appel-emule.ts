import type { Appel } from '../../../src/sheets-api/appel';

/**
 * Les appels que l'émulateur comprend : ceux du cœur, plus les options de réponse que seul le service
 * HTTP sait demander. Les requêtes y sont du JSON quelconque, vérifié à l'exécution.
 */
export type AppelEmule =
  | Exclude<Appel, { methode: 'batchUpdate' }>
  | {
      readonly methode: 'batchUpdate';
      readonly id: string;
      readonly requetes: readonly object[];
      /** Rend aussi le classeur tel qu'il est après l'écriture (`includeSpreadsheetInResponse`). */
      readonly classeur?: {
        readonly plages: readonly string[];
        readonly donnees: boolean;
      };
    };

export type Moment = 'avant' | 'apres';

/**
 * Appelé autour de chaque appel. Lever avant : rien n'a eu lieu ; lever après : l'écriture a eu lieu
 * et sa réponse est perdue. Appeler l'émulateur d'ici fait agir un autre entre-temps.
 */
export type SurAppel = (appel: AppelEmule, moment: Moment) => void;
