import { illisible } from '../classeur/illisible';
import { modifier } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import {
  AFFAIRES,
  DECISIONS_GONOGO,
  type DecisionGoNogo,
  type Etape,
} from '../classeur/tables/affaires';
import { choisir } from '../commun/choisir';
import type { Contexte } from '../commun/contexte';
import { decrireProblemes, type ResultatDevis } from '../devis/plan-geste';
import { peut } from '../equipe/droits';
import { probleme, type Probleme } from '../messages/probleme';
import { avancer, estCommandee } from './etapes';
import { trouverAffaire, type AffaireNommee } from './trouver-affaire';

const CRITERES = ['delai', 'competence', 'ressources', 'donnees', 'moyens', 'qualite'] as const;
type Critere = (typeof CRITERES)[number];

/** Un critère absent de la commande garde la réponse déjà écrite dans l'affaire. */
export interface CommandeGoNoGo extends Partial<Readonly<Record<Critere, boolean | null>>> {
  readonly affaire: string;
  /** `go`, `go-sous-conditions`, `nogo`, `à compléter`, `à revoir`. */
  readonly decision: string;
  readonly conditions?: string | null;
}

export interface ResultatGoNoGo {
  readonly numero: string;
  readonly decision: DecisionGoNogo | null;
  readonly problemes: ResultatDevis['problemes'];
}

/** La revue de contrat (S2-3, S0-10 à S0-13) : critères, décision, par qui, quand, à quelles conditions. */
export function planGoNoGo(
  snapshot: Snapshot,
  commande: CommandeGoNoGo,
  contexte: Contexte,
): Plan<ResultatGoNoGo> {
  const { affaire, problemes: introuvable } = trouverAffaire(snapshot, commande.affaire);
  const problemes: Probleme[] = [...peut(snapshot, contexte, 'gonogo'), ...introuvable];
  const decision = choisir(DECISIONS_GONOGO, commande.decision);
  if (!decision) {
    const args = { decision: commande.decision, decisions: DECISIONS_GONOGO };
    problemes.push(probleme('GONOGO_INVALIDE', args));
  }
  const conditions = commande.conditions?.trim() || affaire?.conditions || null;
  const reponses = (critere: Critere) => commande[critere] ?? affaire?.[critere] ?? null;
  if (affaire && decision) {
    problemes.push(...illisible(snapshot, 'affaires', affaire.ligne, 'etape'));
    problemes.push(...contradictions(affaire, decision, conditions, reponses));
    for (const critere of CRITERES) {
      if (typeof commande[critere] === 'boolean') continue;
      problemes.push(...illisible(snapshot, 'affaires', affaire.ligne, critere));
    }
  }
  if (!affaire || !decision || problemes.length > 0) {
    const numero = affaire?.numero ?? commande.affaire;
    const resultat = { numero, decision: affaire?.decision ?? null };
    return plan({ ...resultat, problemes: decrireProblemes(problemes) }, { problemes });
  }
  const { numero } = affaire;
  const changements = modifier('affaires', affaire, numero, {
    ...Object.fromEntries(CRITERES.map((critere) => [critere, reponses(critere)])),
    decision,
    conditions,
    decidePar: contexte.utilisateur,
    decideLe: contexte.aujourdHui,
    etape: etapeApres(affaire.etape, decision),
  });
  return plan({ numero, decision, problemes: [] }, { changements });
}

function contradictions(
  affaire: AffaireNommee,
  decision: DecisionGoNogo,
  conditions: string | null,
  reponses: (critere: Critere) => boolean | null,
): Probleme[] {
  const { numero } = affaire;
  const problemes: Probleme[] = [];
  const { etape } = affaire;
  if (decision === 'NoGo' && etape !== null && estCommandee(etape)) {
    problemes.push(probleme('NOGO_TROP_TARD', { affaire: numero, etape }));
  }
  if (decision === 'À compléter' || decision === 'À revoir') return problemes;
  for (const critere of ['delai', 'competence'] as const) {
    if (reponses(critere) === null) {
      problemes.push(probleme('CRITERE_MANQUANT', { affaire: numero, critere }));
    }
  }
  const non = CRITERES.filter((critere) => reponses(critere) === false);
  if (decision === 'Go' && non.length > 0) {
    const criteres = non.map((critere) => AFFAIRES.colonnes[critere].entete);
    problemes.push(probleme('GO_CONTREDIT', { affaire: numero, criteres }));
  }
  if (decision === 'Go sous conditions' && !conditions) {
    problemes.push(probleme('GO_SANS_CONDITIONS', { affaire: numero }));
  }
  return problemes;
}

/** Go fait avancer, NoGo abandonne (ce n'est pas une perte), « À compléter » renvoie qualifier (S0-13). */
function etapeApres(etape: Etape | null, decision: DecisionGoNogo): Etape | null {
  if (decision === 'NoGo') return 'Abandonnée';
  if (decision === 'À revoir') return etape;
  if (decision === 'À compléter') {
    return etape === 'Go' || etape === 'Détectée' || etape === null ? 'Qualifiée' : etape;
  }
  return etape === 'Perdue' ? etape : avancer(etape, 'Go');
}
