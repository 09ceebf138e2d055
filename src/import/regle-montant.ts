import type { TableEchangeable } from '../classeur/tables';
import { lireNombre } from '../commun/lire-texte';
import { eurosVersCentimes, type Centimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import type { Correspondance } from './correspondance';
import type { ColonneSource, TableSource } from './entete';
import { formatDeColonne } from './format-colonne';
import type { LigneLue } from './lire-lignes';
import { nomsConnus } from './noms-connus';
import { texteDeCellule } from './source';

/** Le montant d'un document est la somme de ses lignes d'article. */
export interface RegleSomme {
  /** Les colonnes de la source dont il vient. */
  readonly colonnes: readonly string[];
  /** Le montant d'une ligne ; `null` s'il manque ou ne se lit pas. */
  montantDe(lue: LigneLue): Centimes | null;
}

/**
 * Une colonne de montant du document prévaut (`null` : rien à sommer) ; à défaut, la somme des lignes
 * d'article : total de ligne, ou prix × quantité. La règle vaut pour tout le fichier.
 */
export function regleMontant(
  table: TableEchangeable,
  source: TableSource,
  { colonnes, articles }: Correspondance,
): RegleSomme | null {
  if (table !== 'devis' && table !== 'factures') return null;
  const document = colonnes.get('montantHt');
  const deLigne = document && nomsConnus(table).articles.get(normaliser(document.nom)) === 'total';
  if (document && !deLigne) return null;
  const total = document ?? articles.get('total');
  if (total) {
    const lire = lecteur(source, total);
    return { colonnes: [total.entete], montantDe: (lue) => enCentimes(lire(lue)) };
  }
  const prix = articles.get('prix');
  const quantite = articles.get('quantite');
  if (!prix || !quantite) return null;
  const [lirePrix, lireQuantite] = [lecteur(source, prix), lecteur(source, quantite)];
  return {
    colonnes: [prix.entete, quantite.entete],
    montantDe: (lue) => {
      const [p, q] = [lirePrix(lue), lireQuantite(lue)];
      return p === null || q === null ? null : enCentimes(p * q);
    },
  };
}

function lecteur(source: TableSource, { rang }: ColonneSource): (lue: LigneLue) => number | null {
  const cellules = source.lignes.map((l) => l.cellules[rang]);
  const indices = { ordre: null, ordreHabituel: null, devises: false };
  const { format } = formatDeColonne('', 'montant', cellules, indices);
  return (lue) => {
    const brut = lue.source.cellules[rang];
    return typeof brut === 'number' ? brut : lireNombre(texteDeCellule(brut), format);
  };
}

function enCentimes(euros: number | null): Centimes | null {
  return euros === null || Math.abs(euros) > 1e13 ? null : eurosVersCentimes(euros);
}
