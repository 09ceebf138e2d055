import { lienCellule } from '../classeur/lien-cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { LigneHistorique } from '../classeur/tables/historique';
import type { Mois } from '../commun/date-civile';
import { probleme, type Probleme } from '../messages/probleme';
import { personne } from './attribution';

/** Les lignes d'un mois dans Historique, par personne (`''` : l'entreprise) ; en double, la première. */
export function lignesDuMois(snapshot: Snapshot, mois: Mois): Map<string, LigneHistorique> {
  const lignes = new Map<string, LigneHistorique>();
  for (const ligne of snapshot.tables.historique) {
    const qui = personne(ligne.responsable);
    if (ligne.mois === mois && !lignes.has(qui)) lignes.set(qui, ligne);
  }
  return lignes;
}

export function estRouverte(ligne: LigneHistorique): boolean {
  return ligne.rouvertLe !== null;
}

/** Un mois illisible dans Historique : on ne sait plus ce qui est clos, donc on n'y touche pas. */
export function moisIllisibles(snapshot: Snapshot): Probleme[] {
  return snapshot
    .illisiblesDe('historique')
    .filter((c) => c.colonne === 'mois')
    .map(({ ligne, colonne, valeur }) =>
      probleme('HISTORIQUE_ILLISIBLE', {
        cellule: lienCellule(snapshot, 'historique', ligne, colonne),
        valeur,
      }),
    );
}
