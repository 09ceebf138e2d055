import { distance } from 'fastest-levenshtein';
import type { Client } from '../classeur/tables/clients';
import { creerIndexOrganisations, type IndexOrganisations } from './index-organisations';
import { lireNomOrganisation } from './nom-organisation';

const indexes = new WeakMap<readonly Client[], IndexOrganisations<Client>>();

/** L'index d'une liste de clients, cherchés par SIREN/SIRET puis par nom ; dressé une fois. */
export function indexClients(clients: readonly Client[]): IndexOrganisations<Client> {
  let index = indexes.get(clients);
  if (!index) {
    index = creerIndexOrganisations();
    for (const c of clients) {
      if (c.organisation !== null) index.ajouter(c.organisation, c.siret, c);
    }
    indexes.set(clients, index);
  }
  return index;
}

/**
 * Les fiches du client qu'un nom désigne : ce nom même, sinon le même à la forme juridique près s'il
 * n'y en a qu'un. Plusieurs si le client a été saisi deux fois : un arrêt sur l'une vaut pour toutes.
 */
export function fichesClient(clients: readonly Client[], nom: string): readonly Client[] {
  return indexClients(clients).toutes(nom);
}

/** La première fiche du client qu'un nom désigne. */
export function trouverClient(clients: readonly Client[], nom: string): Client | null {
  return fichesClient(clients, nom)[0] ?? null;
}

/** Un client existant dont le nom n'est qu'à une ou deux lettres de celui-ci : peut-être le même. */
export function clientRessemblant(clients: readonly Client[], nom: string): string | null {
  const { base } = lireNomOrganisation(nom);
  let meilleur: string | null = null;
  let ecart = base.length < 5 ? 1 : base.length < 9 ? 2 : 3;
  for (const { organisation } of clients) {
    if (organisation === null) continue;
    const d = distance(base, lireNomOrganisation(organisation).base);
    if (d < ecart) {
      ecart = d;
      meilleur = organisation;
    }
  }
  return meilleur;
}
