import { montrerValeur } from '../src/classeur/montrer-valeur';
import type { Changement } from '../src/classeur/changements';
import type { Colonne } from '../src/classeur/colonne';
import type { Plan } from '../src/classeur/plan';
import { TABLES } from '../src/classeur/tables';
import { estRefuse } from '../src/messages/avertissements';
import { messageDe, type Probleme } from '../src/messages/probleme';
import type { DateCivile } from '../src/commun/date-civile';
import type { Centimes } from '../src/commun/montant';
import { accord, formatDate, formatMontant, formatTaux } from '../src/messages/formats';
import type { CodeSortie } from './declaration';
import { erreurJson, problemesJson } from './erreurs';
import type { Session } from './session';

/** Ce que le terminal montre d'une valeur qui peut manquer. */
export const TIRET = '–';
export const montantOuTiret = (m: Centimes | null): string =>
  m === null ? TIRET : formatMontant(m);
export const dateOuTiret = (d: DateCivile | null): string => (d === null ? TIRET : formatDate(d));
export const tauxOuTiret = (t: number | null): string => (t === null ? TIRET : formatTaux(t));

const MONTRES_EN_SIMULATION = 30;

function decrire(c: Changement): string[] {
  const { onglet } = TABLES[c.table];
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[c.table].colonnes;
  if (c.type === 'remplacer')
    return [`${onglet} : onglet refait, ${accord(c.lignes.length, 'ligne', 'lignes')}`];
  if (c.type === 'supprimer') return [`${onglet}, ${c.nom} : ligne ${c.ligne} vidée`];
  const champs = (c.type === 'ajouter' ? c.valeurs : c.apres) as Record<string, unknown>;
  const avant = (c.type === 'modifier' ? c.avant : {}) as Record<string, unknown>;
  const details = Object.entries(champs)
    .filter(
      ([cle, v]) => colonnes[cle] && (c.type === 'modifier' || (v !== null && v !== undefined)),
    )
    .map(([cle, v]) => {
      const colonne = colonnes[cle] as Colonne;
      const apres = montrerValeur(colonne, v);
      return c.type === 'modifier'
        ? `${colonne.entete} : ${montrerValeur(colonne, avant[cle])} → ${apres}`
        : `${colonne.entete} : ${apres}`;
    });
  const titre = c.type === 'modifier' ? `${onglet}, ${c.nom}` : `${onglet}, nouvelle ligne`;
  return [titre, ...details.map((d) => `  ${d}`)];
}

/** En simulation, montre ce qui aurait été écrit (le Journal mis à part). */
export function montrerSimulation(session: Session, plan: Plan<unknown>): void {
  if (!session.simulation) return;
  const utiles = plan.changements.filter((c) => c.table !== 'journal');
  session.sortie.ligne();
  session.sortie.titre('Simulation : rien n’a été écrit. Il serait écrit :');
  for (const c of utiles.slice(0, MONTRES_EN_SIMULATION)) {
    for (const l of decrire(c)) session.sortie.ligne(`  ${l}`);
  }
  const reste = utiles.length - MONTRES_EN_SIMULATION;
  if (reste > 0)
    session.sortie.ligne(`  … et ${accord(reste, 'autre écriture', 'autres écritures')}.`);
}

export function direProblemes(session: Session, problemes: readonly Probleme[]): void {
  for (const p of problemes) session.sortie.message(messageDe(p));
}

/**
 * Rend une décision unitaire : le résultat et ses avertissements (0), ou le refus et toutes ses
 * raisons (1). En JSON, un refus porte aussi `erreur`, comme toute sortie autre que 0.
 */
export function rendreDecision<R>(
  session: Session,
  plan: Plan<R>,
  dire: () => void,
  json: unknown = plan.resultat,
): CodeSortie {
  const problemes = problemesJson(plan.problemes);
  if (estRefuse(plan)) {
    session.sortie.rendre({ ...(json as object), ...erreurJson(problemes) }, () => {});
    if (!session.sortie.json) direProblemes(session, plan.problemes);
    return 1;
  }
  session.sortie.rendre(json, () => {
    if (!session.simulation) dire();
    montrerSimulation(session, plan);
  });
  if (!session.sortie.json) direProblemes(session, plan.problemes);
  return 0;
}
