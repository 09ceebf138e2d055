import { rm } from 'node:fs/promises';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { Plan } from '../../src/classeur/plan';
import { planDuJour, type ResultatDuJour } from '../../src/relances/plan-du-jour';
import type { Session } from '../session';
import type { Classeur } from '../workbooks/classeur';
import { ecrireBrouillons } from './eml';

/**
 * Les relances du jour, un `.eml` par brouillon. Le fichier d'abord : interrompu ici, le classeur
 * l'ignore, et la prochaine fois le même fichier est retrouvé et inscrit, jamais doublé.
 */
export async function deposerFichiers(
  { contexte, simulation }: Session,
  classeur: Classeur,
  dossier: string,
): Promise<Plan<ResultatDuJour>> {
  const neufs = new Map<string, string>();
  const plan = await classeur.modifier('relances', async (snapshot) => {
    const prepare = planDuJour(snapshot, contexte);
    if (simulation) return prepare;
    const { poses, problemes } = await ecrireBrouillons(dossier, prepare.brouillons);
    for (const p of poses) if (p.nouveau) neufs.set(p.reference, p.fichier);
    if (problemes.length > 0) throw new ErreurClasseur(problemes);
    return prepare;
  });
  // Classeur partagé : une relance que quelqu'un vient d'inscrire ailleurs n'a pas de second brouillon.
  for (const { reference } of plan.brouillons) neufs.delete(reference);
  for (const fichier of neufs.values()) await rm(fichier, { force: true });
  return plan;
}
