import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import { TABLES, type TableEchangeable } from '../classeur/tables';
import { creerIndexOrganisations } from '../clients/index-organisations';
import { memeOrganisation } from '../clients/nom-organisation';
import { probleme } from '../messages/probleme';
import type { ClientsCites } from './clients-cites';
import { empreinte, textesIllisibles } from './contenu';
import type { Existant } from './decider';
import { cleIdentite } from './identite';
import type { Lecture, LigneLue } from './lire-lignes';
import { nommer } from './nommer';
import { remarque } from './remarques';

/** Les lignes d'une même identité, et l'enregistrement du classeur qu'elles décrivent. */
export interface Groupe {
  readonly lignes: LigneLue[];
  readonly identite: readonly string[];
  readonly existant: Existant | null;
  /** Sans identité, mais le même contenu est déjà dans le classeur. */
  readonly dejaLa: boolean;
}

/** Regroupe les lignes acceptables par identité, dans l'ordre de la source. */
export function rassembler(
  snapshot: Snapshot,
  table: TableEchangeable,
  lecture: Lecture,
  clients: ClientsCites,
  sommeDesLignes: boolean,
): Groupe[] {
  if (table === 'clients') return rassemblerClients(snapshot, lecture);
  const existants = new Map<string, Existant>();
  for (const e of snapshot.tables[table] as readonly Existant[]) {
    const cle = cleIdentite(table, e);
    if (cle !== null && !existants.has(cle)) existants.set(cle, e);
  }
  const incomplets = sommeDesLignes ? documentsIncomplets(table, lecture) : new Set<string>();
  const contenus = compterContenus(snapshot, table, lecture, clients);
  const groupes: Groupe[] = [];
  const parCle = new Map<string, Groupe>();
  for (const lue of lecture.lignes) {
    if (lue.rejets.length > 0) continue;
    const cle = cleIdentite(table, lue.valeurs);
    if (cle === null) {
      groupes.push({ lignes: [lue], identite: [], existant: null, dejaLa: contenus(lue) });
      continue;
    }
    if (incomplets.has(cle)) {
      lue.rejets.push(
        remarque(
          lue.ligne,
          lecture.entete('numero'),
          lecture.texte(lue, 'numero'),
          probleme('IMPORT_DOCUMENT_INCOMPLET', { nom: nommer(lue.valeurs) }),
        ),
      );
      continue;
    }
    const groupe = parCle.get(cle);
    if (groupe) groupe.lignes.push(lue);
    else {
      const nouveau = {
        lignes: [lue],
        identite: TABLES[table].identite,
        existant: existants.get(cle) ?? null,
        dejaLa: false,
      };
      parCle.set(cle, nouveau);
      groupes.push(nouveau);
    }
  }
  return groupes;
}

/** Un montant somme de lignes serait faux s'il en manque une. */
function documentsIncomplets(table: TableEchangeable, lecture: Lecture): Set<string> {
  const cles = lecture.lignes
    .filter((l) => l.rejets.length > 0)
    .map((l) => cleIdentite(table, l.valeurs))
    .filter((c) => c !== null);
  return new Set(cles);
}

/** Sans identité, un contenu déjà présent n'est pas ajouté ; deux fois présent, deux fois reconnu. */
function compterContenus(
  snapshot: Snapshot,
  table: TableEchangeable,
  lecture: Lecture,
  clients: ClientsCites,
): (lue: LigneLue) => boolean {
  let restants: Map<string, number> | null = null;
  const cles = lecture.cles;
  const illisible = textesIllisibles(snapshot, table);
  const compter = (): Map<string, number> => {
    const comptes = new Map<string, number>();
    for (const e of snapshot.tables[table] as readonly Existant[]) {
      const client = typeof e['client'] === 'string' ? clients.nommer(e['client']) : null;
      const cle = empreinte(cles, { ...e, client }, (c) => illisible(e.ligne, c));
      comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
    }
    return comptes;
  };
  return (lue) => {
    restants ??= compter();
    const cle = empreinte(cles, lue.valeurs);
    const reste = restants.get(cle) ?? 0;
    if (reste === 0) return false;
    restants.set(cle, reste - 1);
    return true;
  };
}

/** Les clients se reconnaissent par SIREN/SIRET puis par nom ; un même e-mail n'est qu'un doute. */
function rassemblerClients(snapshot: Snapshot, lecture: Lecture): Groupe[] {
  const connus = creerIndexOrganisations<Client>();
  const parEmail = new Map<string, string>();
  for (const client of snapshot.tables.clients) {
    if (client.organisation === null) continue;
    connus.ajouter(client.organisation, client.siret, client);
    if (client.email) parEmail.set(client.email.toLowerCase(), client.organisation);
  }
  const duFichier = creerIndexOrganisations<Groupe>();
  const groupes: Groupe[] = [];
  for (const lue of lecture.lignes) {
    const { organisation, siret, email } = lue.valeurs;
    if (lue.rejets.length > 0) continue;
    if (typeof organisation !== 'string') {
      lue.rejets.push(
        remarque(
          lue.ligne,
          lecture.entete('organisation'),
          '',
          probleme('IMPORT_REQUIS_ABSENT', { colonne: 'Organisation' }),
        ),
      );
      continue;
    }
    const numero = typeof siret === 'string' ? siret : null;
    const connu = connus.trouver(organisation, numero);
    const autre = duFichier.trouver(organisation, numero);
    if (connu?.conflit || (!connu && autre?.conflit)) {
      const p = probleme('CLIENT_SIRET_DIFFERENT', {
        organisation: connu?.nom ?? autre?.nom ?? '',
        siret: connu?.valeur.siret ?? String(autre?.valeur.lignes[0]?.valeurs['siret'] ?? ''),
      });
      lue.rejets.push(remarque(lue.ligne, lecture.entete('siret'), lecture.texte(lue, 'siret'), p));
      continue;
    }
    if (connu && !memeOrganisation(organisation, connu.nom)) {
      const p = probleme('CLIENT_AUTRE_NOM', { organisation, connu: connu.nom });
      lue.anomalies.push(remarque(lue.ligne, lecture.entete('organisation'), organisation, p));
    }
    if (autre && autre.valeur.existant === (connu?.valeur ?? null)) {
      autre.valeur.lignes.push(lue);
      continue;
    }
    const existant = connu?.valeur ?? null;
    const groupe: Groupe = { lignes: [lue], identite: ['organisation'], existant, dejaLa: false };
    duFichier.ajouter(organisation, numero, groupe);
    groupes.push(groupe);
    if (typeof email !== 'string') continue;
    const proprietaire = parEmail.get(email.toLowerCase());
    if (!existant && proprietaire !== undefined) {
      lue.anomalies.push(
        remarque(
          lue.ligne,
          lecture.entete('email'),
          email,
          probleme('CLIENT_DOUBLON_POSSIBLE', { email, autre: proprietaire }),
        ),
      );
    }
    parEmail.set(email.toLowerCase(), organisation);
  }
  return groupes;
}
