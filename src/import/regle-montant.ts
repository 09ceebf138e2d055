import type { TableEchangeable } from '../classeur/tables';
import { lireNombre } from '../commun/lire-texte';
import { eurosVersCentimes, type Centimes } from '../commun/montant';
import type { Correspondance } from './correspondance';
import type { ColonneSource } from './colonnes-source';
import { releverColonne, type ReleveColonne } from './format-colonne';
import type { LigneLue } from './lire-lignes';
import { nomCompare, nomsConnus } from './noms-connus';
import { texteDeCellule } from './source';

/** Le montant d'un document est la somme de ses lignes d'article. */
export interface RegleSomme {
  /** Les colonnes de la source dont il vient. */
  readonly colonnes: readonly string[];
  /** Le montant d'une ligne ; `null` s'il manque ou ne se lit pas. */
  montantDe(lue: LigneLue): Centimes | null;
}

/**
 * Les colonnes dont la somme fait le montant des documents : aucune si une colonne porte le montant du
 * document, sinon le total de ligne, ou prix × quantité. La règle vaut pour tout le fichier.
 */
export function colonnesArticle(
  table: TableEchangeable,
  { colonnes, articles }: Correspondance,
): readonly ColonneSource[] {
  if (table !== 'devis' && table !== 'factures') return [];
  const document = colonnes.get('montantHt');
  const deLigne = document && nomsConnus(table).articles.get(nomCompare(document.nom)) === 'total';
  if (document && !deLigne) return [];
  const total = document ?? articles.get('total');
  if (total) return [total];
  const prix = articles.get('prix');
  const quantite = articles.get('quantite');
  return prix && quantite ? [prix, quantite] : [];
}

/** @param vues ces colonnes, observées en entier, par en-tête */
export function regleMontant(
  table: TableEchangeable,
  correspondance: Correspondance,
  vues: ReadonlyMap<string, ReleveColonne>,
): RegleSomme | null {
  const colonnes = colonnesArticle(table, correspondance);
  if (colonnes.length === 0) return null;
  const lecteurs = colonnes.map((c) =>
    lecteur(c, vues.get(c.entete) ?? releverColonne('', 'montant')),
  );
  return {
    colonnes: colonnes.map((c) => c.entete),
    montantDe(lue) {
      let produit = 1;
      for (const lire of lecteurs) {
        const facteur = lire(lue);
        if (facteur === null) return null;
        produit *= facteur;
      }
      return enCentimes(produit);
    },
  };
}

function lecteur({ rang }: ColonneSource, vu: ReleveColonne): (lue: LigneLue) => number | null {
  const indices = { ordre: null, ordreHabituel: null, devises: false };
  const { format } = vu.conclure(indices);
  return (lue) => {
    const brut = lue.source.cellules[rang];
    return typeof brut === 'number' ? brut : lireNombre(texteDeCellule(brut), format);
  };
}

function enCentimes(euros: number): Centimes | null {
  return Math.abs(euros) > 1e13 ? null : eurosVersCentimes(euros);
}
