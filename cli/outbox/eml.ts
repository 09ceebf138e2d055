import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { probleme, type Probleme } from '../../src/messages/probleme';
import type { Brouillon } from '../../src/relances/brouillon';
import { nomFichierBrouillon } from '../../src/relances/nom-fichier';
import { creerDossier } from '../fichiers/creer-dossier';
import { placeDuMessage } from './meme-message';
import { messageOuProbleme } from './message';

export interface BrouillonPose {
  readonly reference: string;
  /** Chemin du fichier, dans le dossier donné. */
  readonly fichier: string;
  /** `false` : il y était déjà ; une personne l'a peut-être retouché, il reste tel quel. */
  readonly nouveau: boolean;
}

function codeDe(erreur: unknown): string {
  return String((erreur as { code?: unknown }).code ?? erreur);
}

/** Écrit à côté puis renomme : le fichier est entier ou absent, jamais à moitié écrit. */
async function ecrireEntier(fichier: string, contenu: string): Promise<void> {
  const temporaire = `${fichier}.${process.pid}.tmp`;
  try {
    const poignee = await open(temporaire, 'w');
    try {
      await poignee.writeFile(contenu, 'latin1');
      await poignee.sync();
    } finally {
      await poignee.close();
    }
    await rename(temporaire, fichier);
  } catch (erreur) {
    await rm(temporaire, { force: true }).catch(() => undefined);
    throw erreur;
  }
}

/**
 * Pose chaque brouillon en `.eml`, qu'Outlook ouvre prêt à envoyer : un fichier par référence.
 *
 * Ordre voulu : la coquille pose les fichiers **avant** d'écrire le classeur, et n'écrit pas le classeur
 * si un problème est rendu. Un arrêt entre les deux laisse un fichier dont la relance n'est pas inscrite ;
 * l'exécution suivante recalcule la même référence, retrouve son fichier, n'y touche pas et inscrit la
 * relance : un seul brouillon. Dans l'ordre inverse, la relance serait inscrite et le message perdu.
 */
export async function ecrireBrouillons(
  dossier: string,
  brouillons: readonly Brouillon[],
): Promise<{ poses: BrouillonPose[]; problemes: Probleme[] }> {
  const poses: BrouillonPose[] = [];
  const problemes: Probleme[] = [];
  if (brouillons.length === 0) return { poses, problemes };
  try {
    creerDossier(dossier);
  } catch (erreur) {
    return {
      poses,
      problemes: [probleme('BROUILLON_DOSSIER', { dossier, cause: codeDe(erreur) })],
    };
  }
  for (const b of brouillons) {
    const { reference } = b;
    const contenu = messageOuProbleme(b, { deposable: true });
    if (typeof contenu !== 'string') {
      problemes.push(contenu);
      continue;
    }
    let fichier = join(dossier, nomFichierBrouillon(reference));
    try {
      const place = await placeDuMessage(fichier, contenu);
      ({ fichier } = place);
      if (place.libre) await ecrireEntier(fichier, contenu);
      poses.push({ reference, fichier, nouveau: place.libre });
    } catch (erreur) {
      const cause = codeDe(erreur);
      problemes.push(
        cause === 'ENOSPC'
          ? probleme('BROUILLON_DISQUE_PLEIN', { fichier })
          : probleme('BROUILLON_NON_ECRIT', { fichier, cause }),
      );
    }
  }
  return { poses, problemes };
}
