import { CLES_TABLES, type CleTable } from '../classeur/tables';
import type { EtatGoogle } from './lire-etat';
import { CELLULES_PERMISES } from './place-import';
import type { PlageNommeeJson } from './reponses';
import type { PlageGrille, Requete } from './rest';
import type { EcrituresParTable } from './traduire';

/** Lignes calculées au-delà de la dernière, au moins : de quoi taper à la main sans rien perdre. */
const AVANCE = 100;

/** La plage nommée qui dit où « Calculs » lit une table : de sa première ligne calculée à la dernière. */
export const nomDuBloc = (table: CleTable): string => `SUIVI_CALCULS_${table}`;

/**
 * Jusqu'où calculer une table : là où l'on en est (`presente`) tant qu'il reste de l'avance, sinon de
 * quoi en voir venir moitié plus ; jamais plus bas qu'elle, où une formule qui la lit serait une erreur.
 */
export function couverture(derniere: number, rangees: number, presente: number): number {
  const suffit = derniere + AVANCE <= presente;
  const voulue = suffit ? 0 : 2 * AVANCE + Math.ceil((derniere * 3) / 2);
  return Math.min(rangees, Math.max(presente, voulue));
}

/**
 * « Calculs » suit les tables : quand l'une approche du bout de son bloc, la première ligne du bloc
 * se recopie plus bas, dans le lot même qui allonge la table (`requetes`). Le classeur n'a plus la place :
 * « Calculs » reste court, et la page compte les lignes qu'elle ne lit pas.
 */
export function suivreCalculs(
  etat: EtatGoogle,
  parTable: EcrituresParTable,
  requetes: readonly Requete[],
): Requete[] {
  const suites = CLES_TABLES.flatMap((table) => {
    const nommee = etat.plages.get(nomDuBloc(table));
    const onglet = etat.onglets.get(table);
    if (!nommee?.range || !onglet) return [];
    const { ajoutees = [], refaites } = parTable.get(table) ?? {};
    const derniere = Math.max(onglet.occupee, (refaites?.length ?? 0) + 1) + ajoutees.length;
    const rangees = onglet.rangees + rangeesNeuves(onglet.sheetId, requetes);
    const fin = nommee.range.endRowIndex ?? etat.hauteurs.get(nommee.range.sheetId) ?? 0;
    const voulue = couverture(derniere, rangees, fin);
    return voulue > fin ? [{ nommee, range: nommee.range, fin, voulue }] : [];
  });
  const [premiere] = suites;
  if (!premiere) return [];
  const { sheetId } = premiere.range;
  const length = Math.max(...suites.map((s) => s.voulue)) - (etat.hauteurs.get(sheetId) ?? 0);
  const largeur = Math.max(...suites.map((s) => s.range.endColumnIndex ?? 0));
  const neuves = Math.max(0, length) * largeur;
  if (etat.cellules + neuves > CELLULES_PERMISES) return [];
  return [
    ...(length > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length } } as const] : []),
    ...suites.flatMap(allonger),
  ];
}

const rangeesNeuves = (sheetId: number, requetes: readonly Requete[]): number =>
  requetes.reduce((n, r) => {
    if ('appendDimension' in r && r.appendDimension.sheetId === sheetId)
      return n + r.appendDimension.length;
    if (!('insertDimension' in r) || r.insertDimension.range.sheetId !== sheetId) return n;
    const { startIndex, endIndex } = r.insertDimension.range;
    return n + endIndex - startIndex;
  }, 0);

interface Suite {
  readonly nommee: PlageNommeeJson;
  readonly range: PlageGrille;
  readonly fin: number;
  readonly voulue: number;
}

function allonger({ nommee, range, fin, voulue }: Suite): Requete[] {
  const { startRowIndex = 0 } = range;
  const { namedRangeId, name } = nommee;
  return [
    {
      copyPaste: {
        source: { ...range, endRowIndex: startRowIndex + 1 },
        destination: { ...range, startRowIndex: fin, endRowIndex: voulue },
        pasteType: 'PASTE_FORMULA',
        pasteOrientation: 'NORMAL',
      },
    },
    {
      updateNamedRange: {
        namedRange: { namedRangeId, name, range: { ...range, endRowIndex: voulue } },
        fields: 'range',
      },
    },
  ];
}
