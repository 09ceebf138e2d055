import { estValeurBrute } from '../classeur/ecrire-cellule';
import {
  lireNomOrganisation,
  memeNomExact,
  plusComplet,
  seConcilient,
} from '../clients/nom-organisation';
import { siretDejaDit } from '../clients/siret';
import { somme } from '../commun/montant';
import { probleme } from '../messages/probleme';
import type { Lecture, LigneLue } from './lire-lignes';
import { nommer } from './nommer';
import type { RegleSomme } from './regle-montant';
import { remarque } from './remarques';

/** Les lignes d'une même identité : un seul enregistrement (une ligne par article, le plus souvent). */
export interface Document {
  readonly lignes: readonly LigneLue[];
  readonly valeurs: Record<string, unknown>;
}

/**
 * Réunit les valeurs des lignes d'un document. Deux valeurs différentes d'une même colonne se
 * contredisent : toutes les lignes sont rejetées (`document` nul), aucune ne vaut plus que l'autre.
 * Seul l'objet peut différer d'une ligne à l'autre : celui de la première est gardé.
 */
export function reunir(
  lignes: readonly LigneLue[],
  identite: readonly string[],
  lecture: Lecture,
  regle: RegleSomme | null,
): { document: Document | null; objetDiffere: boolean } {
  const seule = lignes[0];
  if (lignes.length === 1 && seule && !regle) {
    return { document: { lignes, valeurs: seule.valeurs }, objetDiffere: false };
  }
  const valeurs: Record<string, unknown> = {};
  const conflits: string[] = [];
  let objetDiffere = false;
  for (const cle of Object.keys(lignes[0]?.valeurs ?? {})) {
    if (cle === 'montantHt' && regle) continue;
    const distinctes = valeursDistinctes(lignes, cle);
    valeurs[cle] = distinctes[0] ?? null;
    if (distinctes.length <= 1 || identite.includes(cle)) continue;
    if (cle === 'objet') objetDiffere = true;
    else conflits.push(cle);
  }
  if (conflits.length > 0) {
    rejeter(lignes, conflits, lecture);
    return { document: null, objetDiffere: false };
  }
  if (!identite.includes('organisation')) direNomsReunis(lignes, valeurs['organisation'], lecture);
  if (regle) {
    const montants = lignes.map((lue) => regle.montantDe(lue));
    const connus = montants.filter((m) => m !== null);
    if (connus.length === lignes.length) valeurs['montantHt'] = somme(connus);
    lignes.forEach((lue, rang) => {
      if (montants[rang] !== null) return;
      const p = probleme('IMPORT_ARTICLE_SANS_MONTANT', { colonnes: regle.colonnes });
      lue.anomalies.push(remarque(lue.ligne, regle.colonnes[0] ?? '', '', p));
    });
  }
  return { document: { lignes, valeurs }, objetDiffere };
}

/** Autant de valeurs ne se ramèneront pas à une : le reste ne ferait que prendre du temps. */
const CERTAINES = 50;

function valeursDistinctes(lignes: readonly LigneLue[], cle: string): unknown[] {
  const distinctes = new Map<unknown, unknown>();
  for (const { valeurs } of lignes) {
    if (distinctes.size > CERTAINES) break;
    const valeur = valeurs[cle] ?? null;
    if (valeur === null) continue;
    if (cle === 'siret' && typeof valeur === 'string') preciser(distinctes, valeur);
    else if (cle === 'organisation' && typeof valeur === 'string')
      distinguerNom(distinctes, valeur);
    else distinctes.set(estValeurBrute(valeur) ? `? ${valeur.brut}` : valeur, valeur);
  }
  return [...distinctes.values()];
}

/** Le SIREN d'un SIRET déjà vu n'y ajoute rien ; un SIRET précise le SIREN qu'il complète. */
function preciser(distinctes: Map<unknown, unknown>, siret: string): void {
  const connus = [...distinctes.keys()].filter((v) => typeof v === 'string');
  if (connus.some((connu) => siretDejaDit(connu, siret))) return;
  for (const connu of connus) if (siretDejaDit(siret, connu)) distinctes.delete(connu);
  distinctes.set(siret, siret);
}

/** Le même nom, à la forme juridique près, ne contredit pas ceux déjà vus : le plus complet est gardé. */
function distinguerNom(distinctes: Map<unknown, unknown>, nom: string): void {
  const lu = lireNomOrganisation(nom);
  for (const connu of distinctes.keys()) {
    if (typeof connu !== 'string') continue;
    const autre = lireNomOrganisation(connu);
    if (!seConcilient(autre, lu)) continue;
    if (!plusComplet(lu, autre)) return;
    distinctes.delete(connu);
  }
  distinctes.set(nom, nom);
}

/** Des lignes d'un même SIREN/SIRET, sous un nom plus ou moins complet : celui qui est retenu est dit. */
function direNomsReunis(lignes: readonly LigneLue[], retenu: unknown, lecture: Lecture): void {
  if (typeof retenu !== 'string') return;
  for (const lue of lignes) {
    const { organisation } = lue.valeurs;
    if (typeof organisation !== 'string' || memeNomExact(organisation, retenu)) continue;
    const p = probleme('CLIENT_NOMS_REUNIS', { organisation, retenu });
    lue.anomalies.push(remarque(lue.ligne, lecture.entete('organisation'), organisation, p));
  }
}

/** Ce qui réunit des lignes sous plusieurs noms : le SIREN/SIRET de l'une, que les autres redisent. */
function siretPartage(lignes: readonly LigneLue[]): string | null {
  const distincts = valeursDistinctes(lignes, 'siret');
  const [seul] = distincts;
  return distincts.length === 1 && typeof seul === 'string' ? seul : null;
}

/** Rejette toutes ces lignes, en disant ce qui s'y contredit et comment. */
function rejeter(lignes: readonly LigneLue[], conflits: readonly string[], lecture: Lecture): void {
  const numeros = lignes.map((l) => l.ligne);
  const colonnes = conflits.map((cle) => ({
    colonne: lecture.entete(cle),
    valeurs: [...new Set(lignes.map((l) => lecture.texte(l, cle).trim()).filter((t) => t !== ''))],
  }));
  const [cle = ''] = conflits;
  const siret = conflits.includes('organisation') ? siretPartage(lignes) : null;
  for (const lue of lignes) {
    const nom = nommer(lue.valeurs);
    const p = probleme('IDENTITE_EN_CONFLIT', { nom, lignes: numeros, colonnes, siret });
    lue.rejets.push(remarque(lue.ligne, lecture.entete(cle), lecture.texte(lue, cle), p));
  }
}
