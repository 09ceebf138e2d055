import type { Annexe } from './envoi-import';
import type { EtatGoogle } from './lire-etat';
import type { Cellule, Rangee } from './rest';
import { MAX_TEXTE } from '../classeur/longueur-texte';

const TITRE_REJETS = 'Rejets import';

type Valeur = string | number | null;

/** Lignes par requête : une annexe reste loin de la taille d'un envoi. */
const PAR_ANNEXE = 500;
/** Ce qui dit qu'une cellule de Google n'a pas pu tout garder ; le fichier, lui, l'a encore. */
const COUPE = '… (texte coupé : trop long pour une cellule)';
/** Rangées laissées sous les rejets. */
const RESERVE = 20;

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
      {
        repeatCell: {
          range: { ...tout, endRowIndex: rowCount },
          cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
      {
        repeatCell: {
          range: { ...tout, endRowIndex: 1 },
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: 'userEnteredFormat.textFormat.bold',
        },
      },
      ...premiere,
    ],
    ...suite,
  ];
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
