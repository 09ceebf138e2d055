import { remplacer, type Changement, type ValeursAEcrire } from '../classeur/changements';
import { estValeurBrute } from '../classeur/ecrire-cellule';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import { REVUE_HEBDO, type DecisionRevue, type LigneRevue } from '../classeur/tables/revue-hebdo';
import type { Contexte } from '../commun/contexte';
import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { normaliser, plusProche } from '../commun/texte';
import { trouverMembre } from '../equipe/membre';
import { messageDe, probleme, type Probleme } from '../messages/probleme';
import { candidats } from './candidat';
import { ranger } from './rang';
import { semaineIso } from './semaine';
import { suggerer } from './suggestion';

/** Le résultat de `suivi revue` ; la coquille écrit les montants en euros. */
export interface ResultatRevue {
  readonly semaine: string;
  readonly devis: readonly {
    readonly numero: string;
    readonly client: string | null;
    readonly montantHt: Centimes | null;
    readonly ageJours: number | null;
    readonly derniereAction: string | null;
    readonly prochaineRelance: DateCivile | null;
    readonly suggestion: string;
    readonly decision: DecisionRevue | null;
  }[];
  readonly appliquees: number;
  readonly refusees: number;
}

/** Refait la revue (S2-4) ; ce qui est tapé et pas encore appliqué reste sur sa ligne. */
export function planRevue(snapshot: Snapshot, contexte: Contexte): Plan<ResultatRevue> {
  const saisies = new Map<string, Saisie>();
  for (const ligne of snapshot.tables.revueHebdo) {
    const incompris = cellulesIncomprises(snapshot, ligne).map(messageDe).join(' ') || null;
    const resultat = incompris ?? (ligne.decision === null ? null : ligne.resultat);
    saisies.set(normaliser(ligne.numero ?? ''), { ...commeTapee(snapshot, ligne), resultat });
  }
  const { changement, devis } = dresser(snapshot, contexte.aujourdHui, saisies);
  const resultat = { semaine: semaineIso(contexte.aujourdHui), devis, appliquees: 0, refusees: 0 };
  return plan<ResultatRevue>(resultat, { changements: [changement] });
}

const TAPEES = ['decision', 'dateDecision', 'motif', 'formeCommande'] as const;
type Tapee = (typeof TAPEES)[number];

/** Ce qui reste écrit sur une ligne : ses valeurs, et le texte même de celles qui ne sont pas comprises. */
export type Saisie = Omit<LigneRevue, Tapee> & Pick<ValeursAEcrire<'revueHebdo'>, Tapee>;

/** Sans adresse : l'onglet refait, la ligne n'est plus à la même place. */
export function cellulesIncomprises(snapshot: Snapshot, ligne: LigneRevue): Probleme[] {
  return bruts(snapshot, ligne).map(({ colonne, brut }) => {
    const { entete, valeurs } = REVUE_HEBDO.colonnes[colonne];
    const proche = plusProche(brut, valeurs);
    return probleme('REVUE_CELLULE_INCOMPRISE', { entete, valeur: brut, proche, valeurs });
  });
}

/** La ligne telle que la personne l'a tapée : un texte incompris n'en est pas effacé. */
export function commeTapee(snapshot: Snapshot, ligne: LigneRevue): Saisie {
  const textes = bruts(snapshot, ligne).map(({ colonne, brut }) => [colonne, { brut }]);
  return { ...ligne, ...(Object.fromEntries(textes) as Pick<Saisie, Tapee>) };
}

function bruts(snapshot: Snapshot, { ligne }: LigneRevue): { colonne: Tapee; brut: string }[] {
  const illisibles = snapshot.illisiblesDe('revueHebdo').filter((c) => c.ligne === ligne);
  return TAPEES.flatMap((colonne) => {
    const cellule = illisibles.find((c) => c.colonne === colonne);
    return cellule ? [{ colonne, brut: cellule.valeur }] : [];
  });
}

const PLUS_EN_COURS = 'N’est plus à examiner : effacez la décision, ou cette ligne.';

/**
 * L'onglet « Revue hebdo » tel qu'il doit être, et sa copie pour le résultat. Une ligne qui n'est
 * plus à examiner mais porte encore une décision est gardée à la fin : rien de tapé ne se perd.
 */
export function dresser(
  snapshot: Snapshot,
  aujourdHui: DateCivile,
  saisies: ReadonlyMap<string, Saisie>,
): { changement: Changement; devis: ResultatRevue['devis'] } {
  const restantes = new Map(saisies);
  const lignes = ranger(candidats(snapshot, aujourdHui), aujourdHui).map((c) => {
    const cle = normaliser(c.numero);
    const saisie = saisies.get(cle);
    restantes.delete(cle);
    return {
      numero: c.numero,
      client: c.client,
      objet: c.objet,
      montantHt: c.montantHt,
      responsable: trouverMembre(snapshot, c.responsable)?.nom ?? c.responsable,
      statut: c.statut,
      ageJours: c.ageJours,
      derniereAction: c.derniereAction,
      prochaineRelance: c.prochaineRelance,
      suggestion: suggerer(c, aujourdHui),
      decision: saisie?.decision ?? null,
      dateDecision: saisie?.dateDecision ?? null,
      motif: saisie?.motif ?? null,
      formeCommande: saisie?.formeCommande ?? null,
      commentaire: saisie?.commentaire ?? null,
      resultat: saisie?.resultat ?? null,
    } satisfies ValeursAEcrire<'revueHebdo'>;
  });
  const orphelines: ValeursAEcrire<'revueHebdo'>[] = [];
  for (const { ligne: _ligne, ...saisie } of restantes.values()) {
    if (saisie.decision === null) continue;
    orphelines.push({ ...saisie, resultat: saisie.resultat ?? PLUS_EN_COURS });
  }
  return {
    changement: remplacer('revueHebdo', [...lignes, ...orphelines]),
    devis: lignes.map((l) => ({
      numero: l.numero,
      client: l.client,
      montantHt: l.montantHt,
      ageJours: l.ageJours,
      derniereAction: l.derniereAction,
      prochaineRelance: l.prochaineRelance,
      suggestion: l.suggestion,
      decision: estValeurBrute(l.decision) ? null : l.decision,
    })),
  };
}
