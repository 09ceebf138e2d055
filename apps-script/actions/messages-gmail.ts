import { refus } from '../../src/classeur/erreur-classeur';
import type { Brouillon } from '../../src/relances/brouillon';
import { lienGmail } from '../../src/relances/lien-gmail';
import { brouillonVersMime } from '../../src/relances/mime';

/** Un message prêt à être déposé. */
export interface Message {
  readonly brouillon: Brouillon;
  readonly mime: string;
}

/** Un brouillon posé dans Gmail : de quoi l'ouvrir. */
export interface Depose {
  readonly reference: string;
  readonly id: string;
  readonly adresse: string;
}

/** Où ouvrir un message : dans les brouillons s'il y est, prérempli si Gmail n'est pas autorisé. */
export function adresseDe(brouillon: Brouillon, deposes: readonly Depose[] | null): string | null {
  if (deposes === null) return lienGmail(brouillon);
  return deposes.find((d) => d.reference === brouillon.reference)?.adresse ?? null;
}

/**
 * Les messages, écrits avant toute intention : celui que les règles refuseraient arrête tout.
 * @throws ErreurClasseur BROUILLON_INVALIDE.
 */
export function messagesDe(brouillons: readonly Brouillon[]): Message[] {
  return brouillons.map((brouillon) => {
    try {
      return { brouillon, mime: brouillonVersMime(brouillon, { deposable: false }) };
    } catch (erreur) {
      if (!(erreur instanceof RangeError)) throw erreur;
      const { reference } = brouillon;
      throw refus('BROUILLON_INVALIDE', { reference, cause: erreur.message });
    }
  });
}
