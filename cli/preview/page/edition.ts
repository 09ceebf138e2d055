/** Après la fermeture de l'éditeur, la grille écrit sa frappe : le temps, en millisecondes, qu'on lui laisse. */
const ECRITURE_MS = 100;

/**
 * L'éditeur d'une cellule. Tant qu'il est ouvert, la grille ne se remontre pas dessous : la fin de la
 * frappe irait sur une autre ligne. Ce qui s'y tape vise la version montrée quand il s'est ouvert.
 */
export class Edition {
  private ouverte: number | null = null;
  private minuterie: ReturnType<typeof setTimeout> | undefined;
  private attentes: (() => void)[] = [];

  constructor(private readonly version: () => number) {}

  changer(visible: boolean): void {
    if (visible) {
      clearTimeout(this.minuterie);
      this.ouverte ??= this.version();
    } else if (this.ouverte !== null) {
      clearTimeout(this.minuterie);
      this.minuterie = setTimeout(() => this.finir(), ECRITURE_MS);
    }
  }

  /** La version que la personne a sous les yeux. */
  get vue(): number {
    return this.ouverte ?? this.version();
  }

  /** Tenue quand aucun éditeur n'est ouvert. */
  libre(): Promise<void> {
    if (this.ouverte === null) return Promise.resolve();
    return new Promise((fini) => this.attentes.push(fini));
  }

  private finir(): void {
    this.ouverte = null;
    const { attentes } = this;
    this.attentes = [];
    for (const fini of attentes) fini();
  }
}
