import type { ICommandService } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { PlageSale } from './mutations';

const RECALCULER = 'formula.mutation.set-trigger-formula-calculation-start';

/**
 * Les recalculs de la grille, l'un après l'autre : un calcul que l'on interrompt recommence, ou se
 * perd. Ce qui change pendant un calcul se recalcule après lui, et cela seulement.
 */
export class Recalcul {
  private enCours = false;
  private attente: PlageSale[] = [];

  constructor(
    api: FUniver,
    private readonly commandes: ICommandService,
  ) {
    const formules = api.getFormula();
    formules.calculationStart(() => {
      this.enCours = true;
    });
    formules.calculationEnd(() => {
      this.enCours = false;
      this.suivre();
    });
  }

  /** Un classeur entier se montre : la grille le calcule d'elle-même. */
  commencer(): void {
    this.enCours = true;
    this.attente = [];
  }

  demander(plages: readonly PlageSale[]): void {
    this.attente.push(...plages);
    if (!this.enCours) this.suivre();
  }

  private suivre(): void {
    const dirtyRanges = this.attente;
    if (dirtyRanges.length === 0) return;
    this.attente = [];
    this.enCours = true;
    void this.commandes.executeCommand(
      RECALCULER,
      {
        ...{ forceCalculation: false, dirtyRanges, dirtyNameMap: {}, dirtyDefinedNameMap: {} },
        ...{ dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {} },
      },
      { onlyLocal: true },
    );
  }
}
