import type { Plan } from '../../../src/classeur/plan';
import { construireSnapshot, type Snapshot } from '../../../src/classeur/snapshot';
import { appliquerChangements } from './appliquer-changements';
import { ClasseurXlsx } from './classeur-xlsx';
import { DISQUE, type Disque } from './disque';
import { ErreurClasseur, refus } from '../../../src/classeur/erreur-classeur';
import { direEcriture } from './erreurs-disque';
import { cheminReel, estInchange, lireFichier, type FichierLu } from './fichier-lu';
import { sauvegarder } from './sauvegardes';
import { decrireDetenteur, prendreVerrou, type Verrou } from './verrou';
import { nettoyerRestes, refuserSiOuvert, voisinsDe } from './voisins';

export interface OptionsEcriture {
  /** Montrer le plan : ni verrou, ni écriture. */
  readonly simulation?: boolean;
  /** Attente du verrou avant de refuser. */
  readonly attenteMs?: number;
  readonly disque?: Disque;
}

const ATTENTE_MS = 60_000;

/**
 * Lit un classeur, sans verrou : le fichier est remplacé d'un coup, jamais à moitié écrit.
 * @throws ErreurClasseur si le fichier n'est pas un classeur lisible ou si sa structure est abîmée.
 */
export function lireClasseur(chemin: string): Snapshot {
  return snapshotDe(ouvrir(lireFichier(chemin), chemin));
}

/**
 * Verrouille, lit, laisse décider, puis écrit tous les changements ou aucun (S1-1, S2-6). `decider`
 * reçoit l'état sous verrou : un numéro tiré là n'est à personne d'autre. Un plan sans changement
 * n'écrit rien.
 * @throws ErreurClasseur : le classeur est resté tel qu'il était.
 */
export async function modifierClasseur<R>(
  chemin: string,
  decider: (snapshot: Snapshot) => Plan<R> | Promise<Plan<R>>,
  options: OptionsEcriture = {},
): Promise<Plan<R>> {
  if (options.simulation) return decider(lireClasseur(chemin));
  const { disque = DISQUE, attenteMs = ATTENTE_MS } = options;
  const reel = cheminReel(chemin);
  refuserSiOuvert(reel, chemin);
  const verrou = await verrouiller(reel, chemin, attenteMs);
  try {
    const lu = lireFichier(chemin);
    const classeur = ouvrir(lu, chemin);
    const plan = await decider(snapshotDe(classeur));
    if (plan.changements.length > 0) {
      const morceaux = appliquerChangements(classeur, plan.changements);
      remplacer(lu, chemin, morceaux, verrou, disque);
    }
    return plan;
  } finally {
    verrou.rendre();
  }
}

function ouvrir(lu: FichierLu, chemin: string): ClasseurXlsx {
  return ClasseurXlsx.ouvrir(lu.octets, chemin);
}

function snapshotDe(classeur: ClasseurXlsx): Snapshot {
  const { snapshot, problemes } = construireSnapshot(classeur.source());
  if (!snapshot) throw new ErreurClasseur(problemes);
  return snapshot;
}

async function verrouiller(reel: string, chemin: string, attenteMs: number): Promise<Verrou> {
  const { verrou } = voisinsDe(reel);
  let pris: Verrou | null;
  try {
    pris = await prendreVerrou(verrou, attenteMs);
  } catch (erreur) {
    throw direEcriture(erreur, reel);
  }
  if (pris) return pris;
  const detenteur = decrireDetenteur(verrou);
  throw refus('CLASSEUR_OCCUPE', { chemin, detenteur, attente: Math.round(attenteMs / 1000) });
}

function remplacer(
  lu: FichierLu,
  chemin: string,
  morceaux: readonly Uint8Array[],
  verrou: Verrou,
  disque: Disque,
): void {
  const { reel } = lu;
  const { temporaire, dossierSauvegardes } = voisinsDe(reel);
  try {
    nettoyerRestes(reel, disque);
    disque.ecrire(temporaire, morceaux, lu.droits);
    sauvegarder(reel, dossierSauvegardes, disque);
    refuserSiOuvert(reel, chemin);
    if (!verrou.estTenu() || !estInchange(lu)) throw refus('FICHIER_CHANGE', { chemin });
    disque.renommer(temporaire, reel);
  } catch (erreur) {
    try {
      disque.oter(temporaire);
    } catch {
      // Le prochain passage l'ôtera.
    }
    throw direEcriture(erreur, reel);
  }
}
