import type { Centimes } from '../commun/montant';
import { formatMontant } from './formats';

/** Affaires, clients et revue de contrat. */

const GONOGO = (affaire: string): string =>
  `(menu « Go/NoGo… », ou commande « suivi affaire gonogo ${affaire} »)`;
const CRITERES = {
  delai: 'le délai est-il tenable (« --delai oui|non »)',
  competence: 'avons-nous la compétence (« --competence oui|non »)',
} as const;

export const MESSAGES_AFFAIRES = {
  MONTANT_ESTIME_NEGATIF: (a: { montant: Centimes }) =>
    `Montant estimé : ${formatMontant(a.montant)} est négatif. Écrivez un montant positif, ou laissez vide.`,
  AFFAIRE_INCONNUE: (a: { reference: string; proche: string | null }) =>
    `Aucune affaire ne s’appelle « ${a.reference} ».` +
    (a.proche
      ? ` La plus proche est « ${a.proche} ».`
      : ' Vérifiez la colonne « N° » des affaires, ou créez-la.'),
  AFFAIRE_EN_DOUBLE: (a: { numero: string; lignes: readonly number[] }) =>
    `Onglet « Affaires » : ${a.numero} est sur plusieurs lignes (${a.lignes.join(', ')}). Corrigez l’une d’elles, puis recommencez.`,
  AFFAIRE_SANS_CLIENT: (a: { affaire: string | null }) =>
    a.affaire === null
      ? 'Le client manque. Donnez le nom de l’organisation qui fait la demande.'
      : `L’affaire ${a.affaire} n’a pas de client. Remplissez sa colonne « Client ».`,
  AFFAIRE_SANS_OBJET: (a: { client: string }) =>
    `L’objet de la demande${a.client === '' ? '' : ` de « ${a.client} »`} manque. Dites en quelques mots ce qui est demandé.`,
  ORIGINE_INVALIDE: (a: { origine: string; origines: readonly string[] }) =>
    `« ${a.origine} » n’est pas une origine connue. Choisissez : ${a.origines.map((o) => `« ${o} »`).join(', ')}.`,
  CLIENT_RESSEMBLANT: (a: { client: string; existant: string }) =>
    `Le client « ${a.client} » est créé, mais « ${a.existant} » existe et lui ressemble. Si c’est le même, reprenez ce nom dans l’affaire et effacez la ligne créée.`,
  GO_MANQUANT: (a: { affaire: string }) =>
    `L’affaire ${a.affaire} n’a pas de décision Go/NoGo. Faites la revue de contrat ${GONOGO(a.affaire)}.`,
  GO_REFUSE: (a: { affaire: string }) =>
    `L’affaire ${a.affaire} est NoGo : aucun devis ne part. Si la situation a changé, refaites la revue de contrat ${GONOGO(a.affaire)}.`,
  GO_A_REVOIR: (a: { affaire: string }) =>
    `Le Go de l’affaire ${a.affaire} est « À revoir ». Confirmez-le par une nouvelle revue de contrat ${GONOGO(a.affaire)}.`,
  GO_A_COMPLETER: (a: { affaire: string }) =>
    `La revue de contrat de l’affaire ${a.affaire} est « À compléter ». Réunissez ce qui manque, puis décidez ${GONOGO(a.affaire)}.`,
  GO_SANS_CONDITIONS: (a: { affaire: string }) =>
    `Affaire ${a.affaire} : un « Go sous conditions » demande des conditions écrites. Remplissez la colonne « Conditions » (ou « --conditions »).`,
  GONOGO_INVALIDE: (a: { decision: string; decisions: readonly string[] }) =>
    `« ${a.decision} » n’est pas une décision. Choisissez : ${a.decisions.map((d) => `« ${d} »`).join(', ')}.`,
  CRITERE_MANQUANT: (a: { affaire: string; critere: keyof typeof CRITERES }) =>
    `Affaire ${a.affaire} : ${CRITERES[a.critere]} ? Sans cette réponse, pas de décision.`,
  GO_CONTREDIT: (a: { affaire: string; criteres: readonly string[] }) =>
    `Affaire ${a.affaire} : un Go ne va pas avec « non » à ${a.criteres.map((c) => `« ${c} »`).join(', ')}. Décidez « Go sous conditions » en écrivant les conditions, ou « NoGo ».`,
  NOGO_TROP_TARD: (a: { affaire: string; etape: string }) =>
    `L’affaire ${a.affaire} est à l’étape « ${a.etape} » : la commande est arrivée, un NoGo ne l’arrête plus.`,
} as const;
