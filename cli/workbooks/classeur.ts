import { basename } from 'node:path';
import { journaliser } from '../../src/classeur/journaliser';
import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import { ErreurUsage } from '../arguments';
import { lireClasseur, modifierClasseur } from './xlsx/modifier-classeur';

/** Un classeur, quel qu'en soit le support. Ce qui échoue lève `ErreurClasseur`. */
export interface Classeur {
  readonly chemin: string;
  /** Nom du fichier, pour les messages. */
  readonly nom: string;
  lire(): Promise<Snapshot>;
  /**
   * Lit, décide, écrit d'un bloc, sous verrou ; le Journal est complété. En simulation, n'écrit rien.
   * `decider` peut attendre ce qui doit exister avant que le classeur le dise (les brouillons).
   */
  modifier<R>(
    action: string,
    decider: (snapshot: Snapshot) => Plan<R> | Promise<Plan<R>>,
    /** Ce que le Journal donne pour origine ; sans elle, celle du contexte. */
    origine?: (resultat: R) => string,
  ): Promise<Plan<R>>;
}

export interface Ouverture {
  readonly simulation: boolean;
  readonly contexte: Contexte;
}

const GOOGLE = /^https:\/\/docs\.google\.com\/|^[\w-]{40,}$/;

export function ouvrirClasseur(cible: string, { simulation, contexte }: Ouverture): Classeur {
  if (GOOGLE.test(cible)) {
    throw new ErreurUsage([
      `« ${cible} » est une feuille Google. Cette version de la commande travaille sur un fichier .xlsx : dans Google Sheets, Fichier › Télécharger › Microsoft Excel.`,
    ]);
  }
  return {
    chemin: cible,
    nom: basename(cible),
    lire: async () => lireClasseur(cible),
    modifier: (action, decider, origine) =>
      modifierClasseur(
        cible,
        async (snapshot) => {
          const plan = await decider(snapshot);
          const auJournal = origine ? { ...contexte, origine: origine(plan.resultat) } : contexte;
          return { ...plan, changements: journaliser(plan.changements, action, auJournal) };
        },
        { simulation },
      ),
  };
}
