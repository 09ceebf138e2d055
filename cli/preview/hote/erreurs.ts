/** Une erreur que le script n'a pas rattrapée, avec le message que Google montrerait. */
export class ErreurScript extends Error {
  constructor(
    readonly nom: string,
    message: string,
  ) {
    super(message);
    this.name = 'ErreurScript';
  }
}

/** Un service a été employé comme Google ne l'admet pas, ou comme l'hôte ne sait pas le faire. */
export class RefusService extends Error {
  constructor(
    message: string,
    /** Code HTTP d'un service avancé ; nul pour les autres. */
    readonly statut: number | null = null,
  ) {
    super(message);
    this.name = 'RefusService';
  }
}
