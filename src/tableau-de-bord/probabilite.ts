import type { Devis } from '../classeur/tables/devis';
import type { Affaire } from '../classeur/tables/affaires';
import { appliquerTaux, ZERO } from '../commun/montant';
import type { Index } from './index-commercial';
import { parIndex } from './memo';

/**
 * Chances de signature d'un devis en cours (S4-18). L'affaire prévaut ; sinon l'état du devis ;
 * pour un devis envoyé, le taux propre de l'entreprise une fois assez de cas décidés.
 */
const probabilites = parIndex((index: Index): ((devis: Devis) => number) => {
  const { snapshot } = index;
  const { parametres } = snapshot;
  const envoye = tauxPropre(index) ?? parametres.probabiliteEnvoye;
  const parEtat: Readonly<Record<string, number>> = {
    Brouillon: parametres.probabiliteBrouillon,
    'En validation': parametres.probabiliteEnValidation,
    Validé: parametres.probabiliteValide,
    Envoyé: envoye,
  };
  return (devis) => {
    const affaire = index.affaire(devis.affaire);
    if (affaire !== null) {
      if (estPerdue(affaire)) return 0;
      if (affaire.probabilite !== null) return Math.max(0, affaire.probabilite);
      // Une probabilité incomprise ne se remplace pas : le devis sort du pondéré, une alerte le dit.
      if (snapshot.estIllisible('affaires', affaire.ligne, 'probabilite')) return 0;
    }
    return parEtat[devis.statut ?? ''] ?? 0;
  };
});

/** Les devis en cours avec leur probabilité, et leur montant qu'elle pondère (zéro s'il manque). */
export const ponderes = parIndex((index: Index) => {
  const probabilite = probabilites(index);
  return index.ouverts.map((devis) => {
    const p = probabilite(devis.ligne);
    return { devis, probabilite: p, pondereHt: appliquerTaux(devis.ligne.montantHt ?? ZERO, p) };
  });
});

/** Affaire perdue, abandonnée ou NoGo : elle compte zéro. */
export function estPerdue(affaire: Affaire): boolean {
  return (
    affaire.decision === 'NoGo' || affaire.etape === 'Perdue' || affaire.etape === 'Abandonnée'
  );
}

/** Part signée de tous les devis décidés, datés ou non ; `null` s'ils sont trop peu nombreux. */
function tauxPropre(index: Index): number | null {
  const { nombreDecides: decides } = index;
  const signes = index.signes.length;
  return decides > 0 && decides >= index.snapshot.parametres.casPourTauxPropre
    ? signes / decides
    : null;
}
