import { read, SSF, type CellObject, type WorkBook } from '@e965/xlsx';
import type { CelluleBrute } from '../../src/classeur/source';
import { TITRE_CLASSEUR } from '../../src/classeur/titre';
import { normaliser } from '../../src/commun/texte';
import { deproteger } from '../../src/export/protection';
import { constatFeuilles, type DebutFeuille } from '../../src/import/autres-feuilles';
import { estVide, type LigneSource } from '../../src/import/source';
import { ligneDeTableur, type FormatDeCellule } from '../../src/import/tableur/ligne-de-tableur';
import type { Probleme } from '../../src/messages/probleme';

interface FeuilleLue {
  readonly nom: string;
  readonly lignes: readonly LigneSource[];
}

export interface ClasseurLu {
  /** `null` : la feuille demandée n'existe pas, ou le classeur n'en a aucune. */
  readonly lue: FeuilleLue | null;
  readonly feuilles: readonly string[];
  /** Les feuilles qui ne sont pas lues, si la personne n'a rien choisi. */
  readonly constats: readonly Probleme[];
}

/** Ce que vaut une feuille pour l'import demandé : combien de ses noms de colonnes sont reconnus. */
export type NoterLignes = (lignes: readonly LigneSource[]) => number;

/** Lignes d'une feuille regardées pour la choisir. */
const LIGNES_NOTEES = 20;
/** Du calendrier de 1904 (anciens Excel de Mac) à celui de 1900. */
const ECART_1904 = 1462;

/**
 * Lit un classeur étranger (`.xlsx`, `.xlsm`, `.xlsb`, `.xls`, `.ods`), quel que soit le logiciel qui
 * l'a écrit : la feuille demandée, sinon celle qui porte le nom de l'onglet, sinon celle dont les
 * colonnes sont le mieux reconnues, sinon la première qui a un contenu.
 */
export function lireClasseurEtranger(
  octets: Buffer,
  feuille: string | null,
  onglet: string | null,
  noter: NoterLignes,
): ClasseurLu {
  const classeur = read(octets, {
    type: 'buffer',
    dense: true,
    // Une cellule dont la formule n'a pas de valeur n'est rendue qu'avec les vides.
    sheetStubs: true,
    cellHTML: false,
    // Ce que montre une cellule d'un .ods n'est que là : la bibliothèque perd une part de ses formats.
    cellText: octets.subarray(0, 200).includes('opendocument'),
    // le format d'une cellule dit seul qu'un nombre est une date
    cellNF: true,
  });
  const feuilles = classeur.SheetNames;
  const nommee = (nom: string | null): string | undefined =>
    feuilles.find((f) => f === nom) ??
    feuilles.find((f) => normaliser(f) === normaliser(nom ?? ''));
  const debuts: readonly DebutFeuille[] = feuilles.map((f, i) => ({
    nom: f,
    cachee: Boolean(classeur.Workbook?.Sheets?.[i]?.Hidden),
    lignes: lignesDe(classeur, f, LIGNES_NOTEES),
  }));
  const nom = feuille === null ? (nommee(onglet) ?? meilleure(debuts, noter)) : nommee(feuille);
  if (nom === undefined) return { lue: null, feuilles, constats: [] };
  return {
    lue: { nom, lignes: lignesDe(classeur, nom, Infinity) },
    feuilles,
    constats: feuille === null ? constatFeuilles(nom, debuts, noter) : [],
  };
}

function meilleure(feuilles: readonly DebutFeuille[], noter: NoterLignes): string | undefined {
  const visibles = feuilles.filter((f) => !f.cachee);
  const notees = (visibles.length > 0 ? visibles : feuilles).map(({ nom, lignes }) => {
    const pleine = lignes.some((l) => !l.cellules.every(estVide));
    return { nom, note: pleine ? 1 + noter(lignes) : 0 };
  });
  return notees.reduce<(typeof notees)[number] | undefined>(
    (choisie, f) => (choisie === undefined || f.note > choisie.note ? f : choisie),
    undefined,
  )?.nom;
}

