/**
 * Les appels que l'émulateur comprend : ceux de `src/sheets-api/appel.ts`, où les requêtes sont du
 * JSON quelconque, vérifié à l'exécution.
 */
export type AppelEmule =
  | {
      readonly methode: 'get';
      readonly id: string;
      /** Masque `fields` ; `null` : aucun, Google rend tout sauf les cellules. */
      readonly champs: string | null;
      readonly plages?: readonly string[];
    }
  | { readonly methode: 'batchGet'; readonly id: string; readonly plages: readonly string[] }
  | {
      readonly methode: 'batchUpdate';
      readonly id: string;
      readonly requetes: readonly object[];
      /** Rend aussi ces plages telles qu'elles sont après l'écriture ; liste vide : tout. */
      readonly rendre?: readonly string[];
      /** Faux : sans le contenu des cellules (`responseIncludeGridData`). */
      readonly donnees?: boolean;
    };

type Moment = 'avant' | 'apres';

/**
 * Appelé autour de chaque appel. Lever avant : rien n'a eu lieu ; lever après : l'écriture a eu lieu
 * et sa réponse est perdue. Appeler l'émulateur d'ici fait agir un autre entre-temps.
 */
export type SurAppel = (appel: AppelEmule, moment: Moment) => void;
