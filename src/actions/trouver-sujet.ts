import { trouverAffaire, type AffaireNommee } from '../affaires/trouver-affaire';
import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import { memeOrganisation } from '../clients/nom-organisation';
import { trouverClient } from '../clients/trouver-client';
import { plusProche, replierEspaces } from '../commun/texte';
import { designer, type DevisNomme } from '../devis/designation';
import { trouverDevis } from '../devis/trouver-devis';
import { probleme, type Probleme } from '../messages/probleme';

/** De quoi parle une action, tel que tapé ; vide ou `null` : non dit. */
export interface SujetDit {
  readonly client?: string | null;
  readonly affaire?: string | null;
  readonly devis?: string | null;
}

/** Ce dont parle une action, retrouvé dans le classeur. */
export interface Sujet {
  readonly client: Client | null;
  readonly affaire: AffaireNommee | null;
  readonly devis: DevisNomme | null;
}

const RIEN = { affaire: null, devis: null, problemes: [] } as const;

/** Le devis donne son affaire et son client, l'affaire son client ; ce qui se contredit est dit. */
export function trouverSujet(
  snapshot: Snapshot,
  dit: SujetDit,
): { sujet: Sujet; problemes: Probleme[] } {
  const lu = dit.devis?.trim() ? trouverDevis(snapshot, dit.devis) : RIEN;
  const { devis } = lu;
  const nommee = dit.affaire?.trim() ? trouverAffaire(snapshot, dit.affaire) : RIEN;
  const duDevis = devis?.affaire ? trouverAffaire(snapshot, devis.affaire).affaire : null;
  const affaire = nommee.affaire ?? duDevis;
  const problemes: Probleme[] = [...lu.problemes, ...nommee.problemes];
  if (devis && nommee.affaire && duDevis && nommee.affaire.ligne !== duDevis.ligne) {
    const args = { affaire: nommee.affaire.numero, devis: designer(devis) };
    problemes.push(probleme('ACTION_AFFAIRE_DIFFERENTE', { ...args, attendue: duDevis.numero }));
  }
  const { clients } = snapshot.tables;
  const nom = replierEspaces(dit.client ?? '');
  const attendu = devis?.client ?? affaire?.client ?? null;
  const cherche = nom || attendu;
  const client = cherche === null ? null : trouverClient(clients, cherche);
  if (nom !== '' && !client) {
    const proche = plusProche(
      nom,
      clients.flatMap((c) => c.organisation ?? []),
    );
    problemes.push(probleme('ACTION_CLIENT_INCONNU', { client: nom, proche }));
  }
  if (nom !== '' && client && attendu !== null && !memeOrganisation(nom, attendu)) {
    const sujet = devis ? designer(devis) : (affaire?.numero ?? '');
    problemes.push(probleme('ACTION_CLIENT_DIFFERENT', { client: nom, sujet, attendu }));
  }
  return { sujet: { client, affaire, devis }, problemes };
}
