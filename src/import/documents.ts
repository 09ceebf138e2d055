import { eurosVersCentimes, somme, type Centimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import { lireNombre } from '../commun/lire-texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { TableEchangeable } from '../classeur/tables';
import type { Correspondance } from './correspondance';
import { formatDeColonne } from './format-colonne';
import type { TableSource } from './entete';
import type { Lecture, LigneLue } from './lire-lignes';
import { nomsConnus } from './noms-connus';
import { remarque } from './remarques';
import { texteDeCellule } from './source';

/** Les lignes d'une même identité : un seul enregistrement (une ligne par article, le plus souvent). */
export interface Document {
  readonly lignes: readonly LigneLue[];
  readonly valeurs: Record<string, unknown>;
}

/** Calcule le montant d'une ligne d'article, en centimes ; `null` s'il manque ou ne se lit pas. */
export type MontantArticle = (lue: LigneLue) => Centimes | null;

/**
 * Réunit les valeurs des lignes d'un document. Deux valeurs différentes d'une même colonne se
 * contredisent : toutes les lignes sont rejetées, aucune ne vaut plus que l'autre.
 */
export function reunir(
  lignes: readonly LigneLue[],
  identite: readonly string[],
  lecture: Lecture,
  montantArticle: MontantArticle | null,
): { document: Document | null; objetDiffere: boolean } {
  const valeurs: Record<string, unknown> = {};
  const conflits: string[] = [];
  let objetDiffere = false;
  for (const cle of Object.keys(lignes[0]?.valeurs ?? {})) {
    if (cle === 'montantHt' && montantArticle) continue;
    const distinctes = new Map<string, unknown>();
    for (const { valeurs: v } of lignes) {
      if (v[cle] !== null && v[cle] !== undefined) distinctes.set(JSON.stringify(v[cle]), v[cle]);
    }
    valeurs[cle] = [...distinctes.values()][0] ?? null;
    if (distinctes.size <= 1 || identite.includes(cle)) continue;
    if (cle === 'objet') objetDiffere = true;
    else conflits.push(cle);
  }
  if (conflits.length > 0) {
    const numeros = lignes.map((l) => l.ligne);
    const colonnes = conflits.map((cle) => lecture.entete(cle));
    for (const lue of lignes) {
      const cle = conflits[0] ?? '';
      const valeur = lecture.texte(lue, cle);
      lue.rejets.push(
        remarque(
          lue.ligne,
          lecture.entete(cle),
          valeur,
          probleme('IDENTITE_EN_CONFLIT', {
            nom: identite
              .map((c) => String(lue.valeurs[c] ?? ''))
              .filter((t) => t !== '')
              .join(' '),
            lignes: numeros,
            colonnes,
          }),
        ),
      );
    }
    return { document: null, objetDiffere: false };
  }
  if (montantArticle) {
    const montants = lignes.map(montantArticle).filter((m) => m !== null);
    if (montants.length === lignes.length) valeurs['montantHt'] = somme(montants);
    else {
      for (const lue of lignes) {
        if (montantArticle(lue) !== null) continue;
        lue.anomalies.push(
          remarque(lue.ligne, 'Montant HT', '', probleme('IMPORT_ARTICLE_SANS_MONTANT', {})),
        );
      }
    }
  }
  return { document: { lignes, valeurs }, objetDiffere };
}

/**
 * La règle du montant, pour tout le fichier : une colonne de montant du document prévaut ; sinon la
 * somme des lignes d'article (total de ligne, ou prix × quantité).
 */
export function regleMontant(
  table: TableEchangeable,
  source: TableSource,
  correspondance: Correspondance,
): { montantArticle: MontantArticle | null; avertissement: Probleme | null } {
  const colonne = correspondance.colonnes.get('montantHt');
  const estTotalDeLigne =
    colonne !== undefined && nomsConnus(table).articles.get(normaliser(colonne.nom)) === 'total';
  if (colonne && !estTotalDeLigne) return { montantArticle: null, avertissement: null };
  const total = estTotalDeLigne ? colonne : correspondance.articles.get('total');
  const prix = correspondance.articles.get('prix');
  const quantite = correspondance.articles.get('quantite');
  const nombres = (rang: number) => {
    const { format } = formatDeColonne(
      '',
      'montant',
      source.lignes.map((l) => l.cellules[rang]),
      {
        ordre: null,
        ordreHabituel: null,
        devises: true,
      },
    );
    return (lue: LigneLue): number | null => {
      const brut = lue.source.cellules[rang];
      return typeof brut === 'number' ? brut : lireNombre(texteDeCellule(brut), format);
    };
  };
  if (total) {
    const lire = nombres(total.rang);
    return {
      montantArticle: (lue) => enCentimes(lire(lue)),
      avertissement: probleme('IMPORT_MONTANT_SOMME', { colonnes: [total.entete] }),
    };
  }
  if (!prix || !quantite) return { montantArticle: null, avertissement: null };
  const lirePrix = nombres(prix.rang);
  const lireQuantite = nombres(quantite.rang);
  return {
    montantArticle: (lue) => {
      const [p, q] = [lirePrix(lue), lireQuantite(lue)];
      return p === null || q === null ? null : enCentimes(p * q);
    },
    avertissement: probleme('IMPORT_MONTANT_SOMME', { colonnes: [prix.entete, quantite.entete] }),
  };
}

function enCentimes(euros: number | null): Centimes | null {
  return euros === null || Math.abs(euros) > 1e13 ? null : eurosVersCentimes(euros);
}
