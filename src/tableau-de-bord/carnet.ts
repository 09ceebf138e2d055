import type { Affaire } from '../classeur/tables/affaires';
import type { DateCivile } from '../commun/date-civile';
import { centimes, ZERO, type Centimes } from '../commun/montant';
import { personne } from './attribution';
import { montantSigne } from './indicateurs/factures';
import type { Index, Porte } from './index-commercial';
import { parIndex } from './memo';

/** Une part du reste à facturer d'une commande, et le jour où elle est prévue. */
export interface PartAFacturer {
  readonly le: DateCivile;
  readonly montantHt: Centimes;
}

const SOLDEES: ReadonlySet<string | null> = new Set(['Facturée', 'Close', 'Perdue', 'Abandonnée']);

/**
 * Le carnet de commandes : par affaire non soldée, HT signé − HT facturé à ce jour (jamais négatif).
 * Les factures déjà datées dans le futur disent quand ; le reste compte dès maintenant. Un devis
 * signé dont l'affaire est inconnue n'y est pas : son reste à facturer ne se connaît pas.
 */
export const carnet = parIndex(construire);

function construire(index: Index): readonly Porte<PartAFacturer[]>[] {
  const commandes = new Map<Affaire, { signe: number; responsable: string }>();
  for (const compte of index.partis) {
    const { ligne } = compte;
    if (ligne.statut !== 'Signé') continue;
    const affaire = index.affaire(ligne.affaire);
    if (affaire === null || SOLDEES.has(affaire.etape)) continue;
    const deja = commandes.get(affaire);
    const montant = ligne.montantHt ?? ZERO;
    if (deja) deja.signe += montant;
    else {
      commandes.set(affaire, {
        signe: montant,
        responsable: personne(affaire.responsable) || compte.responsable,
      });
    }
  }
  const { facture, prevues } = factures(index, commandes);
  return Array.from(commandes, ([affaire, { signe, responsable }]) => ({
    responsable,
    ligne: etaler(
      Math.max(0, signe - (facture.get(affaire) ?? 0)),
      prevues.get(affaire) ?? [],
      index.aujourdHui,
    ),
  }));
}

function factures(index: Index, commandes: ReadonlyMap<Affaire, unknown>) {
  const facture = new Map<Affaire, number>();
  const prevues = new Map<Affaire, PartAFacturer[]>();
  for (const f of index.snapshot.tables.factures) {
    const affaire = index.affaire(f.affaire);
    if (affaire === null || f.emiseLe === null || !commandes.has(affaire)) continue;
    const montantHt = montantSigne(index.snapshot, f, f.montantHt);
    if (f.emiseLe <= index.aujourdHui) {
      facture.set(affaire, (facture.get(affaire) ?? 0) + montantHt);
    } else prevues.set(affaire, [...(prevues.get(affaire) ?? []), { le: f.emiseLe, montantHt }]);
  }
  return { facture, prevues };
}

/** Place le reste sur les factures prévues, dans l'ordre des dates ; ce qui dépasse est pour maintenant. */
function etaler(
  reste: number,
  prevues: readonly PartAFacturer[],
  aujourdHui: DateCivile,
): PartAFacturer[] {
  const parts: PartAFacturer[] = [];
  let aPlacer = reste;
  for (const p of prevues.slice().sort((a, b) => (a.le < b.le ? -1 : 1))) {
    const montantHt = centimes(Math.min(aPlacer, Math.max(0, p.montantHt)));
    if (montantHt > 0) parts.push({ le: p.le, montantHt });
    aPlacer -= montantHt;
  }
  if (aPlacer > 0) parts.push({ le: aujourdHui, montantHt: centimes(aPlacer) });
  return parts;
}
