import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import { creerIndexOrganisations } from '../clients/index-organisations';
import { memeNomExact, memeOrganisation } from '../clients/nom-organisation';
import { probleme } from '../messages/probleme';
import { retenir, type Groupe, type Lot } from './groupe';
import type { LigneLue } from './lire-lignes';
import type { Preparation } from './preparer';
import { remarque } from './remarques';

/**
 * Les clients se reconnaissent par SIREN/SIRET puis par nom ; un même e-mail n'est qu'un doute. Seules
 * les lignes que l'un des trois rapproche d'une autre sont gardées, toutes ensemble.
 */
export function* rassemblerClients(snapshot: Snapshot, preparation: Preparation): Generator<Lot> {
  const { decoupe, lecture, reperes } = preparation;
  const ranger = rangeurDeClients(snapshot, preparation);
  let avance: Map<number, Lot> | null = null;
  for (const ligne of decoupe.lignes) {
    if (reperes.voir(ligne).combien === 1) {
      const lue = lecture.lire(ligne);
      const groupe = ranger(lue, true);
      yield { lignes: [lue], groupes: groupe ? [groupe] : [], seule: true };
      continue;
    }
    if (!avance) {
      avance = new Map();
      for (const autre of decoupe.lignes) {
        if (reperes.voir(autre).combien === 1) continue;
        const lue = lecture.lire(retenir(autre));
        const groupe = ranger(lue, false);
        avance.set(autre.ligne, { lignes: [lue], groupes: groupe ? [groupe] : [], seule: false });
      }
    }
    const lot = avance.get(ligne.ligne);
    if (!lot) throw new Error(`Ligne ${ligne.ligne} absente à la relecture`);
    avance.delete(ligne.ligne);
    yield lot;
  }
}

/** Rend le groupe que la ligne commence ; `null` si elle rejoint un autre, ou si elle est rejetée. */
function rangeurDeClients(
  snapshot: Snapshot,
  { lecture }: Preparation,
): (lue: LigneLue, seule: boolean) => Groupe | null {
  const connus = creerIndexOrganisations<Client>();
  const parEmail = new Map<string, string>();
  for (const client of snapshot.tables.clients) {
    if (client.organisation === null) continue;
    connus.ajouter(client.organisation, client.siret, client);
    if (client.email) parEmail.set(client.email.toLowerCase(), client.organisation);
  }
  const duFichier = creerIndexOrganisations<Groupe>();
  return (lue, seule) => {
    const { organisation, siret, email } = lue.valeurs;
    if (lue.rejets.length > 0) return null;
    if (typeof organisation !== 'string') {
      const p = probleme('IMPORT_REQUIS_ABSENT', { colonne: 'Organisation' });
      lue.rejets.push(remarque(lue.ligne, lecture.entete('organisation'), '', p));
      return null;
    }
    const numero = typeof siret === 'string' ? siret : null;
    const connu = connus.trouver(organisation, numero);
    const autre = seule ? null : duFichier.trouver(organisation, numero);
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
      const p = memeOrganisation(organisation, connu.nom)
        ? probleme('CLIENT_AUTRE_FORME', { organisation, connu: connu.nom })
        : probleme('CLIENT_AUTRE_NOM', { organisation, connu: connu.nom });
      lue.anomalies.push(remarque(lue.ligne, lecture.entete('organisation'), organisation, p));
    }
    // Deux SIRET sous un même nom, deux noms sous un même SIRET : réunies, elles se contrediront.
    if (autre && autre.valeur.existant === (connu?.valeur ?? null)) {
      autre.valeur.lignes.push(lue);
      return null;
    }
    const existant = connu?.valeur ?? null;
    // Connu du classeur, il y garde son nom ; sinon, aucun nom du fichier ne l'emporte.
    const identite = existant ? ['organisation'] : [];
    const groupe: Groupe = { lignes: [lue], identite, existant, dejaLa: false };
    if (!seule) duFichier.ajouter(organisation, numero, groupe);
    if (typeof email !== 'string') return groupe;
    const proprietaire = parEmail.get(email.toLowerCase());
    if (!existant && proprietaire !== undefined) {
      const p = probleme('CLIENT_DOUBLON_POSSIBLE', { email, autre: proprietaire });
      lue.anomalies.push(remarque(lue.ligne, lecture.entete('email'), email, p));
    }
    if (!seule) parEmail.set(email.toLowerCase(), organisation);
    return groupe;
  };
}
