import type { DateCivile } from '../commun/date-civile';
import { formatDate } from './formats';

/** La revue du lundi. */
export const MESSAGES_REVUE = {
  REVUE_LIGNE_REFUSEE: (a: {
    numero: string;
    /** Le texte tapé s'il n'est pas compris ; `null` : une autre cellule est incomprise, sans décision. */
    decision: string | null;
    raisons: readonly string[];
  }) =>
    `Revue, ${a.numero} : ${a.decision === null ? 'rien' : `« ${a.decision} »`} n’a ${a.decision === null ? '' : 'pas '}été appliqué. ${a.raisons.join(' ')}`,
  REVUE_CELLULE_INCOMPRISE: (a: {
    entete: string;
    valeur: string;
    proche: string | null;
    /** Les valeurs permises ; vide : ce n'est pas une liste. */
    valeurs: readonly string[];
  }) =>
    `« ${a.valeur} » n’est pas compris dans « ${a.entete} ». ` +
    (a.proche !== null
      ? `Vouliez-vous dire « ${a.proche} » ? `
      : a.valeurs.length > 0
        ? `Choisissez parmi : ${a.valeurs.join(', ')}. `
        : '') +
    'Corrigez-le sur cette ligne, puis recommencez.',
  REVUE_SANS_NUMERO: (a: { ligne: number }) =>
    `Onglet « Revue hebdo », ligne ${a.ligne} : une décision sans N°. Préparez à nouveau la revue.`,
  REVUE_LIGNE_EN_DOUBLE: (a: { numero: string }) =>
    `Onglet « Revue hebdo » : ${a.numero} a plusieurs lignes avec une décision. N’en gardez qu’une.`,
  AFFAIRE_DECISION_IMPOSSIBLE: (a: { numero: string; decision: string }) =>
    `${a.numero} est une affaire à recontacter : « ${a.decision} » ne s’y applique pas. Choisissez « Relancer », « Attendre » ou « Sans suite », ou créez un devis.`,
  AFFAIRE_ATTENTE_SANS_DATE: (a: { numero: string }) =>
    `Affaire ${a.numero} : « Attendre » demande une date à venir. Écrivez quand la recontacter.`,
  AFFAIRE_DATE_PASSEE: (a: { numero: string; le: DateCivile }) =>
    `Affaire ${a.numero} : le ${formatDate(a.le)} est passé. Donnez une date à venir.`,
} as const;
