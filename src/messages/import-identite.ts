import { formatNombre, INSECABLE } from './formats';
import { couper, etAutres, formatListe } from './liste';

/** Deux lignes, deux noms : les mêmes, ou non ? Ce qui se contredit, ce qui est réuni, ce qui est proposé. */

export interface Contradiction {
  readonly colonne: string;
  readonly valeurs: readonly string[];
}

const LIGNES_DITES = 10;
const VALEURS_DITES = 5;
const NOMS_DITS = 10;

/** « Ville » : « Lyon », « Paris » et 12 autres. */
function contredire({ colonne, valeurs }: Contradiction): string {
  const dites = formatListe(valeurs.slice(0, VALEURS_DITES).map(couper));
  return `« ${colonne} »${INSECABLE}: ${dites}${etAutres(valeurs.length, VALEURS_DITES)}`;
}

export const MESSAGES_IMPORT_IDENTITE = {
  IDENTITE_EN_CONFLIT: (a: {
    nom: string;
    lignes: readonly number[];
    colonnes: readonly Contradiction[];
    /** Le SIREN/SIRET qui réunit ces lignes, sous plusieurs noms. */
    siret: string | null;
  }) =>
    `« ${a.nom} » est décrit par les lignes ${a.lignes.slice(0, LIGNES_DITES).join(', ')}${etAutres(a.lignes.length, LIGNES_DITES)}, ${a.siret === null ? 'qui se contredisent' : `de même SIREN/SIRET ${a.siret}, qui se contredisent`} (${a.colonnes.map(contredire).join(' ; ')}). Aucune n’est importée${INSECABLE}: gardez la bonne, ou distinguez-les.`,
  IDENTITE_DEJA_PRISE: (a: { nom: string; client: string; ligne: number }) =>
    `« ${a.nom} » existe déjà dans le classeur (ligne ${a.ligne}) pour un autre client, « ${a.client} ». Corrigez le numéro ou le client.`,
  CLIENT_SIRET_DIFFERENT: (a: { organisation: string; siret: string }) =>
    `« ${a.organisation} » existe déjà avec le SIREN/SIRET ${a.siret}. Si ce sont deux organisations, distinguez leurs noms.`,
  CLIENT_DOUBLON_POSSIBLE: (a: { email: string; autre: string }) =>
    `Même e-mail (${a.email}) que « ${a.autre} »${INSECABLE}: est-ce la même organisation ? Rien n’a été fusionné.`,
  CLIENT_DOUBLON_PROPOSE: (a: {
    organisation: string;
    autre: string;
    score: number;
    raisons: readonly string[];
  }) =>
    `« ${a.organisation} » est peut-être « ${a.autre} » (${Math.round(a.score * 100)}${INSECABLE}%${INSECABLE}: ${a.raisons.join(', ')}). Les deux sont gardés${INSECABLE}: si c’est la même, donnez-leur le même nom et réimportez.`,
  IMPORT_DOUBLONS_PARTIELS: (a: { compares: number; laisses: number }) =>
    `Les doublons possibles n’ont été cherchés que parmi les ${formatNombre(a.compares, 0)} premiers clients à créer${INSECABLE}: ${formatNombre(a.laisses, 0)} ${a.laisses > 1 ? 'n’ont pas été comparés' : 'n’a pas été comparé'}. Importez en plusieurs fois pour les comparer tous.`,
  CLIENT_AUTRE_NOM: (a: { organisation: string; connu: string }) =>
    `Même SIREN/SIRET que « ${a.connu} »${INSECABLE}: « ${a.organisation} » lui est rattaché, et le nom du classeur est gardé.`,
  CLIENT_AUTRE_FORME: (a: { organisation: string; connu: string }) =>
    `« ${a.organisation} » est lu comme « ${a.connu} », déjà dans le classeur${INSECABLE}: même nom, à la forme juridique près. Si ce sont deux clients, distinguez leurs noms.`,
  CLIENT_NOMS_REUNIS: (a: { organisation: string; retenu: string }) =>
    `« ${a.organisation} » et « ${a.retenu} », de même SIREN/SIRET, ne font qu’un client, sous ce dernier nom. Si ce sont deux clients, corrigez l’un des numéros.`,
  PERSONNES_INCONNUES: (a: { noms: readonly string[] }) =>
    `« Équipe » ne connaît pas ${formatListe(a.noms.map(couper), NOMS_DITS)}${INSECABLE}: ${a.noms.length > 1 ? 'ces noms sont gardés' : 'ce nom est gardé'}, sans compter pour personne de l’équipe. Ajoutez-${a.noms.length > 1 ? 'les' : 'le'} à « Équipe », ou corrigez le fichier.`,
  PERSONNES_AMBIGUES: (a: { noms: readonly string[] }) =>
    `Plusieurs personnes de « Équipe » se nomment ${formatListe(a.noms.map(couper), NOMS_DITS)}${INSECABLE}: aucune n’est choisie, et le texte est gardé. Écrivez leur adresse e-mail.`,
  IMPORT_LIGNE_REPETEE: (a: { premiere: number }) =>
    `La même que la ligne ${a.premiere}, mot pour mot${INSECABLE}: les deux sont créées, rien ne dit que ce n’en soit qu’une. Si c’en est une, ôtez-la du fichier, ou videz-la ensuite dans le classeur.`,
  IMPORT_LIGNE_PROCHE: (a: { ligne: number; traits: readonly string[] }) =>
    `Créée à côté de la ligne ${a.ligne} du classeur, de mêmes ${formatListe(a.traits)}. Si c’est la même, corrigée, gardez-en une seule dans le classeur.`,
  CLIENTS_RATTACHES: (a: { noms: readonly { cite: string; connu: string }[] }) =>
    `${a.noms.length > 1 ? 'Des clients sont lus' : 'Un client est lu'} comme ${a.noms.length > 1 ? 'ceux' : 'celui'} du classeur, à la forme juridique près${INSECABLE}: ${a.noms
      .slice(0, NOMS_DITS)
      .map(({ cite, connu }) => `« ${cite} » comme « ${connu} »`)
      .join(
        ', ',
      )}${etAutres(a.noms.length, NOMS_DITS)}. Si ce n’est pas le même client, distinguez son nom.`,
} as const;
