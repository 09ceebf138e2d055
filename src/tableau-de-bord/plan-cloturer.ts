import { ajouter } from '../classeur/changements';
import { lienCellule } from '../classeur/lien-cellule';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { dernierJour, type Mois } from '../commun/date-civile';
import { peut } from '../equipe/droits';
import { probleme } from '../messages/probleme';
import { indexer } from './index-commercial';
import { ligneHistorique } from './ligne-historique';
import { COLONNES_OBJECTIF, suivreObjectif, type SuiviObjectif } from './objectifs';
import { responsablesActifs } from './responsables';
import { moisClos } from './suivi';

export interface Cloture {
  readonly mois: Mois;
  /** Lignes ajoutées à Historique ; `null` : l'entreprise. */
  readonly figes: readonly (string | null)[];
  /** Objectifs du mois, atteints ou non, de l'entreprise et de chacun. */
  readonly objectifs: readonly {
    readonly responsable: string | null;
    readonly atteint: boolean;
    readonly suivi: SuiviObjectif;
  }[];
}

/**
 * Fige un mois fini dans Historique : une ligne pour l'entreprise, une par personne active (S3-1,
 * S3-3). Une clôture interrompue se complète ; un mois entièrement clos se refuse et ne change rien.
 * Problèmes : MOIS_NON_FINI, MOIS_DEJA_CLOS, HISTORIQUE_ILLISIBLE.
 */
export function planCloturer(
  snapshot: Snapshot,
  mois: Mois,
  contexte: Contexte,
): Plan<Cloture | null> {
  const refus = peut(snapshot, contexte, 'cloturer');
  if (refus.length > 0) return plan(null, { problemes: refus });
  const fin = dernierJour(mois);
  if (contexte.aujourdHui <= fin) {
    return plan(null, { problemes: [probleme('MOIS_NON_FINI', { mois, dernierJour: fin })] });
  }
  const douteuses = snapshot.illisiblesDe('historique').filter((c) => c.colonne === 'mois');
  if (douteuses.length > 0) {
    return plan(null, {
      problemes: douteuses.map(({ ligne, colonne, valeur }) =>
        probleme('HISTORIQUE_ILLISIBLE', {
          cellule: lienCellule(snapshot, 'historique', ligne, colonne),
          valeur,
        }),
      ),
    });
  }
  const index = indexer(snapshot, contexte.aujourdHui);
  const actifs = [null, ...responsablesActifs(index, mois, fin).filter((p) => p !== '')];
  const figes = actifs.filter((p) => moisClos(index, mois, p) === null);
  if (figes.length === 0) {
    return plan(null, { problemes: [probleme('MOIS_DEJA_CLOS', { mois })] });
  }
  return plan(
    {
      mois,
      figes,
      objectifs: actifs.flatMap((responsable) =>
        COLONNES_OBJECTIF.map((c) => suivreObjectif(index, c, mois, responsable))
          .filter((o) => o.objectif !== null)
          .map((suivi) => ({ responsable, atteint: (suivi.ecart ?? -1) >= 0, suivi })),
      ),
    },
    {
      changements: figes.map((responsable) =>
        ajouter('historique', ligneHistorique(index, mois, responsable, contexte)),
      ),
    },
  );
}
