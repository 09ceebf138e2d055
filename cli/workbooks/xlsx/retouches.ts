/** Des retouches à un texte, par places d'origine, appliquées d'un coup. */
export class Retouches {
  private readonly liste: { debut: number; fin: number; par: string }[] = [];

  remplacer(debut: number, fin: number, par: string): void {
    this.liste.push({ debut, fin, par });
  }

  /** Plusieurs insertions à la même place gardent l'ordre où elles ont été demandées. */
  inserer(place: number, texte: string): void {
    this.remplacer(place, place, texte);
  }

  get vides(): boolean {
    return this.liste.length === 0;
  }

  appliquer(texte: string): string {
    const morceaux: string[] = [];
    let place = 0;
    for (const { debut, fin, par } of this.liste.sort((a, b) => a.debut - b.debut)) {
      morceaux.push(texte.slice(place, debut), par);
      place = fin;
    }
    morceaux.push(texte.slice(place));
    return morceaux.join('');
  }
}
