import type { Snapshot } from '../classeur/snapshot';
import { illisible } from '../classeur/illisible';
import type { AffaireNommee } from './trouver-affaire';
import { probleme, type Probleme } from '../messages/probleme';

/**
 * Aucun devis ne part sans un Go en vigueur (S2-3) : Go, ou Go sous conditions dont les conditions
 * sont écrites. Chaque autre cas dit quoi faire.
 */
export function goEnVigueur(snapshot: Snapshot, affaire: AffaireNommee): Probleme[] {
  const incompris = illisible(snapshot, 'affaires', affaire.ligne, 'decision');
  if (incompris.length > 0) return incompris;
  const { numero } = affaire;
  switch (affaire.decision) {
    case 'Go':
      return [];
    case 'Go sous conditions':
      return affaire.conditions ? [] : [probleme('GO_SANS_CONDITIONS', { affaire: numero })];
    case 'NoGo':
      return [probleme('GO_REFUSE', { affaire: numero })];
    case 'À revoir':
      return [probleme('GO_A_REVOIR', { affaire: numero })];
    case 'À compléter':
      return [probleme('GO_A_COMPLETER', { affaire: numero })];
    case null:
      return [probleme('GO_MANQUANT', { affaire: numero })];
  }
}
