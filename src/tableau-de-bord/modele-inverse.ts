import type { Mois } from '../commun/date-civile';
import { ajouterMois } from '../commun/date-civile';
import { centimes, type Centimes } from '../commun/montant';
import { PHRASES_MODELE } from '../messages/tableau';
import { total } from './indicateur';
import type { Index } from './index-commercial';
import { CA_SIGNE } from './indicateurs/devis-signes';
import { objectifDe } from './objectifs';
import { observer } from './observations';
import { lAnnee } from './periode';

/** Ce qu'il faut faire d'ici décembre pour tenir l'objectif de CA signé (S4-8) ; `null` : non calculable. */
export interface ModeleInverse {
  readonly resteHt: Centimes | null;
  readonly signatures: number | null;
  readonly devis: number | null;
  readonly rendezVous: number | null;
  readonly appels: number | null;
  /** Le raisonnement, une phrase par pas. */
  readonly etapes: readonly string[];
}

/**
 * Remonte de l'objectif annuel aux appels : reste à signer ÷ panier moyen → signatures, ÷ taux sur
 * décidés → devis, × rendez-vous par devis → rendez-vous, × appels par rendez-vous → appels. Un rapport observé sur trop
 * peu de cas arrête la remontée : mieux vaut « – » qu'un chiffre de hasard.
 */
export function modeleInverse(index: Index, mois: Mois, responsable: string | null): ModeleInverse {
  const objectif = objectifAnnuel(index, mois, responsable);
  const annee = lAnnee(mois, responsable);
  const signe = total(CA_SIGNE.calculer(index, annee));
  const reste = objectif === null ? null : centimes(Math.max(0, objectif - signe));
  const o = observer(index, mois, responsable);
  const signatures = quotient(reste, o.panier.valeur);
  const devis = quotient(signatures, o.taux.valeur);
  const rendezVous = produit(devis, o.rendezVousParDevis.valeur);
  const appels = produit(rendezVous, o.appelsParRendezVous.valeur);
  return {
    resteHt: reste,
    signatures,
    devis,
    rendezVous,
    appels,
    etapes: [
      PHRASES_MODELE.reste({ objectif, signe: centimes(signe), reste }),
      PHRASES_MODELE.signatures({ observe: o.panier, valeur: signatures }),
      PHRASES_MODELE.devis({ observe: o.taux, valeur: devis }),
      PHRASES_MODELE.rendezVous({ observe: o.rendezVousParDevis, valeur: rendezVous }),
      PHRASES_MODELE.appels({ observe: o.appelsParRendezVous, valeur: appels }),
    ],
  };
}

/** Σ des objectifs de CA signé de l'année civile ; `null` si aucun mois n'en a. */
function objectifAnnuel(index: Index, mois: Mois, responsable: string | null): Centimes | null {
  const janvier = lAnnee(mois, responsable).de;
  const objectifs = Array.from({ length: 12 }, (_, i) =>
    objectifDe(index, 'caSigne', ajouterMois(janvier, i), responsable),
  ).filter((o) => o !== null);
  return objectifs.length === 0 ? null : centimes(objectifs.reduce((a, b) => a + b, 0));
}

/** Arrondi vers le haut ; le détour par 1e-9 efface l'erreur de virgule flottante. */
const plafond = (n: number): number => Math.ceil(n - 1e-9);

function quotient(a: number | null, b: number | null): number | null {
  if (a === 0) return 0;
  return a === null || b === null || b <= 0 ? null : plafond(a / b);
}

function produit(a: number | null, b: number | null): number | null {
  if (a === 0) return 0;
  return a === null || b === null ? null : plafond(a * b);
}
