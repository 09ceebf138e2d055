import { enEtape, estCommandee } from '../affaires/etapes';
import { ajouter, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { lireNomOrganisation, memeNomExact } from '../clients/nom-organisation';
import { indexClients } from '../clients/trouver-client';
import { detacher } from '../commun/detacher';
import { normaliser } from '../commun/texte';
import { FormesDites } from './formes-dites';
import { probleme, type Probleme } from '../messages/probleme';

type Valeurs = Readonly<Record<string, unknown>>;

/** Les clients nommés par les autres tables : écrits comme le classeur les écrit, créés s'ils manquent. */
export interface ClientsCites {
  /** Une première lecture du fichier rencontre ce nom, dans son ordre. */
  mentionner(nom: string): void;
  /**
   * Le nom du classeur pour cette organisation, à la forme juridique près si elle n'y est qu'une ; sinon
   * celui de sa première mention dans le fichier, casse et accents à part.
   */
  nommer(nom: string): string;
  /** De même, pour un nom que le classeur cite. */
  retenir(nom: string): string;
  memes(a: string, b: string): boolean;
  /** Les noms du fichier lus comme ceux du classeur, à la forme juridique près. */
  rattaches(): Probleme[];
  /** Un enregistrement accepté cite ce client. */
  citer(table: TableEchangeable, valeurs: Valeurs): void;
  creations(): Changement[];
}

export function clientsCites(snapshot: Snapshot): ClientsCites {
  const connus = indexClients(snapshot.tables.clients);
  /** Nom comparé → celui de sa première mention. */
  const nouveaux = new Map<string, string>();
  const acceptes = new Map<string, boolean>();
  const parNom = new Map<string, string>();
  const lus = new Map<string, string>();
  const formes = new FormesDites();
  const retenir = (nom: string): string => {
    const connu = connus.trouver(nom, null)?.nom;
    if (connu !== undefined && (memeNomExact(nom, connu) || !formes.plusieurs(nom))) return connu;
    const { exact } = lireNomOrganisation(nom);
    const premier = nouveaux.get(exact);
    if (premier === undefined) nouveaux.set(exact, nom);
    return premier ?? nom;
  };
  const estConnu = (nom: string): boolean => {
    const connu = connus.trouver(nom, null)?.nom;
    return connu !== undefined && memeNomExact(nom, connu);
  };
  const mentionner = (cite: string): void => {
    const nom = detacher(cite);
    formes.noter(nom);
    const { exact } = lireNomOrganisation(nom);
    if (!nouveaux.has(exact)) nouveaux.set(exact, nom);
  };
  const nommer = (cite: string): string => {
    const deja = parNom.get(cite);
    if (deja !== undefined) return deja;
    const nom = detacher(cite);
    const nomme = retenir(nom);
    parNom.set(nom, nomme);
    if (!memeNomExact(nom, nomme)) lus.set(nom, nomme);
    return nomme;
  };
  return {
    mentionner,
    nommer,
    retenir,
    memes: (a, b) => normaliser(retenir(a)) === normaliser(retenir(b)),
    rattaches: () =>
      lus.size === 0
        ? []
        : [
            probleme('CLIENTS_RATTACHES', {
              noms: Array.from(lus, ([cite, connu]) => ({ cite, connu })),
            }),
          ],
    citer(table, valeurs) {
      const nom = valeurs['client'];
      if (typeof nom !== 'string') return;
      const commande = acceptes.get(nom);
      if (commande === true || (commande === undefined && estConnu(nom))) return;
      acceptes.set(nom, aCommande(table, valeurs));
    },
    creations: () =>
      Array.from(acceptes, ([organisation, commande]) =>
        ajouter('clients', { organisation, statut: commande ? 'Client' : 'Prospect' }),
      ),
  };
}

/** Un devis signé, une facture ou une affaire commandée font un client ; sinon, un prospect. */
function aCommande(table: TableEchangeable, valeurs: Valeurs): boolean {
  if (table === 'factures') return true;
  if (table === 'devis') return valeurs['statut'] === 'Signé';
  return table === 'affaires' && estCommandee(enEtape(valeurs['etape']));
}
