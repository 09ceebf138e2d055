import type { ChangementsVus, Nouveautes } from './protocole';

/** Changements gardés : une page plus en retard recharge tout. */
const GARDES = 200;

/** La suite des versions du classeur : ce qu'une page n'a pas encore vu. */
export class Suite {
  version = 1;
  private depuis = 1;
  private etapes: (readonly ChangementsVus[])[] = [];
  private readonly ecoutes = new Set<(version: number) => void>();

  ajouter(changements: readonly ChangementsVus[]): void {
    this.etapes.push(changements);
    if (this.etapes.length > GARDES) {
      this.etapes.shift();
      this.depuis += 1;
    }
    this.avancer();
  }

  /** Tout a pu changer. */
  rompre(): void {
    this.etapes = [];
    this.depuis = this.version + 1;
    this.avancer();
  }

  /** Ce qui est arrivé depuis une version. */
  apres(version: number): Omit<Nouveautes, 'brouillons'> {
    const connue = version >= this.depuis && version <= this.version;
    return {
      version: this.version,
      recharger: !connue,
      changements: connue ? this.etapes.slice(version - this.depuis).flat() : [],
    };
  }

  ecouter(surVersion: (version: number) => void): () => void {
    this.ecoutes.add(surVersion);
    return () => this.ecoutes.delete(surVersion);
  }

  private avancer(): void {
    this.version += 1;
    for (const dire of this.ecoutes) dire(this.version);
  }
}
