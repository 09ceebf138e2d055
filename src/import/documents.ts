import { estValeurBrute } from '../classeur/ecrire-cellule';
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
  const [seule] = lignes;
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

function valeursDistinctes(lignes: readonly LigneLue[], cle: string): unknown[] {
  const distinctes = new Map<unknown, unknown>();
  for (const { valeurs } of lignes) {
    const valeur = valeurs[cle] ?? null;
    if (valeur !== null)
      distinctes.set(estValeurBrute(valeur) ? `? ${valeur.brut}` : valeur, valeur);
  }
  return [...distinctes.values()];
}

function rejeter(lignes: readonly LigneLue[], conflits: readonly string[], lecture: Lecture): void {
  const numeros = lignes.map((l) => l.ligne);
  const colonnes = conflits.map((cle) => lecture.entete(cle));
  const [cle = ''] = conflits;
  for (const lue of lignes) {
    const nom = nommer(lue.valeurs);
    const p = probleme('IDENTITE_EN_CONFLIT', { nom, lignes: numeros, colonnes });
    lue.rejets.push(remarque(lue.ligne, lecture.entete(cle), lecture.texte(lue, cle), p));
  }
}
