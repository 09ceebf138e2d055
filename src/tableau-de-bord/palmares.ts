import type { Motif } from '../classeur/tables/devis';
import type { DateCivile } from '../commun/date-civile';
import { centimes, ZERO, type Centimes } from '../commun/montant';
import { trouverClient } from '../clients/trouver-client';
import { designer } from '../devis/designation';
import { dansTranche, taux, type Tranche } from './indicateur';
import type { Index } from './index-commercial';
import { montantSigne } from './indicateurs/factures';
import { signes } from './indicateurs/montant-devis';

/** Départage les ex æquo ; ce qui n'a pas de nom vient d'abord. */
function parNom(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

export interface Contrat {
  readonly numero: string;
  readonly client: string | null;
  readonly objet: string | null;
  readonly montantHt: Centimes;
  readonly decideLe: DateCivile | null;
  readonly responsable: string | null;
}

/** Les plus gros devis signés de la tranche, du plus grand au plus petit (S4-20). */
export function plusBeauxContrats(index: Index, tranche: Tranche, combien = 5): Contrat[] {
  return signes(dansTranche(index.decides, tranche))
    .map(({ ligne: d, responsable }) => ({
      numero: designer(d),
      client: d.client,
      objet: d.objet,
      montantHt: d.montantHt ?? ZERO,
      decideLe: d.decideLe,
      responsable: responsable === '' ? null : responsable,
    }))
    .sort((a, b) => b.montantHt - a.montantHt || parNom(a.numero, b.numero))
    .slice(0, combien);
}

export interface Perte {
  /** `null` : motif non dit. */
  readonly motif: Motif | null;
  readonly nombre: number;
  readonly montantHt: Centimes;
}

/** Pourquoi des devis ont été perdus dans la tranche, du motif le plus fréquent au plus rare. */
export function motifsDePerte(index: Index, tranche: Tranche): Perte[] {
  const parMotif = new Map<Motif | null, { nombre: number; montant: number }>();
  for (const { ligne: d } of dansTranche(index.decides, tranche)) {
    if (d.statut === 'Signé') continue;
    const deja = parMotif.get(d.motif) ?? { nombre: 0, montant: 0 };
    deja.nombre += 1;
    deja.montant += d.montantHt ?? 0;
    parMotif.set(d.motif, deja);
  }
  return Array.from(parMotif, ([motif, { nombre, montant }]) => ({
    motif,
    nombre,
    montantHt: centimes(montant),
  })).sort((a, b) => b.nombre - a.nombre || b.montantHt - a.montantHt || parNom(a.motif, b.motif));
}

export interface PartSecteur {
  /** Secteur du client ; `null` : non renseigné. */
  readonly secteur: string | null;
  readonly caFactureHt: Centimes;
  readonly part: number | null;
}

/** La part de chaque secteur dans le CA facturé de la tranche (S3-26). */
export function caParSecteur(index: Index, tranche: Tranche): PartSecteur[] {
  const { clients } = index.snapshot.tables;
  const totaux = new Map<string | null, number>();
  for (const { ligne: f } of dansTranche(index.facturesEmises, tranche)) {
    const secteur = f.client === null ? null : (trouverClient(clients, f.client)?.secteur ?? null);
    const montant = montantSigne(index.snapshot, f, f.montantHt);
    totaux.set(secteur, (totaux.get(secteur) ?? 0) + montant);
  }
  const total = [...totaux.values()].reduce((a, b) => a + b, 0);
  return Array.from(totaux, ([secteur, montant]) => ({
    secteur,
    caFactureHt: centimes(montant),
    part: taux(montant, total).valeur,
  })).sort((a, b) => b.caFactureHt - a.caFactureHt || parNom(a.secteur, b.secteur));
}
