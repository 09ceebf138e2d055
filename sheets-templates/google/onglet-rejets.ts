import { MAX_TEXTE } from '../../src/classeur/longueur-texte';
import { estMotif } from '../../src/import/motif-de-rejet';
import type { Annexe } from '../../src/sheets-api/envoi-import';
import type { EtatGoogle } from '../../src/sheets-api/lire-etat';
import type {
  Cellule,
  FormatCellule,
  PlageGrille,
  Rangee,
  Requete,
} from '../../src/sheets-api/rest';
import { PALETTE } from '../palette';
import { hauteurEntete } from './aspect';
import { couleur, filet, pixelsDeLargeur, police } from './style';

const TITRE_REJETS = 'Rejets import';

type Valeur = string | number | null;

/** Lignes par requête : une annexe reste loin de la taille d'un envoi. */
const PAR_ANNEXE = 500;
/** Ce qui dit qu'une cellule de Google n'a pas pu tout garder ; le fichier, lui, l'a encore. */
const COUPE = '… (texte coupé : trop long pour une cellule)';
/** Rangées laissées sous les rejets. */
const RESERVE = 20;
/** Largeurs, en caractères : celle du motif, et ce que peuvent prendre les autres colonnes. */
const LARGEUR_MOTIF = 64;
const LARGEURS = { min: 10, max: 32 } as const;
/** Rangées qui décident de la largeur. */
const MESUREES = 200;

const ENTETE: FormatCellule = {
  backgroundColorStyle: couleur(PALETTE.accent),
  verticalAlignment: 'MIDDLE',
  wrapStrategy: 'WRAP',
  textFormat: police(PALETTE.blanc, { bold: true }),
};
const CORPS: FormatCellule = {
  numberFormat: { type: 'TEXT', pattern: '@' },
  verticalAlignment: 'TOP',
  borders: { bottom: filet() },
  textFormat: police(PALETTE.texte),
};

/** Un titre que le classeur n'a pas : un onglet de rejets déjà là n'est jamais recouvert. */
export function titreDesRejets(etat: EtatGoogle, numero: number): string {
  const titres = new Set(
    [...etat.autres, ...etat.onglets.values()].map(({ titre }) => titre.toLowerCase()),
  );
  const libre = (titre: string): boolean => !titres.has(titre.toLowerCase());
  if (libre(TITRE_REJETS)) return TITRE_REJETS;
  const nomme = `${TITRE_REJETS} ${numero}`;
  for (let n = 1; ; n++) {
    const titre = n === 1 ? nomme : `${nomme} (${n})`;
    if (libre(titre)) return titre;
  }
}

/**
 * Un onglet neuf pour les lignes rejetées (l'en-tête d'abord). Ses cellules sont du texte : ce que l'on
 * y corrige reste ce que l'on a tapé, un zéro de tête ou un « = » compris.
 */
export function annexesRejets(
  etat: EtatGoogle,
  titre: string,
  lignes: readonly (readonly Valeur[])[],
): Annexe[] {
  if (lignes.length === 0) return [];
  const sheetId = identifiantLibre(etat);
  const columnCount = lignes.reduce((max, l) => Math.max(max, l.length), 1);
  const rowCount = lignes.length + RESERVE;
  const tout = { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: columnCount };
  const gridProperties = { rowCount, columnCount, frozenRowCount: 1 };
  const annexes: Annexe[] = [];
  for (let debut = 0; debut < lignes.length; debut += PAR_ANNEXE) {
    const rows = lignes.slice(debut, debut + PAR_ANNEXE).map(rangeeDe);
    const range = { ...tout, startRowIndex: debut, endRowIndex: debut + rows.length };
    annexes.push([{ updateCells: { range, rows, fields: 'userEnteredValue' } }]);
  }
  const [premiere = [], ...suite] = annexes;
  return [
    [
      { addSheet: { properties: { sheetId, title: titre, gridProperties } } },
      formater({ ...tout, endRowIndex: rowCount }, CORPS),
      formater({ ...tout, endRowIndex: 1 }, { ...ENTETE, numberFormat: CORPS.numberFormat }),
      hauteurEntete(sheetId),
      ...Array.from({ length: columnCount }, (_, rang) => largeur(sheetId, rang, lignes)),
      ...retourDuMotif(tout, lignes[0] ?? []),
      ...premiere,
    ],
    ...suite,
  ];
}

const formater = (range: PlageGrille, format: FormatCellule): Requete => ({
  repeatCell: { range, cell: { userEnteredFormat: format }, fields: 'userEnteredFormat' },
});

function largeur(sheetId: number, rang: number, lignes: readonly (readonly Valeur[])[]): Requete {
  const [entete = []] = lignes;
  const longueurs = lignes.slice(0, MESUREES).map((l) => String(l[rang] ?? '').length + 4);
  const voulue = Math.max(LARGEURS.min, ...longueurs);
  const caracteres = estMotif(String(entete[rang]))
    ? LARGEUR_MOTIF
    : Math.min(LARGEURS.max, voulue);
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: rang, endIndex: rang + 1 },
      properties: { pixelSize: pixelsDeLargeur(caracteres) },
      fields: 'pixelSize',
    },
  };
}

/** Un motif tient souvent sur plusieurs lignes. */
function retourDuMotif(tout: PlageGrille, entete: readonly Valeur[]): Requete[] {
  const rang = entete.findIndex((e) => estMotif(String(e)));
  if (rang < 0) return [];
  const range = { ...tout, startRowIndex: 1, startColumnIndex: rang, endColumnIndex: rang + 1 };
  return [formater(range, { ...CORPS, wrapStrategy: 'WRAP' })];
}

function identifiantLibre({ autres, onglets }: EtatGoogle): number {
  const pris = new Set([...autres, ...onglets.values()].map(({ sheetId }) => sheetId));
  let id = 1;
  while (pris.has(id)) id += 1;
  return id;
}

function rangeeDe(valeurs: readonly Valeur[]): Rangee {
  return { values: valeurs.map(celluleDe) };
}

function celluleDe(valeur: Valeur): Cellule {
  if (valeur === null || valeur === '') return {};
  if (typeof valeur === 'number') return { userEnteredValue: { numberValue: valeur } };
  const entier = valeur.length <= MAX_TEXTE;
  const texte = entier ? valeur : `${valeur.slice(0, MAX_TEXTE - COUPE.length)}${COUPE}`;
  return { userEnteredValue: { stringValue: texte } };
}
