import type { DateCivile } from '../../../src/commun/date-civile';
import { ONGLET_CHIFFRES, ONGLET_TABLEAU } from '../../../src/tableau-de-bord/onglets';
import type { ClasseurOuvert } from '../classeur-ouvert';
import type { ChangementsVus } from '../protocole';
import { avecChiffresConnus } from './chiffres-connus';
import type { Grille } from './grille';
import { tableauVu, type TableauVu } from './tableau-vu';

/**
 * Les chiffres du tableau de bord que la page du navigateur montre. Après chaque écriture, ceux qui
 * ont changé lui sont dits aussitôt : la grille met des secondes à les retrouver.
 */
export class ChiffresSuivis {
  private montres: Grille | null = null;

  constructor(
    private readonly classeur: ClasseurOuvert,
    private readonly aujourdHui: DateCivile,
  ) {}

  /** Ce que la page va montrer. */
  montrer(): TableauVu | null {
    const tableau = tableauVu(this.classeur, this.aujourdHui);
    this.montres = tableau && this.pagesDe(tableau);
    return tableau;
  }

  /** Ce qui n'est plus ce que la page montre. */
  changements(): ChangementsVus[] {
    const { montres } = this;
    if (!montres) return [];
    this.montrer();
    return [ONGLET_TABLEAU, ONGLET_CHIFFRES].flatMap((onglet): ChangementsVus[] => {
      const avant = montres.get(onglet) ?? [];
      const cellules = (this.montres?.get(onglet) ?? []).flatMap((rangee, l) =>
        (rangee ?? []).flatMap((c, rang): ChangementsVus['cellules'] => {
          if (!c || avant[l]?.[rang]?.valeur === c.valeur) return [];
          return [[l + 1, rang, c.valeur, c.formule ?? null, null]];
        }),
      );
      return cellules.length > 0 ? [{ onglet, cellules, hauteurs: [] }] : [];
    });
  }

  private pagesDe(tableau: TableauVu): Grille {
    const { grille, noms } = this.classeur.document;
    return avecChiffresConnus(grille, noms, tableau);
  }
}
