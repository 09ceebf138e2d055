/** Ce qui arrête le module avant même le classeur. */
const PHRASES = {
  SANS_ADRESSE:
    'Google ne dit pas qui vous êtes, et tout ce qui s’écrit porte un nom. Menu « Suivi commercial », « Installer / Réparer » : acceptez que le module voie votre adresse e-mail. Rien n’a été écrit.',
  VERROU:
    'Une autre personne écrit dans le classeur en ce moment. Rien n’a été écrit. Attendez quelques secondes, puis recommencez.',
  GMAIL:
    'Gmail ne répond pas : les messages à relire n’ont pas tous pu être déposés. Rien n’a été écrit dans le classeur. Attendez une minute, puis recommencez : aucun brouillon ne sera fait deux fois.',
  DEMANDE:
    'Ce panneau est plus ancien que le classeur, ou sa demande est incomplète. Fermez-le et rouvrez-le par le menu « Suivi commercial ». Rien n’a été écrit.',
} as const;

export class EchecModule extends Error {
  constructor(readonly code: keyof typeof PHRASES) {
    super(PHRASES[code]);
    this.name = 'EchecModule';
  }
}
