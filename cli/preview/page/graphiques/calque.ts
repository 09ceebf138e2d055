import type { FUniver } from '@univerjs/core/facade';
import { GRAPHIQUES, type Graphique } from '../../../../sheets-templates/tableau/graphiques';
import { ONGLET_TABLEAU } from '../../../../src/tableau-de-bord/onglets';
import { creer } from '../dom';
import { dessiner, type Donnees } from './dessiner';
import { lireDonnees, montrerValeur } from './lire-donnees';

/** Ce que la grille réserve aux numéros de ligne et aux lettres de colonne. */
const MARGES = { gauche: 46, haut: 20 };
const DELAI_MS = 150;

/**
 * Les graphiques du tableau de bord : la grille n'en sait pas tracer, un calque les dessine à leur
 * place au-dessus d'elle, avec les valeurs qu'elle calcule.
 */
export class CalqueGraphiques {
  private readonly fond = creer('div', { class: 'graphiques' });
  private readonly dessins = creer('div');
  private attente: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: FUniver,
    private readonly conteneur: HTMLElement,
  ) {
    this.fond.append(this.dessins);
    this.conteneur.append(this.fond);
    const { Event } = api;
    api.addEvent(Event.Scroll, () => this.defiler());
    api.addEvent(Event.ActiveSheetChanged, () => this.rafraichir());
    addEventListener('resize', () => this.rafraichir());
  }

  /** À appeler quand des valeurs ont pu changer ; plusieurs appels rapprochés n'en font qu'un. */
  rafraichir(): void {
    clearTimeout(this.attente);
    this.attente = setTimeout(() => this.dessiner(), DELAI_MS);
  }

  private dessiner(): void {
    const classeur = this.api.getActiveWorkbook();
    const feuille = classeur?.getActiveSheet();
    const visible = classeur && feuille?.getSheetName() === ONGLET_TABLEAU;
    this.fond.hidden = !visible;
    if (!classeur || !feuille || !visible) return;
    this.cadrer();
    const places = GRAPHIQUES.map((g) => {
      const donnees = lireDonnees(g, classeur);
      return donnees ? this.poser(g, donnees) : null;
    });
    this.dessins.replaceChildren(...places.filter((p) => p !== null));
    this.defiler();
  }

  /** Le calque suit la grille : la première cellule qu'elle montre dit de combien elle a défilé. */
  private defiler(): void {
    const feuille = this.api.getActiveWorkbook()?.getActiveSheet();
    if (!feuille || this.fond.hidden) return;
    const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = feuille.getScrollState();
    const { left, top } = feuille.getRange(sheetViewStartRow, sheetViewStartColumn).getCellRect();
    const [x, y] = [left - MARGES.gauche + offsetX, top - MARGES.haut + offsetY];
    this.dessins.style.transform = `translate(${-x}px, ${-y}px)`;
  }

  /** Le calque couvre les cellules, pas leurs en-têtes. */
  private cadrer(): void {
    const toile = this.conteneur.querySelector('canvas[id*="sheet"]');
    if (!toile) return;
    const [c, t] = [this.conteneur.getBoundingClientRect(), toile.getBoundingClientRect()];
    Object.assign(this.fond.style, {
      left: `${t.left - c.left + MARGES.gauche}px`,
      top: `${t.top - c.top + MARGES.haut}px`,
      width: `${t.width - MARGES.gauche}px`,
      height: `${t.height - MARGES.haut}px`,
    });
  }

  private poser(g: Graphique, donnees: Donnees): HTMLElement | null {
    const feuille = this.api.getActiveWorkbook()?.getActiveSheet();
    if (!feuille) return null;
    const { colonne, ligne, colonnes, lignes } = g.ancre;
    const debut = feuille.getRange(ligne - 1, colonne - 1).getCellRect();
    const fin = feuille.getRange(ligne + lignes - 2, colonne + colonnes - 2).getCellRect();
    const [largeur, hauteur] = [fin.right - debut.left, fin.bottom - debut.top];
    const place = creer('div', { class: 'graphique' });
    Object.assign(place.style, {
      left: `${debut.left - MARGES.gauche}px`,
      top: `${debut.top - MARGES.haut}px`,
    });
    place.append(dessiner(g, donnees, largeur, hauteur, (v) => montrerValeur(g, v)));
    return place;
  }
}
