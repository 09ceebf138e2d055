import { ajouter } from '../classeur/changements';
import { estValeurBrute } from '../classeur/ecrire-cellule';
import { lotVide, poursuivre, type Lot } from '../classeur/lot';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { DecisionRevue, LigneRevue } from '../classeur/tables/revue-hebdo';
import type { Contexte } from '../commun/contexte';
import { normaliser } from '../commun/texte';
import { estAvertissement } from '../messages/avertissements';
import { accord, formatDate } from '../messages/formats';
import { messageDe, probleme, type Probleme } from '../messages/probleme';
import { decider } from './decider';
import {
  cellulesIncomprises,
  commeTapee,
  dresser,
  type ResultatRevue,
  type Saisie,
} from './preparer';
import { semaineIso } from './semaine';

/** Une décision appliquée s'efface de sa ligne. */
const EFFACEE = {
  decision: null,
  dateDecision: null,
  motif: null,
  formeCommande: null,
  commentaire: null,
} as const;

/** Où en est la revue, une ligne après l'autre. */
interface Avancement {
  readonly lot: Lot;
  /** Ce qui doit rester écrit sur les lignes. */
  readonly saisies: Map<string, Saisie>;
  readonly appliquees: string[];
  readonly problemes: Probleme[];
  readonly refusees: number;
}

/**
 * Applique les décisions de la revue en un seul lot : chacune par la commande du devis, qui vérifie
 * ses règles. Une décision refusée reste sur sa ligne avec sa raison ; le compte rendu est inscrit
 * dans Actions, et l'onglet est refait.
 */
export function planAppliquerRevue(snapshot: Snapshot, contexte: Contexte): Plan<ResultatRevue> {
  const doubles = numerosEnDouble(snapshot.tables.revueHebdo);
  let etat: Avancement = {
    lot: lotVide(snapshot),
    saisies: new Map(),
    appliquees: [],
    problemes: [],
    refusees: 0,
  };
  for (const ligne of snapshot.tables.revueHebdo) {
    etat = traiter(etat, snapshot, ligne, doubles, contexte);
  }
  if (etat.appliquees.length > 0) {
    etat = { ...etat, lot: poursuivre(etat.lot, [compteRendu(etat, contexte)]) };
  }
  const { changement, devis } = dresser(etat.lot.snapshot, contexte.aujourdHui, etat.saisies);
  return plan<ResultatRevue>(
    {
      semaine: semaineIso(contexte.aujourdHui),
      devis,
      appliquees: etat.appliquees.length,
      refusees: etat.refusees,
    },
    { changements: [...etat.lot.changements, changement], problemes: etat.problemes },
  );
}

function traiter(
  etat: Avancement,
  snapshot: Snapshot,
  ligne: LigneRevue,
  doubles: ReadonlySet<string>,
  contexte: Contexte,
): Avancement {
  const { numero, decision } = ligne;
  const cle = normaliser(numero ?? '');
  const incompris = cellulesIncomprises(snapshot, ligne);
  if (decision === null && incompris.length === 0) {
    if (!etat.saisies.has(cle)) etat.saisies.set(cle, { ...ligne, resultat: null });
    return etat;
  }
  if (numero === null) {
    const sansNumero = probleme('REVUE_SANS_NUMERO', { ligne: ligne.ligne });
    return { ...etat, problemes: [...etat.problemes, sansNumero], refusees: etat.refusees + 1 };
  }
  const prealables = [
    ...incompris,
    ...(doubles.has(cle) ? [probleme('REVUE_LIGNE_EN_DOUBLE', { numero })] : []),
  ];
  const suite =
    decision === null || prealables.length > 0
      ? { changements: [], problemes: prealables }
      : decider(etat.lot.snapshot, ligne, numero, decision, contexte);
  const refus = suite.problemes.filter((p) => !estAvertissement(p));
  if (decision === null || refus.length > 0) {
    const raisons = refus.map(messageDe);
    const tapee = commeTapee(snapshot, ligne);
    etat.saisies.set(cle, { ...tapee, resultat: raisons.join(' ') });
    const texte = estValeurBrute(tapee.decision) ? tapee.decision.brut : decision;
    const dit = probleme('REVUE_LIGNE_REFUSEE', { numero, decision: texte, raisons });
    return { ...etat, problemes: [...etat.problemes, dit], refusees: etat.refusees + 1 };
  }
  const fait = `${decision} : appliqué le ${formatDate(contexte.aujourdHui)}`;
  etat.saisies.set(cle, { ...ligne, ...EFFACEE, resultat: fait });
  return {
    ...etat,
    lot: poursuivre(etat.lot, suite.changements),
    appliquees: [...etat.appliquees, decrire(ligne, numero, decision)],
    problemes: [...etat.problemes, ...suite.problemes],
  };
}

function numerosEnDouble(lignes: readonly LigneRevue[]): Set<string> {
  const vus = new Set<string>();
  const doubles = new Set<string>();
  for (const { numero, decision } of lignes) {
    if (numero === null || decision === null) continue;
    const cle = normaliser(numero);
    if (vus.has(cle)) doubles.add(cle);
    vus.add(cle);
  }
  return doubles;
}

/** `DEV-2026-0042 (Mairie) : Refusé, le 12/03/2026, Prix. Trop cher de 10 %.` */
function decrire(ligne: LigneRevue, numero: string, decision: DecisionRevue): string {
  const { client, dateDecision, motif, formeCommande, commentaire } = ligne;
  const details = [
    decision,
    dateDecision && `le ${formatDate(dateDecision)}`,
    (decision === 'Refusé' || decision === 'Sans suite' || decision === 'Annuler') && motif,
    decision === 'Signé' && formeCommande,
  ].filter((t) => t);
  const qui = client ? `${numero} (${client})` : numero;
  return `${qui} : ${details.join(', ')}${commentaire ? `. ${commentaire}` : ''}`;
}

/** Le compte rendu de la réunion : une action, une ligne par décision. */
function compteRendu(etat: Avancement, contexte: Contexte) {
  const nombre = accord(etat.appliquees.length, 'décision appliquée', 'décisions appliquées');
  const titre = `Revue ${semaineIso(contexte.aujourdHui)} : ${nombre}`;
  return ajouter('actions', {
    date: contexte.aujourdHui,
    type: 'Revue',
    auteur: contexte.utilisateur,
    compteRendu: [titre, ...etat.appliquees].join('\n'),
    fait: true,
  });
}
