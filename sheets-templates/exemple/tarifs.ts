import { eurosVersCentimes } from '../../src/commun/montant';
import type { ValeursDe } from '../../src/classeur/tables';

const t = (
  code: string,
  designation: string,
  unite: string,
  prix: number,
): ValeursDe<'tarifs'> => ({
  code,
  designation,
  unite,
  prixHt: eurosVersCentimes(prix),
  tauxTva: 0.2,
});

/** La grille de prix de l'entreprise d'exemple. */
export const TARIFS_EXEMPLE: readonly ValeursDe<'tarifs'>[] = [
  t('J-EXP', 'Journée d’expert', 'jour', 980),
  t('J-ING', 'Journée d’ingénieur', 'jour', 760),
  t('J-PROJ', 'Journée de projeteur', 'jour', 560),
  t('J-TECH', 'Journée de technicien', 'jour', 490),
  t('VISITE', 'Visite de site et avis technique', 'forfait', 1_800),
  t('AUDIT-E', 'Audit énergétique, bâtiment jusqu’à 2 000 m²', 'forfait', 5_400),
  t('AUDIT-S', 'Audit énergétique, m² supplémentaire', 'm²', 1.6),
  t('REL-3D', 'Relevé 3D', 'm²', 2.9),
  t('BIM', 'Maquette numérique depuis un relevé', 'm²', 4.2),
  t('ATEX', 'Zonage ATEX, par local', 'local', 1_250),
  t('AMO-M', 'Assistance à maîtrise d’ouvrage, par mois', 'mois', 4_800),
  t('REUNION', 'Réunion supplémentaire sur site', 'unité', 620),
  t('KM', 'Déplacement', 'km', 0.62),
  t('REPRO', 'Tirage de dossier', 'unité', 85),
];
