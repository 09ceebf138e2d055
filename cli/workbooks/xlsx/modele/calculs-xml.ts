import { colonnesDeCalcul, LIGNES_DE_DEPART } from '../../../../sheets-templates/tableau/calculs';
import type { ColonneSource } from '../../../../sheets-templates/tableau/resoudre';
import { lettreColonne } from '../../../../src/classeur/source';
import type { CleTable } from '../../../../src/classeur/tables';
import { echapperXml } from '../xml-texte';

/** Lignes de calcul de chaque onglet. */
export type Couverture = (table: CleTable) => number;

/** De quoi couvrir `lignes` et en voir venir autant que d'habitude. */
export const couvrir =
  (lignes: (table: CleTable) => number): Couverture =>
  (table) =>
    Math.max(LIGNES_DE_DEPART, Math.ceil((lignes(table) * 5) / 4 / MARGE) * MARGE);
const MARGE = 250;

/** Les lignes de « Calculs », en XML : une formule par colonne, partagée par toutes ses lignes. */
export function lignesDeCalcul(couverture: Couverture, source?: ColonneSource): string {
  const colonnes = colonnesDeCalcul(source).map((c, i) => ({
    lettre: lettreColonne(i),
    lignes: couverture(c.source),
    formule: echapperXml(c.formule),
    rang: i,
  }));
  const plusLongue = Math.max(...colonnes.map((c) => c.lignes));
  const morceaux: string[] = [];
  for (let ligne = 2; ligne <= plusLongue + 1; ligne++) {
    const cellules = colonnes
      .filter((c) => ligne <= c.lignes + 1)
      .map(({ lettre, lignes, formule, rang }) =>
        ligne === 2
          ? `<c r="${lettre}2"><f t="shared" ref="${lettre}2:${lettre}${lignes + 1}" si="${rang}">${formule}</f></c>`
          : `<c r="${lettre}${ligne}"><f t="shared" si="${rang}"/></c>`,
      );
    morceaux.push(`<row r="${ligne}">${cellules.join('')}</row>`);
  }
  return morceaux.join('');
}
