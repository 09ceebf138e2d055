import type { ICommandService } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { Mutation } from './mutations';

const DU_SERVEUR = { onlyLocal: true, duServeur: true };

/**
 * Ce qui vient du serveur, posé dans la grille puis recalculé en entier : d'elle-même elle ne verrait
 * pas ce que lit une plage à borne calculée. Un calcul à la fois : interrompu, il recommencerait ;
 * ce qui arrive pendant l'un est reposé après lui, qui ne le savait pas, et recalculé.
 */
export class Recalcul {
  private enCours = false;
  /** Le calcul en cours lisait un classeur que l'on vient de remontrer : le suivant le refait. */
  private perime = false;
  private attente: Mutation[] = [];

  constructor(
    private readonly api: FUniver,
    private readonly commandes: ICommandService,
  ) {
    const formules = api.getFormula();
    formules.calculationStart(() => {
      this.enCours = true;
    });
    formules.calculationEnd(() => {
      if (this.perime) {
        this.perime = false;
        formules.executeCalculation();
        return;
      }
      this.enCours = false;
      const arrivees = this.attente;
      this.attente = [];
      this.poser(arrivees);
    });
  }

  /** Un classeur va se montrer : ce qui attendait était pour le précédent. */
  commencer(): void {
    this.perime = this.enCours;
    if (this.enCours) this.api.getFormula().stopCalculation();
    this.enCours = true;
    this.attente = [];
  }

  /** Le classeur est montré : la grille calcule d'elle-même le premier, pas les suivants. */
  calculer(): void {
    if (!this.perime) this.api.getFormula().executeCalculation();
  }

  poser(mutations: readonly Mutation[]): void {
    if (mutations.length === 0) return;
    for (const { id, params } of mutations) {
      this.commandes.syncExecuteCommand(id, params, DU_SERVEUR);
    }
    if (this.enCours) this.attente.push(...mutations);
    else {
      this.enCours = true;
      this.api.getFormula().executeCalculation();
    }
  }
}
