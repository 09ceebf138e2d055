import { ajouter, modifier, type Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { LigneHistorique } from '../classeur/tables/historique';
import type { Contexte } from '../commun/contexte';
import { dernierJour, type Mois } from '../commun/date-civile';
import { peut } from '../equipe/droits';
import { estAvertissement } from '../messages/avertissements';
import { probleme, type Probleme } from '../messages/probleme';
import { brouillonsBilan, type BilanPrepare } from './bilan/brouillons-bilan';
import type { Illustrer } from './bilan/images-bilan';
import { indexer, type Index } from './index-commercial';
import { estATemps, figuresDuMois, ligneHistorique, NON_ROUVERT } from './ligne-historique';
import { estRouverte, lignesDuMois, moisIllisibles } from './lignes-closes';
import { COLONNES_OBJECTIF, suivreObjectif, type SuiviObjectif } from './objectifs';
import { planRouvrir } from './plan-rouvrir';
import { ecartsMoyens, previsionsPassees, type EcartMoyen } from './previsions-passees';
import type { PrevisionPassee } from './previsions-passees';
import { responsablesActifs } from './responsables';
import { tracerRefige } from './tracer-refige';

export interface Cloture {
  readonly mois: Mois;
  /** Lignes ajoutées à Historique ; `null` : l'entreprise. */
  readonly figes: readonly (string | null)[];
  /** Lignes rouvertes, figées de nouveau. */
  readonly refiges: readonly (string | null)[];
  /** Objectifs du mois, atteints ou non, de l'entreprise et de chacun. */
  readonly objectifs: readonly {
    readonly responsable: string | null;
    readonly atteint: boolean;
    readonly suivi: SuiviObjectif;
  }[];
  /** Ce que les prévisions échues ont donné, pour l'entreprise (S4-18). */
  readonly previsions: {
    readonly passees: readonly PrevisionPassee[];
    readonly ecartsMoyens: readonly EcartMoyen[];
  };
  /** Bilans préparés, à relire et à envoyer : l'équipe, puis chacun. */
  readonly bilans: readonly BilanPrepare[];
  /** Personnes figées à qui aucun bilan n'est préparé : ni actives dans Équipe, ni joignables. */
  readonly sansAdresse: readonly string[];
}

export interface OptionsCloture {
  /** Rouvrir et figer de nouveau d'un seul geste, avec ce motif ; absent : un mois clos se refuse. */
  readonly motif?: string | null;
  readonly illustrer?: Illustrer;
}

/**
 * Fige un mois fini dans Historique : une ligne pour l'entreprise, une par personne active (S3-1,
 * S3-3). Une clôture interrompue se complète ; un mois rouvert se fige de nouveau, sur les mêmes
 * lignes ; un mois entièrement clos se refuse et ne change rien.
 * Problèmes : MOIS_NON_FINI, MOIS_DEJA_CLOS, HISTORIQUE_ILLISIBLE, PHOTO_TARDIVE (avertissement).
 */
export function planCloturer(
  snapshot: Snapshot,
  mois: Mois,
  contexte: Contexte,
  { motif = null, illustrer }: OptionsCloture = {},
): Plan<Cloture | null> {
  const refus = peut(snapshot, contexte, 'cloturer');
  if (refus.length > 0) return plan(null, { problemes: refus });
  const fin = dernierJour(mois);
  if (contexte.aujourdHui <= fin) {
    return plan(null, { problemes: [probleme('MOIS_NON_FINI', { mois, dernierJour: fin })] });
  }
  const douteuses = moisIllisibles(snapshot);
  if (douteuses.length > 0) return plan(null, { problemes: douteuses });
  const index = indexer(snapshot, contexte.aujourdHui);
  const lignes = lignesDuMois(snapshot, mois);
  const actifs = [null, ...responsablesActifs(index, mois, fin).filter((p) => p !== '')];
  const figes = actifs.filter((p) => !lignes.has(p ?? ''));
  const reouverture = motif === null ? null : planRouvrir(snapshot, mois, motif, contexte);
  if (reouverture && estRefusee(reouverture))
    return plan(null, { problemes: reouverture.problemes });
  const rouvertes = [...lignes].filter(([, l]) => reouverture !== null || estRouverte(l));
  if (figes.length + rouvertes.length === 0) {
    return plan(null, { problemes: [probleme('MOIS_DEJA_CLOS', { mois })] });
  }
  const aPrendre = figes.length > 0 && !estATemps(mois, contexte.aujourdHui);
  const problemes: Probleme[] = aPrendre ? [probleme('PHOTO_TARDIVE', { mois })] : [];
  const qui = rouvertes.map(([p]) => p || null);
  const rang = Math.max(
    0,
    ...[...lignes.values()].map((l) =>
      rouvertes.some(([, r]) => r === l) ? reouverturesDe(l) : (l.reouvertures ?? 0),
    ),
  );
  const personnes = actifs.filter((p) => p !== null);
  const bilans = brouillonsBilan(index, mois, personnes, rang, contexte, illustrer);
  if (bilans.bilans.length === 0) problemes.push(probleme('BILAN_SANS_DESTINATAIRE', { mois }));
  return plan(
    {
      mois,
      figes,
      refiges: qui,
      objectifs: actifs.flatMap((p) => objectifsDe(index, mois, p)),
      previsions: {
        passees: previsionsPassees(index, mois, null),
        ecartsMoyens: ecartsMoyens(index, mois, null),
      },
      bilans: bilans.bilans,
      sansAdresse: bilans.sansAdresse,
    },
    {
      problemes,
      brouillons: bilans.brouillons,
      changements: [
        ...(reouverture?.changements ?? []).filter((c) => c.table === 'journal'),
        ...figes.map((p) => ajouter('historique', ligneHistorique(index, mois, p, contexte))),
        ...rouvertes.flatMap(([p, ligne]) => refiger(index, mois, p || null, ligne, contexte)),
      ],
    },
  );
}

const estRefusee = (p: Plan<unknown>): boolean => !p.problemes.every(estAvertissement);

function objectifsDe(index: Index, mois: Mois, responsable: string | null) {
  return COLONNES_OBJECTIF.map((c) => suivreObjectif(index, c, mois, responsable))
    .filter((o) => o.objectif !== null)
    .map((suivi) => ({ responsable, atteint: (suivi.ecart ?? -1) >= 0, suivi }));
}

/** Combien de fois la ligne aura été rouverte, une fois figée de nouveau. */
function reouverturesDe(ligne: LigneHistorique): number {
  return (ligne.reouvertures ?? 0) + (estRouverte(ligne) ? 0 : 1);
}

/** La même ligne, avec les chiffres d'aujourd'hui ; Journal garde ceux d'avant. */
function refiger(
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
