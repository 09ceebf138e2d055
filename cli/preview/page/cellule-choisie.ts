import type { FUniver } from '@univerjs/core/facade';

/** Ce que la cellule choisie montre, dit à chaque choix et à chaque changement. */
export class CelluleChoisie {
  private image = 0;

  constructor(
    private readonly api: FUniver,
    /** Reçoit l'onglet et l'adresse, puis le texte montré. */
    private readonly dire: (adresse: string, texte: string) => void,
  ) {
    api.addEvent(api.Event.SelectionChanged, () => this.annoncer());
    api.addEvent(api.Event.ActiveSheetChanged, () => this.annoncer());
  }

  /** À l'image suivante : la grille n'a pas encore remis en forme ce qui vient d'être écrit. */
  annoncer(): void {
    cancelAnimationFrame(this.image);
    this.image = requestAnimationFrame(() => {
      const feuille = this.api.getActiveWorkbook()?.getActiveSheet();
      const plage = feuille?.getActiveRange();
      if (!feuille || !plage) return;
      const cellule = feuille.getRange(plage.getRow(), plage.getColumn());
      const adresse = `${feuille.getSheetName()} ${cellule.getA1Notation()}`;
      this.dire(adresse, String(cellule.getDisplayValue() ?? ''));
    });
  }
}
