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
import { messageIdDe, referenceRelance } from './reference';

export interface RelancePreparee {
  readonly devis: string;
  readonly rang: number;
  readonly destinataire: string;
  readonly objet: string;
  /** Celle du brouillon : la coquille y ajoute son fichier ou son identifiant. */
  readonly reference: string;
}

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
  { devis, nom }: Candidat,
  etat: Avancement,
  { client, destinataire, contact }: Extract<Verdict, { arret: null }>,
): Prepare {
  const { aujourdHui, utilisateur } = contexte;
  const { tables, parametres } = snapshot;
  const etape = etapesRelance(tables.modeles)[etat.faites];
  const { envoyeLe } = devis;
  if (!etape || envoyeLe === null) throw new Error(`Relance due sans étape : ${nom}`);
  const texte = rediger(etape.modele, { snapshot, contexte, devis, client });
  if (texte.problemes.length > 0) return { arret: texte.problemes };

  const rang = etat.faites + 1;
  const reference = referenceRelance(nom, rang);
  const domaine = domaineDe(devis.responsable ?? devis.auteur ?? utilisateur);
  const { objet, corps } = texte;
  const brouillon: Brouillon = {
    reference,
    destinataire,
    copie: [],
    objet,
    corps,
    date: aujourdHui,
    messageId: messageIdDe(reference, domaine),
    enReponseA: rang > 1 ? messageIdDe(referenceRelance(nom, rang - 1), domaine) : null,
  };
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
      auteur: devis.responsable ?? devis.auteur ?? utilisateur,
      compteRendu: `Relance ${rang} préparée pour ${contact}, à relire et à envoyer : ${objet}`,
      fait: true,
      reference,
    }),
  ];
  const relance = { devis: nom, rang, destinataire, objet, reference };
  return { arret: null, client, contact, brouillon, relance, changements };
}
