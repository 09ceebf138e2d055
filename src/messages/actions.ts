import type { DateCivile } from '../commun/date-civile';
import { formatDate } from './formats';

/** Le journal commercial : ce que l'on y note. */
export const MESSAGES_ACTIONS = {
  ACTION_SANS_SUJET: (a: { type: string }) =>
    `« ${a.type} » : ni avec qui, ni ce qui s’est fait. Donnez le client, l’affaire ou le devis, ou écrivez un compte rendu.`,
  ACTION_CLIENT_INCONNU: (a: { client: string; proche: string | null }) =>
    `Aucun client ne s’appelle « ${a.client} ».` +
    (a.proche
      ? ` Le plus proche est « ${a.proche} ».`
      : ' Vérifiez l’onglet « Clients », ou ouvrez une affaire : elle créera le client.'),
  ACTION_CLIENT_DIFFERENT: (a: { client: string; sujet: string; attendu: string }) =>
    `« ${a.client} » n’est pas le client de ${a.sujet}, qui est « ${a.attendu} ». Corrigez l’un des deux.`,
  ACTION_AFFAIRE_DIFFERENTE: (a: { affaire: string; devis: string; attendue: string }) =>
    `Le devis ${a.devis} est de l’affaire ${a.attendue}, pas de ${a.affaire}. Corrigez l’un des deux.`,
  ACTION_PAS_ENCORE_FAITE: (a: { le: DateCivile }) =>
    `Le ${formatDate(a.le)} n’est pas encore arrivé : l’action ne peut pas être faite. Répondez Non à « Fait », ou corrigez la date.`,
  ACTION_ECHEANCE_AVANT: (a: { echeance: DateCivile; le: DateCivile }) =>
    `L’échéance du ${formatDate(a.echeance)} précède l’action du ${formatDate(a.le)}. Donnez une date de ce jour ou d’après.`,
} as const;