function lignesDe(classeur: WorkBook, nom: string, combien: number): LigneSource[] {
  const rangees = classeur.Sheets[nom]?.['!data'] ?? [];
  const decalage = classeur.Workbook?.WBProps?.date1904 === true ? ECART_1904 : 0;
  // Un CSV de chez nous, ouvert puis enregistré par un tableur, y garde les apostrophes qui le protégeaient.
  const texteDe = ecritParNous(classeur) ? telle : sansApostrophe;
  const fin = Math.min(rangees.length, combien);
  const lignes: LigneSource[] = [];
  for (let i = 0; i < fin; i++) {
    const rangee = (rangees[i] ?? []) as readonly (CellObject | undefined)[];
    const cellules = Array.from(rangee, (c) => texteDe(valeurDe(c, decalage)));
    // Des cellules mises en forme et vides, après la dernière qui dit quelque chose.
    while (cellules.at(-1) === null) cellules.pop();
    lignes.push(ligneDeTableur(i + 1, cellules, (rang) => formatDe(rangee[rang])));
  }
  return lignes;
}

const telle = (valeur: CelluleBrute): CelluleBrute => valeur;
const sansApostrophe = (valeur: CelluleBrute): CelluleBrute =>
  typeof valeur === 'string' ? deproteger(valeur) : valeur;

/** Un classeur entier porte notre titre ; l'export d'une table ne nomme aucun logiciel. */
function ecritParNous({ Props, bookType }: WorkBook): boolean {
  if (bookType !== 'xlsx') return false;
  return Props?.Title === TITRE_CLASSEUR || Props?.Application === undefined;
}

function formatDe(cellule: CellObject | undefined): FormatDeCellule {
  const ecrit = String(cellule?.z ?? '');
  const motif = cellule?.w === undefined ? ecrit : motifMontre(ecrit, Number(cellule.v), cellule.w);
  return { motif, estDate: SSF.is_date(motif.split(';')[0] ?? '') };
}

/** Le format d'une cellule d'un .ods, d'après ce qu'elle montre : « 12,5 k€ » de 12 500, « mars-26 ». */
function motifMontre(motif: string, valeur: number, montre: string): string {
  const unite = /[kM]€/.exec(motif)?.[0];
  if (unite !== undefined) {
    const vu = Number(montre.replace(/[^\d,.-]/g, '').replace(',', '.'));
    const rang = [0, 1, 2].reduce((mieux, n) =>
      Math.abs(valeur / 1000 ** n - vu) < Math.abs(valeur / 1000 ** mieux - vu) ? n : mieux,
    );
    return `0${','.repeat(rang)}"${unite}"`;
  }
  if (motif !== '@' || !/\p{L}{3}/u.test(montre)) return motif;
  return /^\d/.test(montre) ? 'd mmm yyyy' : 'mmm yyyy';
}

/** Une heure, une durée n'ont pas de calendrier. */
function montreUnJour(cellule: CellObject): boolean {
  const { motif, estDate } = formatDe(cellule);
  return estDate && /[dy]/i.test(motif.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

const ERREURS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function valeurDe(cellule: CellObject | undefined, decalage: number): CelluleBrute {
  if (cellule === undefined) return null;
  // Une formule que personne n'a calculée se montre telle quelle : la dire vide serait l'inventer.
  if (cellule.t === 'z' || cellule.v === undefined) {
    return cellule.f === undefined ? null : { erreur: `=${cellule.f}` };
  }
  const valeur = cellule.v;
  if (cellule.t === 'e') return { erreur: ERREURS[Number(valeur)] ?? '#ERREUR' };
  if (typeof valeur !== 'number') return valeur instanceof Date ? null : valeur;
  return decalage > 0 && montreUnJour(cellule) ? valeur + decalage : valeur;
}
