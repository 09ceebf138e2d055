import type { CelluleBrute } from '../classeur/source';
import { depuisSerie } from '../commun/date-civile';
import { ligneCsv } from '../export/csv';
import { proteger } from '../export/protection';
import { formatDate } from '../messages/formats';
import type { TableSource } from './entete';
import type { Remarque } from './resultat';
import { estVide, texteDeCellule, type DescriptionSource, type LigneSource } from './source';

const COLONNE_MOTIF = 'Motif du rejet';

/**
 * Les lignes rejetées, avec les colonnes du fichier et leur motif, à corriger et à réimporter avec
 * le même profil : le préambule est gardé, le séparateur aussi.
 */
export function formaterRejets(
  { description }: { readonly description: DescriptionSource },
  table: TableSource,
  rejets: readonly Remarque[],
  /** Rangs des colonnes de dates : un tableur les donne en numéros de série. */
  dates: ReadonlySet<number> = new Set(),
): string {
  const separateur = description.separateur ?? ';';
  const motifs = new Map<number, string[]>();
  for (const { ligne, message } of rejets) {
    const deLigne = motifs.get(ligne) ?? [];
    if (!deLigne.includes(message)) deLigne.push(message);
    motifs.set(ligne, deLigne);
  }
  const dejaLa = table.ligneEntete.cellules.findIndex((c) => texteDeCellule(c) === COLONNE_MOTIF);
  const rang = dejaLa >= 0 ? dejaLa : table.ligneEntete.cellules.length;
  const ecrire = (ligne: LigneSource, motif: string): string => {
    const cellules = ligne.cellules.map((c, i) => enTexte(dates.has(i) ? enDate(c) : c));
    if (cellules.length > rang && dejaLa < 0 && motif !== '') {
      // une ligne trop longue garde ses cellules : le motif vient après elles
      return ligneCsv([...cellules, motif], separateur);
    }
    while (cellules.length < rang) cellules.push('');
    cellules[rang] = motif;
    return ligneCsv(cellules, separateur);
  };
  const avant = table.lignesAvant.map((l) =>
    l.cellules.every(estVide) ? '\r\n' : ligneCsv(l.cellules.map(enTexte), separateur),
  );
  const lignes = table.lignes.flatMap((l) => {
    const motif = motifs.get(l.ligne);
    return motif ? [ecrire(l, motif.join(' ; '))] : [];
  });
  return [...avant, ecrire(table.ligneEntete, COLONNE_MOTIF), ...lignes].join('');
}

function enDate(cellule: CelluleBrute): CelluleBrute {
  const date = typeof cellule === 'number' ? depuisSerie(cellule) : null;
  return date === null ? cellule : formatDate(date);
}

/** Un montant négatif n'est pas une formule : il reste tel quel. */
function enTexte(cellule: CelluleBrute): string {
  const texte =
    typeof cellule === 'number' ? String(cellule).replace('.', ',') : texteDeCellule(cellule);
  return /^-[\d.,\s\u00a0\u202f]+[€$£%]?$/.test(texte) ? texte : proteger(texte);
}
