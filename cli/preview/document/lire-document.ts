import type { CelluleBrute } from '../../../src/classeur/source';
import { lireApparences, type Apparence } from '../../workbooks/xlsx/apparences';
import type { ClasseurXlsx } from '../../workbooks/xlsx/classeur-xlsx';
import { lireNoms, type NomLu } from '../../workbooks/xlsx/lire-noms';
import { lireOnglet, type CelluleLue, type OngletLu } from '../../workbooks/xlsx/lire-onglet';
import type { Cellules, ContenuOuVide, Grille } from './grille';

/** Un `.xlsx` lu en entier : ce que l'aperçu montre, et ce que l'émulateur reçoit. */
export interface DocumentLu {
  readonly onglets: readonly OngletLu[];
  /** Par numéro de style. */
  readonly apparences: readonly Apparence[];
  readonly grille: Grille;
  readonly noms: readonly NomLu[];
}

/** @throws ErreurClasseur si une partie manque ou est abîmée. */
export function lireDocument(classeur: ClasseurXlsx): DocumentLu {
  const { paquet } = classeur;
  const onglets = paquet.feuilles.map((f) => lireOnglet(classeur, f));
  const styles = paquet.partieDe('styles');
  return {
    onglets,
    apparences: lireApparences(styles === null ? null : paquet.lire(styles)),
    grille: new Map(onglets.map((o) => [o.nom, cellulesDe(o)])),
    noms: lireNoms(paquet.exiger(paquet.partieClasseur)),
  };
}

function cellulesDe(onglet: OngletLu): Cellules {
  const lignes: ContenuOuVide[][] = [];
  for (const { ligne, cellules } of onglet.rangees) {
    while (lignes.length < ligne) lignes.push([]);
    const rangee = lignes[ligne - 1];
    if (!rangee) continue;
    for (const cellule of cellules) {
      const contenu = contenuDe(cellule);
      if (!contenu) continue;
      while (rangee.length < cellule.rang) rangee.push(undefined);
      rangee[cellule.rang] = contenu;
    }
  }
  return lignes;
}

function contenuDe({ valeur, formule }: CelluleLue): ContenuOuVide {
  if (formule !== null) return { valeur: brut(valeur) ?? '', formule: `=${formule}` };
  const connue = brut(valeur);
  return connue === null || connue === '' ? undefined : { valeur: connue };
}

/** Une erreur de formule se montre comme son code ; un résultat inconnu, comme rien. */
function brut(valeur: CelluleBrute): string | number | boolean | null {
  if (valeur === null || valeur === undefined) return null;
  if (typeof valeur !== 'object') return valeur;
  return valeur.erreur.startsWith('#') ? valeur.erreur : '';
}
