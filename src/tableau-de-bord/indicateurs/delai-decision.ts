import { RIEN } from '../calculs/mesures';
import type { StatutDevis } from '../../classeur/tables/devis';
import { joursEntre } from '../../commun/date-civile';
import { dansTranche, type Indicateur, type Mesure, type Tranche } from '../indicateur';
import type { Index } from '../index-commercial';

/** Médiane ; `null` sans valeur, moyenne des deux du milieu si leur nombre est pair. */
export function mediane(valeurs: readonly number[]): number | null {
  const triees = valeurs.slice().sort((a, b) => a - b);
  const milieu = Math.floor(triees.length / 2);
  const haute = triees[milieu];
  if (haute === undefined) return null;
  return triees.length % 2 === 1 ? haute : (haute + (triees[milieu - 1] ?? haute)) / 2;
}

/** Un délai négatif est une faute de saisie (voir Anomalies) : il ne compte pas. */
function delai(index: Index, tranche: Tranche, statut: StatutDevis): Mesure {
  const jours: number[] = [];
  for (const { ligne, emisLe } of dansTranche(index.decides, tranche)) {
    if (ligne.statut !== statut || emisLe === null || ligne.decideLe === null) continue;
    if (ligne.decideLe >= emisLe) jours.push(joursEntre(emisLe, ligne.decideLe));
  }
  return { valeur: mediane(jours), n: jours.length };
}

/**
 * La médiane du mois, par la moyenne des deux du milieu : la colonne porte les délais du mois et de la
 * personne choisis, ceux des refus renversés (-1 - délai).
 */
const duMilieu = (rang: 'LARGE' | 'SMALL', n: string): string =>
  `(${rang}({devis.delai^},INT((${n}+1)/2))+${rang}({devis.delai^},INT((${n}+2)/2)))/2`;
const SIGNES = 'COUNTIF({devis.delai^},">=0")';
const REFUSES = 'COUNTIF({devis.delai^},"<0")';

export const DELAI_SIGNATURE: Indicateur = {
  cle: 'delaiSignature',
  libelle: 'Délai de décision, devis signés (jours)',
  definition:
    'Jours du premier envoi à la signature, pour les devis signés dans le mois : la moitié décide plus vite, l’autre moins.',
  unite: 'jours',
  calculer: (index, tranche) => delai(index, tranche, 'Signé'),
  formule: () => `IF(${SIGNES}=0,"${RIEN}",${duMilieu('LARGE', SIGNES)})`,
};

export const DELAI_REFUS: Indicateur = {
  cle: 'delaiRefus',
  libelle: 'Délai de décision, devis refusés (jours)',
  definition:
    'Jours du premier envoi au refus, pour les devis refusés dans le mois. Les « Sans suite », que l’entreprise classe elle-même, n’y sont pas.',
  unite: 'jours',
  calculer: (index, tranche) => delai(index, tranche, 'Refusé'),
  formule: () => `IF(${REFUSES}=0,"${RIEN}",-1-${duMilieu('SMALL', REFUSES)})`,
};
