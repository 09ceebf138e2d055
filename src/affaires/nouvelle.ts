import { ajouter, type Changement } from '../classeur/changements';
import { texteTropLong } from '../classeur/longueur-texte';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Etape } from '../classeur/tables/affaires';
import { ORIGINES } from '../classeur/tables/clients';
import { clientRessemblant, trouverClient } from '../clients/trouver-client';
import { estAdresseEmail } from '../commun/adresse-email';
import { choisir } from '../commun/choisir';
import type { Contexte } from '../commun/contexte';
import type { Centimes } from '../commun/montant';
import { replierEspaces } from '../commun/texte';
import { tirerNumero } from '../devis/numerotation';
import { peut } from '../equipe/droits';
import { probleme, type Probleme } from '../messages/probleme';

export interface CommandeNouvelleAffaire {
  readonly client: string;
  readonly objet: string;
  readonly origine?: string | null;
  readonly besoin?: string | null;
  /** L'utilisateur s'il n'est pas dit. */
  readonly responsable?: string | null;
  readonly montantEstime?: Centimes | null;
}

export interface ResultatAffaire {
  readonly numero: string | null;
  readonly client: string;
  readonly objet: string;
  readonly etape: Etape | null;
}

/**
 * Ouvre une affaire (S0-1) : le client est retrouvé, accents, casse et forme juridique à part, ou
 * créé prospect ; un nom très proche d'un autre est signalé sans bloquer.
 */
export function planAffaireNouvelle(
  snapshot: Snapshot,
  commande: CommandeNouvelleAffaire,
  contexte: Contexte,
): Plan<ResultatAffaire> {
  const nom = replierEspaces(commande.client);
  const objet = replierEspaces(commande.objet);
  const origine = commande.origine ? choisir(ORIGINES, commande.origine) : null;
  const responsable = commande.responsable || contexte.utilisateur;
  const problemes: Probleme[] = peut(snapshot, contexte, 'affaire');
  if (nom === '') problemes.push(probleme('AFFAIRE_SANS_CLIENT', { affaire: null }));
  if (objet === '') problemes.push(probleme('AFFAIRE_SANS_OBJET', { client: nom }));
  problemes.push(
    ...texteTropLong('Client', nom),
    ...texteTropLong('Objet', objet),
    ...texteTropLong('Besoin', commande.besoin?.trim()),
  );
  if (commande.origine && origine === null) {
    const args = { origine: commande.origine, origines: ORIGINES };
    problemes.push(probleme('ORIGINE_INVALIDE', args));
  }
  const { montantEstime = null } = commande;
  if (montantEstime !== null && montantEstime < 0) {
    problemes.push(probleme('MONTANT_ESTIME_NEGATIF', { montant: montantEstime }));
  }
  if (commande.responsable && !estAdresseEmail(commande.responsable)) {
    problemes.push(probleme('ADRESSE_INVALIDE', { adresse: commande.responsable }));
  }
  const refus = { numero: null, client: nom, objet, etape: null };
  if (problemes.length > 0) return plan<ResultatAffaire>(refus, { problemes });

  const connu = trouverClient(snapshot.tables.clients, nom);
  const client = connu?.organisation ?? nom;
  const tirage = tirerNumero(snapshot, contexte, 'affaires', {
    client,
    objet,
    personne: responsable,
    provisoire: null,
  });
  if (tirage.numero === null) return plan<ResultatAffaire>(refus, { problemes: tirage.problemes });
  const { numero } = tirage;
  const changements: Changement[] = [...tirage.changements];
  if (!connu) {
    const existant = clientRessemblant(snapshot.tables.clients, nom);
    if (existant) problemes.push(probleme('CLIENT_RESSEMBLANT', { client: nom, existant }));
    changements.push(
      ajouter('clients', { organisation: client, statut: 'Prospect', responsable, origine }),
    );
  }
  const etape = 'Détectée';
  changements.push(
    ajouter('affaires', {
      numero,
      client,
      objet,
      besoin: commande.besoin?.trim() || null,
      origine,
      responsable,
      etape,
      montantEstime,
    }),
  );
  return plan<ResultatAffaire>({ numero, client, objet, etape }, { changements, problemes });
}
