import type { CelluleBrute } from '../classeur/source';
import { detacher } from '../commun/detacher';

const RETENUES = 4_096;
/** Une colonne de textes tous différents (numéros, montants) ne gagne rien à être retenue. */
const ESSAIS = 2_048;
const ASSEZ = 256;

/** Les valeurs déjà lues d'une colonne : un statut, un client, une date s'y répètent sans cesse. */
export class CellulesConnues {
  private readonly valeurs = new Map<string | number, unknown>();
  private essais = 0;
  private trouvees = 0;

  /** La valeur de cette cellule, si elle a déjà été lue ; `undefined` sinon. */
  trouver(brut: CelluleBrute): unknown {
    if (typeof brut !== 'string' || this.sansRepetition()) return undefined;
    const valeur = this.valeurs.get(cleDe(brut));
    this.essais++;
    if (valeur !== undefined) this.trouvees++;
    return valeur;
  }

  /** Retient la valeur de cette cellule, et la rend. */
  retenir(brut: CelluleBrute, valeur: unknown): unknown {
    const { valeurs } = this;
    if (typeof brut !== 'string' || this.sansRepetition() || valeurs.size >= RETENUES)
      return valeur;
    const retenue = typeof valeur === 'string' ? detacher(valeur) : valeur;
    const cle = cleDe(brut);
    valeurs.set(typeof cle === 'string' ? detacher(cle) : cle, retenue);
    return retenue;
  }

  /** Sans état à changer : le moteur n'a pas à recompiler ce qui lit quand une colonne est abandonnée. */
  private sansRepetition(): boolean {
    return this.trouvees < ASSEZ && this.essais >= ESSAIS;
  }
}

const ZERO = 48;
const BARRE = 47;

/** `03/04/2026` est un nombre, à lui seul : le chercher coûte deux fois moins que chercher le texte. */
function cleDe(texte: string): string | number {
  if (texte.length !== 10 || texte.charCodeAt(2) !== BARRE) return texte;
  let cle = 0;
  for (let i = 0; i < 10; i++) {
    const chiffre = texte.charCodeAt(i) - ZERO;
    if (i === 2 || i === 5) {
      if (chiffre !== BARRE - ZERO) return texte;
    } else if (chiffre < 0 || chiffre > 9) return texte;
    else cle = cle * 10 + chiffre;
  }
  return cle;
}
