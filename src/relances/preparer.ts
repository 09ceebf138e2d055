import { ajouter, modifier, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import type { Contexte } from '../commun/contexte';
import type { Probleme } from '../messages/probleme';
import { domaineDe } from './adresse';
import type { Verdict } from './arrets';
import type { Avancement } from './avancement';
import type { Brouillon } from './brouillon';
import { etapesRelance, prochaineRelanceEspacee } from './calendrier';
import type { Candidat } from './candidats';
import { rediger } from './gabarit';
import { marqueDe, type Depot } from './marque-depot';
import { messageIdDe, referenceRelance } from './reference';

export interface RelancePreparee {
  readonly devis: string;
  readonly rang: number;
  readonly destinataire: string;
  readonly objet: string;
  /** Celle du brouillon : la coquille y ajoute son fichier ou son identifiant. */
  readonly reference: string;
}

type Accord = Extract<Verdict, { arret: null }>;

type Redige =
  | { readonly arret: readonly Probleme[] }
  | { readonly arret: null; readonly brouillon: Brouillon; readonly relance: RelancePreparee };

export type Prepare =
  | { readonly arret: readonly Probleme[] }
  | {
      readonly arret: null;
      readonly client: Client;
      readonly contact: string;
      readonly brouillon: Brouillon;
      readonly relance: RelancePreparee;
      readonly changements: readonly Changement[];
    };

/** Rédige la relance et l'inscrit : compteurs du devis, action qui porte son identité. */
export function preparer(
  snapshot: Snapshot,
  contexte: Contexte,
  candidat: Candidat,
  etat: Avancement,
  accord: Accord,
  depot: Depot,
): Prepare {
  const { devis, nom } = candidat;
  const { aujourdHui, utilisateur } = contexte;
  const { tables, parametres } = snapshot;
  const rang = etat.faites + 1;
  const auteur = devis.responsable ?? devis.auteur ?? utilisateur;
  const redige = redigerRelance(snapshot, contexte, candidat, rang, accord, auteur);
  const { envoyeLe } = devis;
  if (!redige || envoyeLe === null) throw new Error(`Relance due sans étape : ${nom}`);
  if (redige.arret !== null) return redige;
  const { brouillon, relance } = redige;
  const { client, contact } = accord;
  const changements = [
    ...modifier('devis', devis, nom, {
      relancesFaites: rang,
      derniereRelance: aujourdHui,
      prochaineRelance: prochaineRelanceEspacee(
        envoyeLe,
        rang,
        aujourdHui,
        tables.modeles,
        parametres,
      ),
    }),
    ajouter('actions', {
      date: aujourdHui,
      type: 'Relance',
      client: devis.client,
      affaire: devis.affaire,
      devis: nom,
      auteur,
      compteRendu: `Relance ${rang} préparée pour ${contact}, à relire et à envoyer : ${brouillon.objet}`,
      fait: true,
      reference: brouillon.reference,
      brouillon: marqueDe(depot, brouillon, utilisateur),
    }),
  ];
  return { arret: null, client, contact, brouillon, relance, changements };
}

/**
 * Le message d'une relance ; `null` si l'onglet Modèles n'a pas d'étape de ce rang. `auteur` fixe le
 * domaine du Message-ID : à la reprise d'un dépôt interrompu, c'est celui que l'action porte.
 */
export function redigerRelance(
  snapshot: Snapshot,
  contexte: Contexte,
  { devis, nom }: Candidat,
  rang: number,
  { client, destinataire }: Accord,
  auteur: string,
): Redige | null {
  const etape = etapesRelance(snapshot.tables.modeles)[rang - 1];
  if (!etape) return null;
  const texte = rediger(etape.modele, { snapshot, contexte, devis, client });
  if (texte.problemes.length > 0) return { arret: texte.problemes };
  const reference = referenceRelance(nom, rang);
  const domaine = domaineDe(auteur);
  const { objet, corps } = texte;
  const brouillon: Brouillon = {
    reference,
    destinataire,
    copie: [],
    objet,
    corps,
    date: contexte.aujourdHui,
    messageId: messageIdDe(reference, domaine),
    enReponseA: rang > 1 ? messageIdDe(referenceRelance(nom, rang - 1), domaine) : null,
  };
  return { arret: null, brouillon, relance: { devis: nom, rang, destinataire, objet, reference } };
}
