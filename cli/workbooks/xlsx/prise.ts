import { DISQUE, type Disque } from './disque';
import { refus } from '../../../src/classeur/erreur-classeur';
import { direEcriture } from './erreurs-disque';
import { cheminReel, estInchange, lireFichier, type FichierLu } from './fichier-lu';
import { sauvegarder } from './sauvegardes';
import { decrireDetenteur, prendreVerrou, type Verrou } from './verrou';
import { nettoyerRestes, refuserSiOuvert, voisinsDe } from './voisins';

export interface OptionsPrise {
  /** Attente du verrou avant de refuser. */
  readonly attenteMs?: number;
  readonly disque?: Disque;
}

const ATTENTE_MS = 60_000;

/** Un classeur verrouillé : personne d'autre n'y écrit tant qu'il n'est pas rendu. */
export class Prise {
  private constructor(
    readonly chemin: string,
    private readonly reel: string,
    private readonly verrou: Verrou,
    private readonly disque: Disque,
  ) {}

  /** @throws ErreurClasseur si le fichier manque, ou si un autre le garde plus longtemps que l'attente. */
  static async prendre(chemin: string, options: OptionsPrise = {}): Promise<Prise> {
    const { disque = DISQUE, attenteMs = ATTENTE_MS } = options;
    const reel = cheminReel(chemin);
    return new Prise(chemin, reel, await verrouiller(reel, chemin, attenteMs), disque);
  }

  /** Refuse si un tableur dit tenir le classeur ouvert. */
  refuserSiOuvert(): void {
    refuserSiOuvert(this.reel, this.chemin);
  }

  lire(): FichierLu {
    return lireFichier(this.chemin);
  }

  /**
   * Met le nouveau contenu à la place de celui qui a été lu, d'un coup ; la version d'avant rejoint
   * les sauvegardes, sauf si elle y est déjà.
   * @throws ErreurClasseur : le fichier est resté tel qu'il était.
   */
  remplacer(lu: FichierLu, morceaux: readonly Uint8Array[], sauver = true): void {
    const { chemin, verrou, disque } = this;
    const { reel } = lu;
    const { temporaire, dossierSauvegardes } = voisinsDe(reel);
    if ((lu.droits.mode & 0o222) === 0 || !disque.permet(reel)) {
      throw refus('ECRITURE_IMPOSSIBLE', { chemin, cause: 'il est en lecture seule' });
    }
    try {
      nettoyerRestes(reel, disque);
      disque.ecrire(temporaire, morceaux, lu.droits);
      if (sauver) sauvegarder(reel, dossierSauvegardes, disque);
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

  rendre(): void {
    this.verrou.rendre();
  }
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
