import { montrerValeur } from '../../src/classeur/montrer-valeur';
import type { Champ } from '../panneau/contrat';
import type { Champs } from './champ';

/** Ce qu'un formulaire montre à l'ouverture, champ par champ. */
export type Contenu<F extends Champs> = {
  readonly [K in keyof F]?: {
    /** Une valeur du genre de la colonne ; rien si elle est nulle. */
    readonly valeur?: unknown;
    readonly suggestions?: readonly string[];
    /** D'autres choix que ceux de la déclaration (les mois à clore). */
    readonly choix?: readonly string[];
    readonly requis?: boolean;
    readonly aide?: string;
  };
};

/** Les champs tels que la page les reçoit : valeurs au format français, prêtes à être relues. */
export function poserChamps<F extends Champs>(
  champs: F,
  contenu: Contenu<F>,
  omis: readonly (keyof F)[] = [],
): Champ[] {
  return Object.entries(champs)
    .filter(([cle]) => !omis.includes(cle))
    .map(([cle, { colonne, genre, libelle, aide, requis, choix }]) => {
      const { valeur = null, suggestions = [], ...propre } = contenu[cle] ?? {};
      return {
        cle,
        libelle,
        genre,
        requis: propre.requis ?? requis,
        valeur: valeur === null ? '' : montrerValeur(colonne, valeur),
        aide: propre.aide ?? aide,
        choix: propre.choix ?? (genre === 'choix' ? choix : []),
        suggestions,
      };
    });
}
