import { ETAPES_SOLDEES } from '../affaires/etapes';
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

interface Commande {
  readonly responsable: string;
  /** HT signé moins HT facturé ; négatif si l'on a facturé davantage. */
  resteHt: number;
  readonly prevues: PartAFacturer[];
}

const SOLDEES: ReadonlySet<string | null> = new Set(ETAPES_SOLDEES);

/**
 * Le carnet de commandes : par affaire non soldée, HT signé − HT facturé à ce jour (jamais négatif).
 * Les factures déjà datées dans le futur disent quand ; le reste compte dès maintenant. Un devis
 * signé dont l'affaire est inconnue n'y est pas : son reste à facturer ne se connaît pas.
 */
export const carnet = parIndex(construire);

function construire(index: Index): readonly Porte<PartAFacturer[]>[] {
  const commandes = new Map<string, Commande | null>();
  for (const compte of index.signes) {
    const { affaire, montantHt } = compte.ligne;
    if (affaire === null) continue;
    let commande = commandes.get(affaire);
    if (commande === undefined) {
      commande = commandeDe(index, affaire, () => compte.responsable);
      commandes.set(affaire, commande);
    }
    if (commande !== null) commande.resteHt += montantHt ?? ZERO;
  }
  for (const f of index.snapshot.tables.factures) {
    const commande = commandes.get(f.affaire ?? '');
    if (!commande || f.emiseLe === null) continue;
    const montantHt = montantSigne(index.snapshot, f, f.montantHt);
    if (f.emiseLe <= index.aujourdHui) commande.resteHt -= montantHt;
    else commande.prevues.push({ le: f.emiseLe, montantHt });
  }
  const carnet: Porte<PartAFacturer[]>[] = [];
  for (const commande of commandes.values()) {
    if (commande === null) continue;
    const { responsable, resteHt, prevues } = commande;
    const ligne = etaler(Math.max(0, resteHt), prevues, index.aujourdHui);
    carnet.push({ responsable, ligne });
  }
  return carnet;
}

/** Une commande vide ; `null` si l'affaire est inconnue ou soldée. Sans porteur, celui du devis. */
function commandeDe(index: Index, numero: string, porteur: () => string): Commande | null {
  const affaire = index.affaire(numero);
  if (affaire === null || SOLDEES.has(affaire.etape)) return null;
  return { responsable: personne(affaire.responsable) || porteur(), resteHt: 0, prevues: [] };
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
