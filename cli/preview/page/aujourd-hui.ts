import { BaseFunction, NumberValueObject } from '@univerjs/engine-formula';

let aujourdHui = 0;

/** Le jour de l'aperçu (`--le`), en numéro de série : celui des formules, pas celui de la machine. */
export function fixerAujourdHui(serie: number): void {
  aujourdHui = serie;
}

class AujourdHui extends BaseFunction {
  override minParams = 0;
  override maxParams = 0;
  override calculate(): NumberValueObject {
    return NumberValueObject.create(aujourdHui, 'dd/mm/yyyy');
  }
}

export const FONCTIONS_DU_JOUR: [typeof AujourdHui, string][] = [[AujourdHui, 'TODAY']];
