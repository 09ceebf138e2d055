import type { Snapshot } from '../classeur/snapshot';
import { memeNomExact } from '../clients/nom-organisation';
import { indexClients } from '../clients/trouver-client';
import { probleme } from '../messages/probleme';
import { FormesDites } from './formes-dites';
import { retenir, type Groupe, type Lot } from './groupe';
import type { LigneLue } from './lire-lignes';
import type { Preparation } from './preparer';
import { remarque } from './remarques';
import { reunirClients, type FicheLue } from './reunir-clients';

/**
 * Les clients se reconnaissent par SIREN/SIRET puis par nom ; un même e-mail n'est qu'un doute. Seules
 * les lignes qu'un de ces signes rapproche d'une autre sont gardées, toutes ensemble.
 */
export function* rassemblerClients(snapshot: Snapshot, preparation: Preparation): Generator<Lot> {
  const { decoupe, lecture, reperes } = preparation;
  const formes = new FormesDites();
  const lireFiche = lecteurDeFiches(snapshot, preparation, formes);
  const douter = douteurDEmail(snapshot, preparation);
  const lireEnsemble = (): Map<number, Lot> => {
    const lues: LigneLue[] = [];
    for (const ligne of decoupe.lignes) {
      if (reperes.voir(ligne).combien === 1) continue;
      const lue = lecture.lire(retenir(ligne));
      const { organisation } = lue.valeurs;
      if (lue.rejets.length === 0 && typeof organisation === 'string') formes.noter(organisation);
      lues.push(lue);
    }
    const groupes = new Map<LigneLue | undefined, Groupe>();
    for (const fiches of reunirClients(lues.flatMap((lue) => lireFiche(lue) ?? []))) {
      douter(fiches, false);
      groupes.set(fiches[0]?.lue, groupeDe(fiches));
    }
    return new Map(lues.map((lue) => [lue.ligne, lotDe(lue, groupes.get(lue), false)]));
  };
  let ensemble: Map<number, Lot> | null = null;
  for (const ligne of decoupe.lignes) {
    if (reperes.voir(ligne).combien === 1) {
      const lue = lecture.lire(ligne);
      const fiche = lireFiche(lue);
      if (fiche) douter([fiche], true);
      yield lotDe(lue, fiche ? groupeDe([fiche]) : undefined, true);
      continue;
    }
    ensemble ??= lireEnsemble();
    const lot = ensemble.get(ligne.ligne);
    if (!lot) throw new Error(`Ligne ${ligne.ligne} absente à la relecture`);
    ensemble.delete(ligne.ligne);
    yield lot;
  }
}

/** Une ligne, et le groupe qu'elle commence. */
const lotDe = (lue: LigneLue, groupe: Groupe | undefined, seule: boolean): Lot => ({
  lignes: [lue],
  groupes: groupe ? [groupe] : [],
  seule,
});

/** Connu du classeur, un client y garde son nom ; sinon, aucun nom du fichier ne l'emporte. */
function groupeDe(fiches: readonly FicheLue[]): Groupe {
  const existant = fiches[0]?.existant ?? null;
  const identite = existant === null ? [] : ['organisation'];
  return { lignes: fiches.map((f) => f.lue), identite, existant, dejaLa: false };
}

/** Rend le client que dit une ligne ; `null` si elle est rejetée, ce qu'elle porte alors. */
function lecteurDeFiches(
  snapshot: Snapshot,
  { lecture }: Preparation,
  formes: FormesDites,
): (lue: LigneLue) => FicheLue | null {
  const connus = indexClients(snapshot.tables.clients);
  return (lue) => {
    const { organisation, siret } = lue.valeurs;
    if (lue.rejets.length > 0) return null;
    if (typeof organisation !== 'string') {
      const p = probleme('IMPORT_REQUIS_ABSENT', { colonne: 'Organisation' });
      lue.rejets.push(remarque(lue.ligne, lecture.entete('organisation'), '', p));
      return null;
    }
    const numero = typeof siret === 'string' ? siret : null;
    const trouve = connus.trouver(organisation, numero);
    const autre = trouve?.par === 'nom' && !memeNomExact(organisation, trouve.nom);
    const connu = autre && formes.plusieurs(organisation) ? null : trouve;
    if (connu?.conflit) {
      const { nom, valeur } = connu;
      const p = probleme('CLIENT_SIRET_DIFFERENT', {
        organisation: nom,
        siret: valeur.siret ?? '',
      });
      lue.rejets.push(remarque(lue.ligne, lecture.entete('siret'), lecture.texte(lue, 'siret'), p));
      return null;
    }
    if (connu && !memeNomExact(organisation, connu.nom)) {
      const p = autre
        ? probleme('CLIENT_AUTRE_FORME', { organisation, connu: connu.nom })
        : probleme('CLIENT_AUTRE_NOM', { organisation, connu: connu.nom });
      lue.anomalies.push(remarque(lue.ligne, lecture.entete('organisation'), organisation, p));
    }
    return { lue, organisation, siret: numero, existant: connu?.valeur ?? null };
  };
}

/** Note ce qu'un client à créer a en commun avec un autre : son e-mail. */
function douteurDEmail(
  snapshot: Snapshot,
  { lecture }: Preparation,
): (fiches: readonly FicheLue[], seule: boolean) => void {
  const parEmail = new Map<string, string>();
  for (const { email, organisation } of snapshot.tables.clients) {
    if (email && organisation !== null) parEmail.set(email.toLowerCase(), organisation);
  }
  return (fiches, seule) => {
    for (const { lue, existant } of fiches) {
      const { email } = lue.valeurs;
      const autre = typeof email === 'string' ? parEmail.get(email.toLowerCase()) : undefined;
      if (existant || autre === undefined || typeof email !== 'string') continue;
      const p = probleme('CLIENT_DOUBLON_POSSIBLE', { email, autre });
      lue.anomalies.push(remarque(lue.ligne, lecture.entete('email'), email, p));
    }
    if (seule) return;
    for (const { lue, organisation } of fiches) {
      const { email } = lue.valeurs;
      if (typeof email === 'string') parEmail.set(email.toLowerCase(), organisation);
    }
  };
}
