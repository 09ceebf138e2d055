import { lienCellule } from '../../classeur/lien-cellule';
import { nommerFacture } from '../../factures/controler-facture';
import { retardsDe } from '../retards';
import { alerte, type Veille } from './alerte';

/**
 * Factures émises, échues, non soldées, et le pas de l'échelle où elles en sont. Une cellule
 * illisible n'accuse personne : `DONNEES_ILLISIBLES` la signale.
 */
export const reglementsEnRetard: Veille = ({ index, responsable }) =>
  retardsDe(index, responsable).map(({ facture, echeance, joursRetard, resteDu, etape }) =>
    alerte(
      'FACTURE_EN_RETARD',
      {
        numero: nommerFacture(facture),
        client: facture.client ?? '?',
        echeance,
        joursRetard,
        reste: resteDu,
        etape: etape.libelle,
        le: etape.le !== null && etape.le > index.aujourdHui ? etape.le : null,
      },
      lienCellule(index.snapshot, 'factures', facture.ligne, 'paye'),
    ),
  );
