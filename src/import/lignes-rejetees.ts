import type { CelluleBrute } from '../classeur/source';
import type { TableEchangeable } from '../classeur/tables';
import { depuisSerie } from '../commun/date-civile';
import { formatDate } from '../messages/formats';
import { rapprocher } from './correspondance';
import { colonnesDe } from './noms-connus';
import { trouverTable } from './preparer';
import type { Remarque } from './resultat';
import { estVide, texteDeCellule, type SourceTabulaire } from './source';

const MOTIF = 'Motif du rejet';

type ValeurRejetee = string | number | null;

/**
 * Les lignes rejetées, dans les colonnes de la source, leur motif à la suite : l'onglet où l'on corrige
 * avant d'importer à nouveau. L'en-tête d'abord. Vide si rien n'est rejeté.
 */
export function lignesRejetees(
  table: TableEchangeable,
  source: SourceTabulaire,
  rejets: readonly Remarque[],
): ValeurRejetee[][] {
  const decoupe = rejets.length > 0 ? trouverTable(table, source, null) : null;
  if (!decoupe) return [];
  const motifs = new Map<number, Set<string>>();
  for (const { ligne, message } of rejets) {
    const siens = motifs.get(ligne);
    if (siens) siens.add(message);
    else motifs.set(ligne, new Set([message]));
  }
  const { cellules: entete } = decoupe.ligneEntete;
  const dejaLa = entete.findIndex((c) => texteDeCellule(c) === MOTIF);
  const rang = dejaLa >= 0 ? dejaLa : entete.length;
  const dates = rangsDesDates(table, decoupe, source);
  const avecMotif = (cellules: readonly CelluleBrute[], motif: string): ValeurRejetee[] => {
    const valeurs = cellules.map((c, i) => valeurDe(dates.has(i) ? enDate(c) : c));
    while (valeurs.length < rang) valeurs.push(null);
    // Une ligne trop longue garde ses cellules : elles viennent après le motif, sans en-tête.
    valeurs.splice(rang, dejaLa >= 0 ? 1 : 0, motif);
    return valeurs;
  };
  const lignes: ValeurRejetee[][] = [avecMotif(entete, MOTIF)];
  for (const { ligne, cellules } of decoupe.suite) {
    const siens = motifs.get(ligne);
    if (siens) lignes.push(avecMotif(cellules, [...siens].join(' ; ')));
  }
  return lignes;
}

function rangsDesDates(
  table: TableEchangeable,
  decoupe: Parameters<typeof rapprocher>[1],
  { description }: SourceTabulaire,
): Set<number> {
  const { correspondance } = rapprocher(table, decoupe, null, description.separateur);
  const declarees = colonnesDe(table);
  const dates = [...correspondance.colonnes].filter(([cle]) => declarees[cle]?.genre === 'date');
  return new Set(dates.map(([, colonne]) => colonne.rang));
}

function enDate(cellule: CelluleBrute): CelluleBrute {
  const date = typeof cellule === 'number' ? depuisSerie(cellule) : null;
  return date === null ? cellule : formatDate(date);
}

function valeurDe(cellule: CelluleBrute): ValeurRejetee {
  if (estVide(cellule)) return null;
  return typeof cellule === 'number' ? cellule : texteDeCellule(cellule);
}
