import { adresseCellule } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import { fichesClient } from '../clients/trouver-client';
import type { DateCivile } from '../commun/date-civile';
import { plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { cleContact, parseBoite } from './adresse';
import type { Candidat } from './candidats';
import { cellulesIllisibles } from './cellules-illisibles';
import type { Contacts } from './contacts';

/** Une relance due que rien n'arrête, ou pourquoi elle l'est. */
export type Verdict =
  | { readonly arret: readonly Probleme[] }
  | {
      readonly arret: null;
      readonly client: Client;
      readonly destinataire: string;
      readonly contact: string;
    };

/** Arrêts voulus : ils expliquent un silence, ils n'appellent aucune correction. */
export const ARRETS_VOULUS: ReadonlySet<string> = new Set([
  'RELANCE_NE_PAS_RELANCER',
  'RELANCE_NPAI',
  'RELANCE_PAS_AVANT',
  'RELANCE_TROP_PROCHE',
]);

function arretsVoulus(candidat: Candidat, fiches: readonly Client[], le: DateCivile): Probleme[] {
  const { devis, nom } = candidat;
  const args = { devis: nom, client: devis.client ?? '' };
  const arrets: Probleme[] = [];
  if (fiches.some((f) => f.nePasRelancer === true))
    arrets.push(probleme('RELANCE_NE_PAS_RELANCER', args));
  if (fiches.some((f) => f.npai === true)) arrets.push(probleme('RELANCE_NPAI', args));
  const { pasDeRelanceAvant: date } = devis;
  if (date !== null && date > le) arrets.push(probleme('RELANCE_PAS_AVANT', { devis: nom, date }));
  return arrets;
}

function destinataireDe(
  snapshot: Snapshot,
  { devis, nom }: Candidat,
): Probleme | { destinataire: string; contact: string } {
  const cellule = adresseCellule(snapshot, 'devis', devis.ligne, 'envoyeA');
  if (devis.envoyeA === null) return probleme('RELANCE_SANS_ADRESSE', { devis: nom, cellule });
  const boite = parseBoite(devis.envoyeA);
  if (boite) return { destinataire: devis.envoyeA, contact: cleContact(boite) };
  return probleme('RELANCE_ADRESSE_INVALIDE', { devis: nom, cellule, valeur: devis.envoyeA });
}

/**
 * PRODUCT « Relances » : s'arrête si le client ne doit pas être relancé, si le courrier revient, avant
 * la date fixée, ou si le même contact vient d'être relancé. Ce qui est illisible arrête aussi, en le
 * disant. Les arrêts voulus l'emportent : ils suffisent à ne pas écrire.
 */
export function verdict(
  snapshot: Snapshot,
  candidat: Candidat,
  doutes: readonly Probleme[],
  contacts: Contacts,
  le: DateCivile,
): Verdict {
  const { devis, nom } = candidat;
  const client = devis.client ?? '';
  const fiches = fichesClient(snapshot.tables.clients, client);
  const voulus = arretsVoulus(candidat, fiches, le);
  if (voulus.length > 0) return { arret: voulus };
  const problemes = [
    ...doutes,
    ...cellulesIllisibles(snapshot, 'devis', devis.ligne, ['pasDeRelanceAvant']),
    ...fiches.flatMap((f) =>
      cellulesIllisibles(snapshot, 'clients', f.ligne, ['nePasRelancer', 'npai']),
    ),
  ];
  const [fiche] = fiches;
  if (!fiche) {
    const noms = snapshot.tables.clients.flatMap((c) => c.organisation ?? []);
    const proche = plusProche(client, noms);
    problemes.push(probleme('RELANCE_CLIENT_INCONNU', { devis: nom, client, proche }));
  }
  const boite = destinataireDe(snapshot, candidat);
  if ('code' in boite) return { arret: [...problemes, boite] };
  problemes.push(...contacts.doutes(boite.contact, client));
  if (problemes.length > 0 || !fiche) return { arret: problemes };
  const date = contacts.recente(boite.contact, client);
  if (date === null) return { arret: null, client: fiche, ...boite };
  const { joursEntreRelances: jours } = snapshot.parametres;
  const args = { devis: nom, contact: boite.contact, date, jours };
  return { arret: [probleme('RELANCE_TROP_PROCHE', args)] };
}
