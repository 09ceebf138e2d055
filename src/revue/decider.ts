import { affaireNommee, type AffaireNommee } from '../affaires/trouver-affaire';
import { modifier, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { DecisionRevue, LigneRevue } from '../classeur/tables/revue-hebdo';
import type { Contexte } from '../commun/contexte';
import type { CommandeDevis } from '../devis/cas';
import { planGeste } from '../devis/plan-geste';
import type { Geste } from '../devis/transitions';
import { peut } from '../equipe/droits';
import { probleme, type Probleme } from '../messages/probleme';

/** Ce qu'une ligne de la revue décide : des écritures, et ce qui s'y oppose ou mérite d'être dit. */
export interface Suite {
  readonly changements: readonly Changement[];
  readonly problemes: readonly Probleme[];
}

const GESTES: Readonly<Record<DecisionRevue, Geste>> = {
  Relancer: 'relancer',
  Attendre: 'attendre',
  Signé: 'signer',
  Refusé: 'refuser',
  'Sans suite': 'classer',
  'Nouvelle version': 'reviser',
  Annuler: 'annuler',
};

/**
 * Une ligne sans statut dont le N° est celui d'une affaire décide d'elle ; toute autre applique la
 * commande même que ferait un menu ou le terminal.
 */
export function decider(
  snapshot: Snapshot,
  ligne: LigneRevue,
  numero: string,
  decision: DecisionRevue,
  contexte: Contexte,
): Suite {
  const affaire = ligne.statut === null ? affaireNommee(snapshot, numero) : null;
  if (affaire) return deciderAffaire(snapshot, affaire, ligne, decision, contexte);
  return planGeste(snapshot, GESTES[decision], commandeDe(ligne, numero, decision), contexte);
}

/** La version est nommée : une plus récente, en préparation, ne doit pas être prise pour elle. */
function commandeDe(ligne: LigneRevue, numero: string, decision: DecisionRevue): CommandeDevis {
  const reference = ligne.statut !== null && !/-V\d+$/i.test(numero) ? `${numero}-V1` : numero;
  return {
    reference,
    le: ligne.dateDecision,
    forme: ligne.formeCommande,
    motif: decision === 'Annuler' ? (ligne.commentaire ?? ligne.motif) : ligne.motif,
  };
}

function deciderAffaire(
  snapshot: Snapshot,
  affaire: AffaireNommee,
  ligne: LigneRevue,
  decision: DecisionRevue,
  contexte: Contexte,
): Suite {
  const { numero } = affaire;
  const { aujourdHui } = contexte;
  const { dateDecision } = ligne;
  const problemes = peut(snapshot, contexte, 'affaire');
  if (decision === 'Relancer' && dateDecision !== null && dateDecision < aujourdHui) {
    problemes.push(probleme('AFFAIRE_DATE_PASSEE', { numero, le: dateDecision }));
  } else if (decision === 'Attendre' && (dateDecision === null || dateDecision <= aujourdHui)) {
    problemes.push(probleme('AFFAIRE_ATTENTE_SANS_DATE', { numero }));
  } else if (!['Relancer', 'Attendre', 'Sans suite'].includes(decision)) {
    problemes.push(probleme('AFFAIRE_DECISION_IMPOSSIBLE', { numero, decision }));
  }
  if (problemes.length > 0) return { changements: [], problemes };
  const recontacterLe = decision === 'Sans suite' ? null : (dateDecision ?? aujourdHui);
  return { changements: modifier('affaires', affaire, numero, { recontacterLe }), problemes };
}
