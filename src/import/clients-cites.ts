import { ajouter, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { creerIndexOrganisations } from '../clients/index-organisations';
import { detacher } from '../commun/detacher';
import { normaliser } from '../commun/texte';

type Valeurs = Readonly<Record<string, unknown>>;

/** Les clients nommés par les autres tables : écrits comme le classeur les écrit, créés s'ils manquent. */
export interface ClientsCites {
  /** Le nom du classeur pour cette organisation, sinon celui de sa première mention dans le fichier. */
  nommer(nom: string): string;
  memes(a: string, b: string): boolean;
  /** Un enregistrement accepté cite ce client. */
  citer(table: TableEchangeable, valeurs: Valeurs): void;
  creations(): Changement[];
}

/** Étapes d'une affaire où la commande est là. */
const AFFAIRES_COMMANDEES: ReadonlySet<string> = new Set([
  'Commande à vérifier',
  'En réalisation',
  'Livrée',
  'Facturée',
  'Close',
]);

export function clientsCites(snapshot: Snapshot): ClientsCites {
  const connus = creerIndexOrganisations<null>();
  for (const { organisation, siret } of snapshot.tables.clients) {
    if (organisation !== null) connus.ajouter(organisation, siret, null);
  }
  const nouveaux = creerIndexOrganisations<null>();
  const acceptes = new Map<string, boolean>();
  const parNom = new Map<string, string>();
  const nommer = (cite: string): string => {
    let retenu = parNom.get(cite);
    if (retenu === undefined) {
      const nom = detacher(cite);
      const trouve = connus.trouver(nom, null) ?? nouveaux.trouver(nom, null);
      if (!trouve) nouveaux.ajouter(nom, null, null);
      retenu = trouve?.nom ?? nom;
      parNom.set(nom, retenu);
    }
    return retenu;
  };
  return {
    nommer,
    memes: (a, b) => normaliser(nommer(a)) === normaliser(nommer(b)),
    citer(table, valeurs) {
      const nom = valeurs['client'];
      if (typeof nom !== 'string') return;
      const commande = acceptes.get(nom);
      if (commande === true || (commande === undefined && connus.trouver(nom, null))) return;
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
  return table === 'affaires' && AFFAIRES_COMMANDEES.has(String(valeurs['etape']));
}
