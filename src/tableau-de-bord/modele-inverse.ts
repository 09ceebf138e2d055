import type { Mois } from '../commun/date-civile';
import { ajouterMois } from '../commun/date-civile';
import { centimes, type Centimes } from '../commun/montant';
import { PHRASES_MODELE } from '../messages/tableau';
import { cas, dansTranche, total } from './indicateur';
import type { Index } from './index-commercial';
import { CA_SIGNE, DEVIS_SIGNES } from './indicateurs/devis-signes';
import { TAUX_DECIDES } from './indicateurs/taux-transformation';
import { objectifDe } from './objectifs';
import { lAnnee, lesDerniersMois } from './periode';

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

/** Mois observés pour le panier moyen et les taux. */
const MOIS_OBSERVES = 12;

/**
 * Remonte de l'objectif annuel aux appels : reste à signer ÷ panier moyen → signatures, ÷ taux sur
 * décidés → devis, × rendez-vous par devis → rendez-vous, × appels par rendez-vous → appels.
 */
export function modeleInverse(index: Index, mois: Mois, responsable: string | null): ModeleInverse {
  const objectif = objectifAnnuel(index, mois, responsable);
  const annee = lAnnee(mois, responsable);
  const signe = total(CA_SIGNE.calculer(index, annee));
  const reste = objectif === null ? null : centimes(Math.max(0, objectif - signe));
  const o = observer(index, mois, responsable);
  const signatures = quotient(reste, o.panier);
  const devis = quotient(signatures, o.taux);
  const rendezVous = produit(devis, o.rendezVousParDevis);
  const appels = produit(rendezVous, o.appelsParRendezVous);
  return {
    resteHt: reste,
    signatures,
    devis,
    rendezVous,
    appels,
    etapes: [
      PHRASES_MODELE.reste({ objectif, signe: centimes(signe), reste }),
      PHRASES_MODELE.signatures({ panier: o.panier, valeur: signatures }),
      PHRASES_MODELE.devis({ taux: o.taux, n: o.n, valeur: devis }),
      PHRASES_MODELE.rendezVous({ ratio: o.rendezVousParDevis, valeur: rendezVous }),
      PHRASES_MODELE.appels({ ratio: o.appelsParRendezVous, valeur: appels }),
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

function ratio(a: number, b: number): number | null {
  return a > 0 && b > 0 ? a / b : null;
}

function observer(index: Index, mois: Mois, responsable: string | null) {
  const tranche = lesDerniersMois(MOIS_OBSERVES, mois, responsable);
  const signatures = total(DEVIS_SIGNES.calculer(index, tranche));
  const montant = total(CA_SIGNE.calculer(index, tranche));
  const decides = TAUX_DECIDES.calculer(index, tranche);
  const emis = dansTranche(index.emis, tranche).length;
  const actions = dansTranche(index.actions, tranche);
  const rendezVous = actions.filter(
    ({ ligne: a }) => a.type === 'Visite' || a.type === 'Réunion',
  ).length;
  const appels = actions.filter(({ ligne: a }) => a.type === 'Appel').length;
  return {
    panier: signatures > 0 ? centimes(Math.round(montant / signatures)) : null,
    taux: decides.valeur,
    n: cas(decides),
    rendezVousParDevis: ratio(rendezVous, emis),
    appelsParRendezVous: ratio(appels, rendezVous),
  };
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
