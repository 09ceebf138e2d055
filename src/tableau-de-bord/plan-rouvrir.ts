import { ajouter, modifier, type Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import { HISTORIQUE, type LigneHistorique } from '../classeur/tables/historique';
import type { Contexte } from '../commun/contexte';
import type { Mois } from '../commun/date-civile';
import { replierEspaces } from '../commun/texte';
import { peut } from '../equipe/droits';
import { formatMois } from '../messages/formats';
import { probleme, type Probleme } from '../messages/probleme';
import { PHRASES_CLOTURE } from '../messages/cloture';
import { estRouverte, lignesDuMois, moisIllisibles } from './lignes-closes';

export interface Reouverture {
  readonly mois: Mois;
  readonly motif: string;
  /** Lignes rouvertes ; `null` : l'entreprise. */
  readonly rouvertes: readonly (string | null)[];
}

/** Ce qui s'écrit sur une ligne que l'on rouvre : ses chiffres restent, elle attend d'être refigée. */
function marqueReouverture(ligne: LigneHistorique, motif: string, contexte: Contexte) {
  return {
    rouvertLe: contexte.maintenant,
    rouvertPar: contexte.utilisateur,
    motifReouverture: motif,
    reouvertures: (ligne.reouvertures ?? 0) + 1,
  };
}

/** La trace d'une réouverture dans Journal, avec son motif. */
function tracerReouverture(
  mois: Mois,
  ligne: LigneHistorique,
  motif: string,
  contexte: Contexte,
): Changement {
  return ajouter('journal', {
    le: contexte.maintenant,
    par: contexte.utilisateur,
    origine: contexte.origine,
    action: 'réouverture',
    onglet: HISTORIQUE.onglet,
    objet: formatMois(mois),
    avant: PHRASES_CLOTURE.closLe({ le: ligne.closLe, par: ligne.closPar }),
    apres: PHRASES_CLOTURE.motif({ motif }),
  });
}

/**
 * Rouvre un mois clos, avec un motif (gérant) : ses lignes restent en place et se reconnaissent à
 * « Rouvert le », jusqu'à ce que la clôture les fige de nouveau. Rouvrir deux fois ne change rien.
 * Problèmes : MOTIF_REQUIS, MOIS_NON_CLOS, MOIS_DEJA_ROUVERT (avertissement), HISTORIQUE_ILLISIBLE.
 */
export function planRouvrir(
  snapshot: Snapshot,
  mois: Mois,
  motifDonne: string,
  contexte: Contexte,
): Plan<Reouverture | null> {
  const motif = replierEspaces(motifDonne);
  const lignes = [...lignesDuMois(snapshot, mois).values()];
  const refus: Probleme[] = [
    ...peut(snapshot, contexte, 'rouvrirMois'),
    ...moisIllisibles(snapshot),
  ];
  if (motif === '') refus.push(probleme('MOTIF_REQUIS', { mois }));
  if (lignes.length === 0) refus.push(probleme('MOIS_NON_CLOS', { mois }));
  const [premiere] = lignes;
  if (refus.length > 0 || !premiere) return plan(null, { problemes: refus });
  const closes = lignes.filter((l) => !estRouverte(l));
  const resultat = { mois, motif, rouvertes: closes.map((l) => l.responsable) };
  if (closes.length === 0) {
    const { rouvertLe: le, rouvertPar: par, motifReouverture } = premiere;
    const deja = { mois, le, par, motif: motifReouverture };
    return plan(resultat, { problemes: [probleme('MOIS_DEJA_ROUVERT', deja)] });
  }
  return plan(resultat, {
    changements: [
      tracerReouverture(mois, premiere, motif, contexte),
      ...closes.flatMap((l) =>
        modifier('historique', l, formatMois(mois), marqueReouverture(l, motif, contexte)),
      ),
    ],
  });
}
