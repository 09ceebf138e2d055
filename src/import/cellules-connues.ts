import type { CelluleBrute } from '../classeur/source';
import { detacher } from '../commun/detacher';

const RETENUES = 4_096;
/** Une colonne de textes tous différents (numéros, montants) ne gagne rien à être retenue. */
const ESSAIS = 2 * RETENUES;

/** Les valeurs déjà lues d'une colonne : un statut, un client, une date s'y répètent sans cesse. */
export class CellulesConnues {
  private valeurs: Map<string, unknown> | null = new Map();
  private essais = 0;
  private trouvees = 0;
  /**
   * La dernière trouvée : d'une ligne à l'autre, un taux ou un statut est souvent le même. Elle seule
   * garde en vie le morceau de fichier d'où elle vient.
   */
  private brut: string | null = null;
  private valeur: unknown;
  /** Elle vient de revenir ; sinon, comparer deux morceaux de fichier coûte plus que chercher. */
  private revient = false;

  /** La valeur de cette cellule, si elle a déjà été lue ; `undefined` sinon. */
  trouver(brut: CelluleBrute): unknown {
    if (this.valeurs === null || typeof brut !== 'string') return undefined;
    const valeur = this.revient && brut === this.brut ? this.valeur : this.valeurs.get(brut);
    if (this.essais < ESSAIS) {
      this.essais++;
      if (valeur !== undefined) this.trouvees++;
      if (this.essais === ESSAIS && this.trouvees < ESSAIS / 4) this.valeurs = null;
    }
    if (valeur !== undefined) {
      this.revient = valeur === this.valeur;
      this.brut = brut;
      this.valeur = valeur;
    }
    return valeur;
  }

  retenir(brut: CelluleBrute, valeur: unknown): void {
    if (this.valeurs === null || typeof brut !== 'string' || this.valeurs.size >= RETENUES) return;
    this.valeurs.set(detacher(brut), typeof valeur === 'string' ? detacher(valeur) : valeur);
  }
}
