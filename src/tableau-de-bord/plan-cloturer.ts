import { ajouter } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { dernierJour, type Mois } from '../commun/date-civile';
import { peut } from '../equipe/droits';
import { estAvertissement } from '../messages/avertissements';
import { probleme, type Probleme } from '../messages/probleme';
import { brouillonsBilan, type BilanEcarte, type BilanPrepare } from './bilan/brouillons-bilan';
import type { Illustrer } from './bilan/images-bilan';
import { indexer, type Index } from './index-commercial';
import { estATemps, ligneHistorique } from './ligne-historique';
import { estRouverte, lignesDuMois, moisIllisibles } from './lignes-closes';
import { COLONNES_OBJECTIF, suivreObjectif, type SuiviObjectif } from './objectifs';
import { planRouvrir } from './plan-rouvrir';
import { ecartsMoyens, previsionsPassees, type EcartMoyen } from './previsions-passees';
import type { PrevisionPassee } from './previsions-passees';
import { refiger, reouverturesDe } from './refiger';
import { responsablesActifs } from './responsables';

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
  readonly ecartes: readonly BilanEcarte[];
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
  const refus = refusDe(snapshot, mois, contexte);
  if (refus.length > 0) return plan(null, { problemes: refus });
  const index = indexer(snapshot, contexte.aujourdHui);
  const lignes = lignesDuMois(snapshot, mois);
  const actifs = [
    null,
    ...responsablesActifs(index, mois, dernierJour(mois)).filter((p) => p !== ''),
  ];
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
  const figees = [...lignes.values()].map((l) => l.reouvertures ?? 0);
  const rang = Math.max(0, ...figees, ...rouvertes.map(([, l]) => reouverturesDe(l)));
  const personnes = actifs.filter((p) => p !== null);
  const bilans = brouillonsBilan(index, mois, personnes, rang, contexte, illustrer);
  if (bilans.bilans.length === 0) problemes.push(probleme('BILAN_SANS_DESTINATAIRE', { mois }));
  return plan(
    {
      mois,
      figes,
      refiges: rouvertes.map(([p]) => p || null),
      objectifs: actifs.flatMap((p) => objectifsDe(index, mois, p)),
      previsions: {
        passees: previsionsPassees(index, mois, null),
        ecartsMoyens: ecartsMoyens(index, mois, null),
      },
      bilans: bilans.bilans,
      ecartes: bilans.ecartes,
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

/** Ce qui empêche de clore ce mois, quoi qu'il contienne. */
function refusDe(snapshot: Snapshot, mois: Mois, contexte: Contexte): Probleme[] {
  const refus = peut(snapshot, contexte, 'cloturer');
  if (refus.length > 0) return refus;
  const fin = dernierJour(mois);
  if (contexte.aujourdHui <= fin) return [probleme('MOIS_NON_FINI', { mois, dernierJour: fin })];
  return moisIllisibles(snapshot);
}

const estRefusee = (p: Plan<unknown>): boolean => !p.problemes.every(estAvertissement);

function objectifsDe(index: Index, mois: Mois, responsable: string | null) {
  return COLONNES_OBJECTIF.map((c) => suivreObjectif(index, c, mois, responsable))
    .filter((o) => o.objectif !== null)
    .map((suivi) => ({ responsable, atteint: (suivi.ecart ?? -1) >= 0, suivi }));
}
