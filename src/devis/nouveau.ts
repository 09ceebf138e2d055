import { trouverAffaire } from '../affaires/trouver-affaire';
import { ajouter } from '../classeur/changements';
import { texteTropLong } from '../classeur/longueur-texte';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import type { Centimes } from '../commun/montant';
import { estAdresseEmail } from '../commun/adresse-email';
import { peut } from '../equipe/droits';
import { probleme, type Probleme } from '../messages/probleme';
import { referenceProvisoire } from './numerotation';
import { decrireProblemes, type ResultatDevis } from './plan-geste';
import { montantTtc } from './ttc';

export interface CommandeNouveauDevis {
  readonly affaire: string;
  /** Celui de l'affaire s'il n'est pas dit. */
  readonly objet?: string | null;
  /** Peut manquer au brouillon ; la soumission l'exige. */
  readonly montantHt?: Centimes | null;
  /** 0,2 pour 20 % ; le réglage habituel s'il n'est pas dit. */
  readonly tauxTva?: number | null;
  readonly marge?: Centimes | null;
  readonly responsable?: string | null;
}

/** Un nouveau devis : un brouillon sous référence provisoire, rattaché à une affaire. */
export function planNouveau(
  snapshot: Snapshot,
  commande: CommandeNouveauDevis,
  contexte: Contexte,
): Plan<ResultatDevis> {
  const { affaire, problemes: introuvable } = trouverAffaire(snapshot, commande.affaire);
  const problemes: Probleme[] = [...peut(snapshot, contexte, 'creer'), ...introuvable];
  const montantHt = commande.montantHt ?? null;
  const tauxTva = commande.tauxTva ?? snapshot.parametres.tauxTva;
  const objet = commande.objet?.trim() || affaire?.objet || null;
  const reference = referenceProvisoire(snapshot);
  if (affaire && !affaire.client) {
    problemes.push(probleme('AFFAIRE_SANS_CLIENT', { affaire: affaire.numero }));
  }
  if (affaire && !objet) {
    problemes.push(probleme('OBJET_MANQUANT', { affaire: affaire.numero }));
  }
  problemes.push(...texteTropLong('Objet', objet));
  if (montantHt !== null && montantHt <= 0) {
    problemes.push(probleme('MONTANT_NUL', { numero: reference, montant: montantHt }));
  }
  if (tauxTva < 0 || tauxTva > 1) problemes.push(probleme('TAUX_TVA_INVALIDE', { taux: tauxTva }));
  const { responsable } = commande;
  if (responsable && !estAdresseEmail(responsable)) {
    problemes.push(probleme('ADRESSE_INVALIDE', { adresse: responsable }));
  }
  const resultat: ResultatDevis = {
    numero: reference,
    version: 1,
    statut: 'Brouillon',
    problemes: decrireProblemes(problemes),
  };
  if (!affaire || problemes.length > 0) {
    return plan({ ...resultat, numero: '', version: null, statut: null }, { problemes });
  }
  return plan(resultat, {
    changements: [
      ajouter('devis', {
        numero: reference,
        version: 1,
        affaire: affaire.numero,
        client: affaire.client,
        objet,
        montantHt,
        tauxTva,
        montantTtc: montantTtc(montantHt, tauxTva),
        marge: commande.marge ?? null,
        auteur: contexte.utilisateur,
        responsable: responsable || affaire.responsable || contexte.utilisateur,
        statut: 'Brouillon',
        creeLe: contexte.aujourdHui,
      }),
    ],
  });
}
