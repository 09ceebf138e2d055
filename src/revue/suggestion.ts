import type { DateCivile } from '../commun/date-civile';
import type { Candidat } from './candidat';
import { EXPIRE_BIENTOT_JOURS } from './rang';

interface Regle {
  readonly quand: (c: Candidat, aujourdHui: DateCivile) => boolean;
  readonly dire: string;
}

/** Au-delà de ce nombre de relances écrites, mieux vaut la voix. */
const RELANCES_ECRITES = 3;

/** Ce que la revue suggère : la première règle qui convient. */
const REGLES: readonly Regle[] = [
  { quand: (c) => c.statut === null, dire: 'Recontacter le client' },
  { quand: (c) => c.statut === 'En validation', dire: 'Valider, ou renvoyer à l’auteur' },
  { quand: (c) => c.statut === 'Validé', dire: 'Envoyer au client' },
  { quand: (c) => c.expire, dire: 'Proposer une nouvelle version ou classer' },
  { quand: (c) => c.relancesFaites >= RELANCES_ECRITES, dire: 'Appeler, puis décider' },
  {
    quand: (c, jour) => c.prochaineRelance !== null && c.prochaineRelance <= jour,
    dire: 'Relancer aujourd’hui',
  },
  {
    quand: (c) => c.joursDeValidite !== null && c.joursDeValidite <= EXPIRE_BIENTOT_JOURS,
    dire: 'Appeler avant la fin de la validité',
  },
  { quand: (c) => c.prochaineRelance === null, dire: 'Prévoir une prochaine action' },
];

export function suggerer(candidat: Candidat, aujourdHui: DateCivile): string {
  return REGLES.find((r) => r.quand(candidat, aujourdHui))?.dire ?? 'Attendre la prochaine relance';
}
