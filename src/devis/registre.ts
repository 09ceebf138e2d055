import { ajouter, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { ValeursDe } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { estProvisoire } from './designation';
import { lireNumero } from './lire-numero';
import type { Masque } from './masque';

/** Un numéro que porte une ligne, et ce que Registre dira de lui. */
export interface NumeroPorte {
  readonly numero: string | null;
  readonly pour: string;
}

/**
 * Inscrit dans Registre les numéros qui n'y sont pas : saisis, importés, ou écrits juste avant un
 * arrêt brutal. Une fois inscrits, ils ne resservent pas, même leur ligne effacée. Un numéro qui ne
 * suit pas le masque (`null` : masque invalide) est inscrit aussi, mais n'avance aucun compteur.
 */
export function inscrireNumeros(
  snapshot: Snapshot,
  contexte: Contexte,
  masque: Masque | null,
  portes: Iterable<NumeroPorte>,
): Changement[] {
  const inscrire = inscripteur(snapshot, contexte, masque);
  return Array.from(portes, (porte) => inscrire(porte, false)).filter((c) => c !== null);
}

/**
 * La même inscription, un numéro à la fois ; `null` s'il est provisoire ou déjà inscrit. `seul` : aucun
 * autre ne sera le même, il n'est pas à retenir.
 */
export function inscripteur(
  snapshot: Snapshot,
  contexte: Contexte,
  masque: Masque | null,
): (porte: NumeroPorte, seul: boolean) => Changement | null {
  const { tireLe, par } = tireMaintenant(contexte);
  const inscrits = new Set(snapshot.tables.registre.map((r) => r.numero?.toUpperCase()));
  return ({ numero, pour }, seul) => {
    if (numero === null || estProvisoire(numero)) return null;
    if (!seul || inscrits.size > 0) {
      const cle = numero.toUpperCase();
      if (inscrits.has(cle)) return null;
      if (!seul) inscrits.add(cle);
    }
    const lu = masque && lireNumero(masque, numero);
    const serie = lu?.serie ?? null;
    const compteur = lu?.compteur ?? null;
    return ajouter('registre', { numero, serie, compteur, tireLe, par, pour });
  };
}

export function tireMaintenant(contexte: Contexte): Partial<ValeursDe<'registre'>> {
  return { tireLe: contexte.maintenant, par: contexte.utilisateur };
}
