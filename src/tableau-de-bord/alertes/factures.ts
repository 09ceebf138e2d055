import { lienCellule } from '../../classeur/lien-cellule';
import { nommerFacture } from '../../factures/controler-facture';
import { facturesEnRetard } from '../../factures/suivi';
import { estDe } from '../indicateur';
import { alerte, type Veille } from './alerte';

/**
 * Factures émises, échues, non soldées, et le pas de l'échelle où elles en sont. Une cellule
 * illisible n'accuse personne : `DONNEES_ILLISIBLES` la signale.
 */
export const reglementsEnRetard: Veille = ({ index, responsable }) => {
  const { snapshot, aujourdHui } = index;
  const siennes = new Set<number>();
  for (const portes of index.facturesEmises.values()) {
    for (const porte of portes) {
      if (estDe(porte, { responsable })) siennes.add(porte.ligne.ligne);
    }
  }
  return facturesEnRetard(snapshot, aujourdHui)
    .filter(({ facture }) => siennes.has(facture.ligne))
    .map(({ facture, echeance, joursRetard, resteDu, etape }) =>
      alerte(
        'FACTURE_EN_RETARD',
        {
          numero: nommerFacture(facture),
          client: facture.client ?? '?',
          echeance,
          joursRetard,
          reste: resteDu,
          etape: etape.libelle,
          le: etape.le !== null && etape.le > aujourdHui ? etape.le : null,
        },
        lienCellule(snapshot, 'factures', facture.ligne, 'paye'),
      ),
    );
};
