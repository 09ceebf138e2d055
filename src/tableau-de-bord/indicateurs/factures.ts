import type { Snapshot } from '../../classeur/snapshot';
import type { Facture } from '../../classeur/tables/factures';
import { somme, centimes, ZERO, type Centimes } from '../../commun/montant';
import { dansTranche, valeur, type Indicateur } from '../indicateur';

/**
 * Montant signé d'une facture : un avoir se retranche, qu'il soit écrit en positif ou en négatif.
 * Un type illisible peut cacher un avoir : la facture ne compte pas (elle est signalée).
 */
export function montantSigne(
  snapshot: Snapshot,
  facture: Facture,
  montant: Centimes | null,
): Centimes {
  if (montant === null) return ZERO;
  if (facture.type === 'Avoir') return montant === 0 ? ZERO : centimes(-Math.abs(montant));
  const incertain =
    facture.type === null && snapshot.estIllisible('factures', facture.ligne, 'type');
  return incertain ? ZERO : montant;
}

export const CA_FACTURE: Indicateur = {
  cle: 'caFacture',
  libelle: 'CA facturé (HT)',
  definition: 'Somme hors taxes des factures émises dans le mois, moins les avoirs.',
  unite: 'montant',
  calculer: ({ facturesEmises, snapshot }, tranche) =>
    valeur(
      somme(
        dansTranche(facturesEmises, tranche).map(({ ligne: f }) =>
          montantSigne(snapshot, f, f.montantHt),
        ),
      ),
    ),
  formule: (m) => m('factureHt'),
};

export const ENCAISSE: Indicateur = {
  cle: 'encaisse',
  libelle: 'Encaissé (TTC)',
  definition: 'Somme toutes taxes comprises des règlements datés du mois, moins les avoirs réglés.',
  unite: 'montant',
  calculer: ({ facturesPayees, snapshot }, tranche) =>
    valeur(
      somme(
        dansTranche(facturesPayees, tranche).map(({ ligne: f }) =>
          montantSigne(snapshot, f, f.paye),
        ),
      ),
    ),
  formule: (m) => m('encaisse'),
};
