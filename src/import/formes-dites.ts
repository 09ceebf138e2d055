import { lireNomOrganisation } from '../clients/nom-organisation';

/**
 * Les noms d'un fichier qui ne diffèrent que par leur forme juridique : « Alpha » et « Alpha SAS » y sont
 * deux organisations. Un nom ne rejoint sous une autre forme un client du classeur que s'il est seul
 * ainsi : sinon, duquel s'agirait-il ?
 */
export class FormesDites {
  /** Nom sans sa forme → le nom comparé, s'il n'y en a qu'un ; sinon `null`. */
  private readonly seules = new Map<string, string | null>();

  noter(nom: string): void {
    const { base, exact } = lireNomOrganisation(nom);
    const dite = this.seules.get(base);
    if (dite === undefined) this.seules.set(base, exact);
    else if (dite !== exact) this.seules.set(base, null);
  }

  plusieurs(nom: string): boolean {
    return this.seules.get(lireNomOrganisation(nom).base) === null;
  }
}
