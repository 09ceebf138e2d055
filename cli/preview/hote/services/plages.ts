import { lettres } from '../../emulateur/a1';
import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

interface Cellules {
  readonly onglet: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly nbLignes: number;
  readonly nbColonnes: number;
}

/** Les feuilles et les plages que le script peut tenir : de quoi nommer et choisir, jamais lire. */
export class Feuilles {
  constructor(private readonly seance: Seance) {}

  #onglets() {
    return this.seance.nuage.emulateur.onglets(this.seance.document);
  }

  toutes(): readonly object[] {
    const feuilles = this.#onglets().map((o) => this.#feuille(o.titre, o.id));
    return this.seance.royaume.liste(...feuilles);
  }

  parNom(nom: string): object | null {
    const onglet = this.#onglets().find((o) => o.titre === nom);
    return onglet ? this.#feuille(onglet.titre, onglet.id) : null;
  }

  active(): object {
    const { onglet } = this.seance.ecran.selection;
    const [premier] = this.#onglets();
    const choisie =
      this.parNom(onglet) ?? (premier ? this.#feuille(premier.titre, premier.id) : null);
    if (!choisie) throw new RefusService('Le classeur n’a aucune feuille.');
    return choisie;
  }

  plageActive(): object {
    const { onglet, ligne, colonne, nbLignes = 1, nbColonnes = 1 } = this.seance.ecran.selection;
    return this.#plage({ onglet, ligne, colonne, nbLignes, nbColonnes });
  }

  celluleActive(): object {
    const { onglet, ligne, colonne } = this.seance.ecran.selection;
    return this.#plage({ onglet, ligne, colonne, nbLignes: 1, nbColonnes: 1 });
  }

  #feuille(nom: string, id: number): object {
    const feuille: object = garder(
      'Sheet',
      {
        getName: () => nom,
        getSheetId: () => id,
        activate: () => {
          this.seance.ecran.selection = { onglet: nom, ligne: 1, colonne: 1 };
          return feuille;
        },
        getRange: (ligne: number, colonne: number, nbLignes = 1, nbColonnes = 1) =>
          this.#plage({ onglet: nom, ligne, colonne, nbLignes, nbColonnes }),
      } satisfies Membres<GoogleAppsScript.Spreadsheet.Sheet>,
      this.seance.passer,
    );
    return feuille;
  }

  #plage(c: Cellules): object {
    const entiers = [c.ligne, c.colonne, c.nbLignes, c.nbColonnes];
    if (!entiers.every((n) => Number.isInteger(n) && n >= 1)) {
      throw new RefusService('Sheet.getRange attend des nombres entiers à partir de 1.');
    }
    const onglet = this.#onglets().find((o) => o.titre === c.onglet);
    if (onglet && (c.ligne > onglet.nbLignes || c.colonne > onglet.nbColonnes)) {
      throw new RefusService(
        'The coordinates of the range are outside the dimensions of the sheet.',
      );
    }
    const plage: object = garder(
      'Range',
      {
        getRow: () => c.ligne,
        getColumn: () => c.colonne,
        getNumRows: () => c.nbLignes,
        getNumColumns: () => c.nbColonnes,
        getLastRow: () => c.ligne + c.nbLignes - 1,
        getA1Notation: () => `${lettres(c.colonne - 1)}${c.ligne}`,
        getSheet: () => this.parNom(c.onglet),
        activate: () => {
          this.seance.ecran.selection = { ...c };
          return plage;
        },
      } satisfies Membres<GoogleAppsScript.Spreadsheet.Range>,
      this.seance.passer,
    );
    return plage;
  }
}
