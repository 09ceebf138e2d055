import type { Worksheet } from 'exceljs';
import type { AspectOnglet } from '../../../../sheets-templates/onglet';
import { formuleDeLigne, plageDonnees } from '../../../../sheets-templates/references';
import { styleRegle } from './styles';

/** Les mises en valeur d'un onglet, par priorité décroissante, sur toutes les lignes à venir. */
export function poserRegles(feuille: Worksheet, onglet: AspectOnglet): void {
  const premiere = onglet.colonnes[0]?.cle ?? '';
  const derniere = onglet.colonnes.at(-1)?.cle ?? '';
  onglet.regles.forEach((regle, i) => {
    const plages = regle.colonnes
      ? regle.colonnes.map((cle) => plageDonnees(onglet.cle, cle, cle))
      : [plageDonnees(onglet.cle, premiere, derniere)];
    feuille.addConditionalFormatting({
      ref: plages.join(' '),
      rules: [
        {
          type: 'expression',
          priority: i + 1,
          formulae: [formuleDeLigne(onglet.cle, regle.formule)],
          style: styleRegle(regle),
        },
      ],
    });
  });
}
