import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Disque } from './disque';
import { refus } from '../../../src/classeur/erreur-classeur';

/** Les fichiers qui accompagnent un classeur, dans son dossier. */
export interface Voisins {
  readonly verrou: string;
  readonly temporaire: string;
  readonly dossierSauvegardes: string;
}

export function voisinsDe(reel: string): Voisins {
  const dossier = dirname(reel);
  const nom = basename(reel);
  return {
    verrou: join(dossier, `.~suivi-${nom}.lock`),
    temporaire: join(dossier, `.~suivi-${nom}.${process.pid}.tmp`),
    dossierSauvegardes: join(dossier, '.sauvegardes'),
  };
}

/** Refuse si Excel (`~$nom`) ou LibreOffice (`.~lock.nom#`) dit tenir le classeur ouvert. */
export function refuserSiOuvert(reel: string, chemin: string): void {
  const nom = basename(reel);
  for (const temoin of [`~$${nom}`, `.~lock.${nom}#`]) {
    if (existsSync(join(dirname(reel), temoin))) throw refus('FICHIER_OUVERT', { chemin, temoin });
  }
}

const AGE_RESTE_MS = 60 * 60_000;

/**
 * Ôte ce qu'un processus mort a laissé. À n'appeler que verrou tenu : les temporaires du classeur
 * ne sont alors à personne ; ceux du verrou peuvent être à qui attend, l'âge en juge.
 */
export function nettoyerRestes(reel: string, disque: Disque): void {
  const dossier = dirname(reel);
  const prefixe = `.~suivi-${basename(reel)}.`;
  for (const nom of readdirSync(dossier)) {
    if (!nom.startsWith(prefixe)) continue;
    const suite = nom.slice(prefixe.length);
    const reste = join(dossier, nom);
    const aPersonne = /^\d+\.tmp$/.test(suite);
    if (aPersonne || (suite.startsWith('lock.') && estVieux(reste))) disque.oter(reste);
  }
}

function estVieux(chemin: string): boolean {
  try {
    return Date.now() - statSync(chemin).mtimeMs > AGE_RESTE_MS;
  } catch {
    return false;
  }
}
