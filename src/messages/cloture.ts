import type { DateCivile, Horodatage, Mois } from '../commun/date-civile';
import { formatDate, formatDuMois, formatMois, INSECABLE } from './formats';

const debut = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1);
const jourDe = (le: Horodatage | null): string =>
  le === null ? '' : ` le ${formatDate(le.slice(0, 10) as DateCivile)}`;
const auteur = (par: string | null): string => (par === null ? '' : ` par ${par}`);

/** Clôture du mois : refus, et ce qu'il faut savoir. */
export const MESSAGES_CLOTURE = {
  MOIS_DEJA_CLOS: (a: { mois: Mois }) =>
    `${debut(formatMois(a.mois))} est déjà clos${INSECABLE}: ses chiffres sont dans l’onglet « Historique », qui ne se réécrit pas. Pour le corriger, le gérant peut le rouvrir, avec un motif.`,
  MOIS_NON_FINI: (a: { mois: Mois; dernierJour: DateCivile }) =>
    `${debut(formatMois(a.mois))} n’est pas fini${INSECABLE}: il pourra être clos après le ${formatDate(a.dernierJour)}.`,
  HISTORIQUE_ILLISIBLE: (a: { cellule: string; valeur: string }) =>
    `${a.cellule}${INSECABLE}: « ${a.valeur} » n’est pas un mois. Rétablissez-le (par exemple 03/2026) : sans lui, on ne sait pas quels mois sont clos.`,
  MOTIF_REQUIS: (a: { mois: Mois }) =>
    `Rouvrir ${formatMois(a.mois)} demande un motif${INSECABLE}: dites en quelques mots pourquoi, il restera dans l’onglet « Journal ».`,
  MOIS_NON_CLOS: (a: { mois: Mois }) =>
    `${debut(formatMois(a.mois))} n’est pas clos${INSECABLE}: il n’y a rien à rouvrir.`,
  MOIS_DEJA_ROUVERT: (a: {
    mois: Mois;
    le: Horodatage | null;
    par: string | null;
    motif: string | null;
  }) =>
    `${debut(formatMois(a.mois))} est déjà rouvert${jourDe(a.le)}${auteur(a.par)}${a.motif === null ? '' : ` (« ${a.motif} »)`}. Clôturez-le quand les corrections sont faites.`,
  PHOTO_TARDIVE: (a: { mois: Mois }) =>
    `Le portefeuille et les prévisions ${formatDuMois(a.mois)} ne sont pas inscrits${INSECABLE}: ils se relèvent dans le mois qui suit, et leur état d’alors ne se retrouve pas.`,
  BILAN_SANS_DESTINATAIRE: (a: { mois: Mois }) =>
    `Aucun message préparé pour le bilan ${formatDuMois(a.mois)}${INSECABLE}: l’onglet « Équipe » n’a personne d’actif avec une adresse e-mail.`,
} as const;

export const PHRASES_CLOTURE = {
  closLe: (a: { le: Horodatage | null; par: string | null }) =>
    `Clos${jourDe(a.le)}${auteur(a.par)}`,
  inchange: 'Mêmes chiffres',
  motif: (a: { motif: string }) => `Rouvert${INSECABLE}: ${a.motif}`,
} as const;
