import { modifier, type Changement } from '../classeur/changements';
import type { LigneHistorique } from '../classeur/tables/historique';
import type { Contexte } from '../commun/contexte';
import type { Mois } from '../commun/date-civile';
import type { Index } from './index-commercial';
import { figuresDuMois, NON_ROUVERT } from './ligne-historique';
import { estRouverte } from './lignes-closes';
import { tracerRefige } from './tracer-refige';

/** Combien de fois la ligne aura été rouverte, une fois figée de nouveau. */
export function reouverturesDe(ligne: LigneHistorique): number {
  return (ligne.reouvertures ?? 0) + (estRouverte(ligne) ? 0 : 1);
}

/** La même ligne, avec les chiffres d'aujourd'hui ; Journal garde ceux d'avant. */
export function refiger(
  index: Index,
  mois: Mois,
  responsable: string | null,
  ligne: LigneHistorique,
  contexte: Contexte,
): Changement[] {
  const apres = {
    ...figuresDuMois(index, mois, responsable, contexte),
    ...NON_ROUVERT,
    reouvertures: reouverturesDe(ligne),
  };
  return [
    tracerRefige(mois, ligne, apres, contexte),
    ...modifier('historique', ligne, mois, { ...apres, responsable: ligne.responsable }),
  ];
}
