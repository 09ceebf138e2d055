import type { Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Requete } from './rest';

/**
 * Un appel à l'API Google Sheets v4, comme donnée. Le module l'exécute par le service avancé, la
 * commande par `googleapis`, l'aperçu par son émulateur : tous reçoivent le même JSON.
 */
export type Appel =
  | {
      readonly methode: 'get';
      readonly id: string;
      readonly champs: string;
      /** Paramètre `ranges` : ne rendre que ces plages A1 et leurs onglets. Absent : tout. */
      readonly plages?: readonly string[];
    }
  | {
      /** Toujours `UNFORMATTED_VALUE` et `SERIAL_NUMBER` : une date est un nombre de jours. */
      readonly methode: 'batchGet';
      readonly id: string;
      readonly plages: readonly string[];
    }
  | {
      /** Appliqué en entier ou pas du tout. */
      readonly methode: 'batchUpdate';
      readonly id: string;
      readonly requetes: readonly Requete[];
      /**
       * Plages A1 à rendre telles qu'elles sont après l'écriture, dans le même appel :
       * `includeSpreadsheetInResponse`, `responseIncludeGridData`, `responseRanges`, et le masque
       * `CHAMPS_ECRITURE` comme paramètre `fields` (sans lui, Google rend tout l'aspect des cellules).
       */
      readonly rendre?: readonly string[];
    };

/** Ce que l'on lit de la réponse à un `batchUpdate` qui porte `rendre`. */
export const CHAMPS_ECRITURE =
  'updatedSpreadsheet(sheets(properties(sheetId),data(startRow,startColumn,rowData(values(effectiveValue)))))';

/**
 * Ce qu'un dialogue demande à la coquille qui le conduit. `attendre` : la coquille tire une durée
 * entre la moitié de `ms` et `ms`, pour que deux écrivains refusés ensemble ne reviennent pas ensemble.
 */
export type Demande =
  | Appel
  | { readonly methode: 'attendre'; readonly ms: number }
  | { readonly methode: 'decider'; readonly snapshot: Snapshot };

/** La réponse à un appel ; `statut` nul : aucune réponse (coupure, délai dépassé), l'écriture a pu avoir lieu. */
export type Reponse =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: true; readonly plan: Plan<unknown> }
  | { readonly ok: false; readonly statut: number | null; readonly message: string };

/**
 * Une suite d'appels qui ne sait pas comment on les exécute : conduite d'un trait dans Apps Script,
 * avec attente dans la commande.
 */
export type Dialogue<R> = Generator<Demande, R, Reponse>;
