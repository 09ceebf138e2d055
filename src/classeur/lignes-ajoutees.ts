/** Les lignes ajoutées à un onglet : leurs cellules sont faites à la demande, et ne sont pas gardées. */
export class LignesAjoutees<L> {
  private readonly valeurs: object[] = [];

  constructor(private readonly ecrire: (valeurs: object) => L) {}

  ajouter(valeurs: object): void {
    this.valeurs.push(valeurs);
  }

  vider(): void {
    this.valeurs.length = 0;
  }

  get length(): number {
    return this.valeurs.length;
  }

  valeursDe(rang: number): object {
    return this.valeurs[rang] ?? {};
  }

  at(rang: number): L | undefined {
    const valeurs = this.valeurs[rang];
    return valeurs && this.ecrire(valeurs);
  }

  map<T>(faire: (ligne: L, rang: number) => T): T[] {
    return this.valeurs.map((valeurs, rang) => faire(this.ecrire(valeurs), rang));
  }

  some(teste: (ligne: L) => boolean): boolean {
    return this.valeurs.some((valeurs) => teste(this.ecrire(valeurs)));
  }
}
