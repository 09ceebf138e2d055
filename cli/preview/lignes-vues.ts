import { probleme, type Probleme } from '../../src/messages/probleme';
import { adresse } from '../workbooks/xlsx/plages';
import { differences, type ContenuOuVide, type Grille, type Rangee } from './document/grille';
import { montrer } from './document/saisir-cellules';
import type { CelluleTapee } from './protocole';

/** Ce qu'une page montrait quand on y a tapé. */
export interface Vue {
  readonly page: string;
  readonly version: number;
}

interface Frappe extends Vue {
  readonly onglet: string;
  readonly cellules: readonly (readonly [ligne: number, rang: number, contenu: ContenuOuVide])[];
}

/** États gardés : une page qui en montre un plus ancien n'écrit plus sans être à jour. */
const ETATS = 20;
/** Frappes gardées par état. */
const FRAPPES = 200;

/**
 * Les lignes que chaque page montre. Une frappe vise une ligne que la personne a sous les yeux : si
 * cette ligne n'est plus la même (un tri, une ligne ajoutée au-dessus, une autre main), la frappe ne
 * va pas sur celle qui a pris sa place.
 */
export class LignesVues {
  /** Du plus récent au plus ancien. */
  private readonly etats: { readonly version: number; readonly grille: Grille }[] = [];
  private frappes: Frappe[] = [];

  /** Le classeur a changé autrement que par une frappe. */
  changer(version: number, grille: Grille): void {
    this.etats.unshift({ version, grille });
    if (this.etats.length > ETATS) this.etats.pop();
    const debut = this.etats.at(-1)?.version ?? version;
    this.frappes = this.frappes.filter((f) => f.version > debut);
  }

  /** Des cellules tapées par une page viennent d'être écrites. */
  taper(vue: Vue, onglet: string, tapees: readonly CelluleTapee[], grille: Grille): void {
    const cellules = tapees.map(
      ({ ligne, rang }) => [ligne, rang, grille.get(onglet)?.[ligne - 1]?.[rang]] as const,
    );
    this.frappes.push({ ...vue, onglet, cellules });
    const dernier = this.etats[0]?.version ?? 0;
    const depuis = this.frappes.filter((f) => f.version > dernier).length;
    if (depuis > FRAPPES) this.changer(vue.version, grille);
  }

  /** Sépare les cellules dont la ligne est bien celle que la page montrait. */
  trier(
    onglet: string,
    cellules: readonly CelluleTapee[],
    vue: Vue,
    grille: Grille,
  ): { readonly gardees: readonly CelluleTapee[]; readonly refus: readonly Probleme[] } {
    const bougees = new Map<number, boolean>();
    const aBouge = (ligne: number): boolean => {
      const bouge = bougees.get(ligne) ?? this.aBouge(onglet, ligne, vue, grille);
      bougees.set(ligne, bouge);
      return bouge;
    };
    const gardees: CelluleTapee[] = [];
    const refus: Probleme[] = [];
    for (const cellule of cellules) {
      const { ligne, rang, saisie } = cellule;
      if (aBouge(1) || aBouge(ligne)) {
        const valeur = montrer('texte' in saisie ? saisie.texte : saisie.valeur);
        refus.push(probleme('SAISIE_PERIMEE', { onglet, cellule: adresse(ligne, rang), valeur }));
      } else gardees.push(cellule);
    }
    return { gardees, refus };
  }

  private aBouge(onglet: string, ligne: number, vue: Vue, grille: Grille): boolean {
    const etat = this.etats.find((e) => e.version <= vue.version);
    const maintenant = grille.get(onglet);
    if (!etat || !maintenant) return true;
    const attendue = [...(etat.grille.get(onglet)?.[ligne - 1] ?? [])];
    for (const frappe of this.frappes) {
      const connue = frappe.version <= vue.version || frappe.page === vue.page;
      if (!connue || frappe.version <= etat.version || frappe.onglet !== onglet) continue;
      for (const [l, rang, contenu] of frappe.cellules) if (l === ligne) attendue[rang] = contenu;
    }
    const actuelle: Rangee = maintenant[ligne - 1] ?? [];
    return differences([attendue], [actuelle]).length > 0;
  }
}
