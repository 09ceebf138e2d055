import type { CelluleBrute } from '../classeur/source';
import type { TableEchangeable } from '../classeur/tables';
import { rapprocher } from './correspondance';
import {
  cellulesMontrees,
  motifDe,
  placeDuMotif,
  rangsDesDates,
  retourALOrdre,
} from './motif-de-rejet';
import { trouverTable } from './preparer';
import type { Remarque } from './resultat';
import { estVide, texteDeCellule, type LigneSource, type SourceTabulaire } from './source';

type ValeurRejetee = string | number | null;

/**
 * Les lignes rejetées, dans les colonnes de la source, leur motif à la suite : l'onglet où l'on corrige
 * avant d'importer à nouveau. L'en-tête d'abord. Vide si rien n'est rejeté.
 * @param enteteDesMotifs celui que le plan a retenu (`CollecteImport.motif`)
 */
export function lignesRejetees(
  table: TableEchangeable,
  source: SourceTabulaire,
  rejets: readonly Remarque[],
  enteteDesMotifs: string,
): ValeurRejetee[][] {
  const decoupe = rejets.length > 0 ? trouverTable(table, source, null) : null;
  if (!decoupe) return [];
  const parLigne = new Map<number, Remarque[]>();
  for (const rejet of rejets) {
    const siens = parLigne.get(rejet.ligne);
    if (siens) siens.push(rejet);
    else parLigne.set(rejet.ligne, [rejet]);
  }
  const { rang, dejaLa } = placeDuMotif(decoupe.ligneEntete);
  const { correspondance } = rapprocher(table, decoupe, null, source.description.separateur);
  const dates = rangsDesDates(table, correspondance);
  const avecMotif = (ligne: LigneSource, motif: string): ValeurRejetee[] => {
    const valeurs = cellulesMontrees(ligne, dates).map(valeurDe);
    while (valeurs.length < rang) valeurs.push(null);
    // Une ligne trop longue garde ses cellules : elles viennent après le motif, sans en-tête.
    valeurs.splice(rang, dejaLa ? 1 : 0, motif);
    return valeurs;
  };
  const entete = (): ValeurRejetee[] => avecMotif(decoupe.ligneEntete, enteteDesMotifs);
  const revient = retourALOrdre();
  const lignes: ValeurRejetee[][] = [entete()];
  for (const ligne of decoupe.suite) {
    const siens = parLigne.get(ligne.ligne);
    if (!siens) continue;
    if (revient(siens)) lignes.push(entete());
    lignes.push(avecMotif(ligne, motifDe(siens.map((r) => r.message))));
  }
  return lignes;
}

function valeurDe(cellule: CelluleBrute): ValeurRejetee {
  if (estVide(cellule)) return null;
  return typeof cellule === 'number' ? cellule : texteDeCellule(cellule);
}
