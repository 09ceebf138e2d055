/**
 * Un refus de l'API, tel que Google le rend. `statut` nul : aucune réponse (coupure, délai dépassé) ;
 * l'écriture a pu avoir lieu.
 */
export class ErreurApi extends Error {
  constructor(
    readonly statut: number | null,
    message: string,
  ) {
    super(message);
    this.name = 'ErreurApi';
  }
}

/** 400, `INVALID_ARGUMENT`. */
export const invalide = (message: string): ErreurApi => new ErreurApi(400, message);
