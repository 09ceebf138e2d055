import type { Worksheet } from 'exceljs';
import { ecrireCellule } from '../../../../src/classeur/ecrire-cellule';
import { TABLES, type CleTable, type ValeursDe } from '../../../../src/classeur/tables';
import { FORMATS } from '../../../../sheets-templates/formats';
import { hauteurEstimee } from '../../../../sheets-templates/hauteur';
import type { AspectOnglet } from '../../../../sheets-templates/onglet';
import { validationDe } from '../../../../sheets-templates/validations';
import { regleDeSaisie } from './poser-validations';

/** Ajoute des enregistrements sous les lignes présentes, au style de leur colonne. */
export function poserLignes<K extends CleTable>(
  feuille: Worksheet,
  onglet: AspectOnglet & { readonly cle: K },
  lignes: readonly Partial<ValeursDe<K>>[],
): void {
  const { cle } = onglet;
  const colonnes = Object.entries(TABLES[cle].colonnes);
  for (const valeurs of lignes) {
    const champs = valeurs as Record<string, unknown>;
    const rangee = feuille.getRow(feuille.rowCount + 1);
    colonnes.forEach(([nom, colonne], i) => {
      const ecrite = ecrireCellule(colonne, champs[nom]);
      if (ecrite.brut === null) return;
      const cellule = rangee.getCell(i + 1);
      cellule.value = ecrite.brut;
      if (colonne.genre !== 'libre') return;
      cellule.numFmt = FORMATS[ecrite.genre];
      const regle = validationDe(cle, nom, { ...colonne, genre: ecrite.genre, valeurs: [] });
      if (regle) cellule.dataValidation = regleDeSaisie(regle);
    });
    const hauteur = hauteurEstimee(onglet.colonnes, (c) => {
      const valeur = champs[c.cle];
      return typeof valeur === 'string' ? valeur : null;
    });
    if (hauteur !== null) rangee.height = hauteur;
  }
}
