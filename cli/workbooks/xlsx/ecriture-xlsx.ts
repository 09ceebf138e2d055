import type { Ecriture, Ecritures, LigneEcrite } from '../../../src/classeur/ecritures';

/** Une cellule de l'utilisateur qui change de place ; style `null` : celui de sa colonne. */
export interface Deplacee {
  readonly style: number | null;
  /** Son XML en octets, sans son adresse ; absent : elle a été vidée. */
  readonly xml?: string;
}

export type EcritureXlsx = Ecriture<Deplacee>;
export type LigneXlsx = LigneEcrite<Deplacee>;
export type EcrituresXlsx = Ecritures<Deplacee>;

/** Ce que laisse derrière elle une note qui suit son enregistrement. */
export const VIDEE: EcritureXlsx = {
  brut: null,
  genre: 'texte',
  exact: false,
  deplacee: { style: null },
};
