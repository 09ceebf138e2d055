import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import type { Geste } from '../devis/transitions';
import { formatDate, formatMontant, formatTaux } from './formats';

/** La vie d'un devis : référence, états, gardes, numéros. */

const VERBES: Readonly<Record<Geste, string>> = {
  soumettre: 'soumettre à validation',
  renvoyer: 'renvoyer en brouillon',
  valider: 'valider',
  envoyer: 'enregistrer l’envoi',
  signer: 'enregistrer la signature',
  refuser: 'enregistrer le refus',
  classer: 'classer sans suite',
  reviser: 'préparer une nouvelle version',
  annuler: 'annuler',
  rouvrir: 'rouvrir',
  relancer: 'prévoir une relance',
  attendre: 'suspendre les relances',
};

const listeDe = (valeurs: readonly string[]): string => valeurs.map((v) => `« ${v} »`).join(', ');

export const MESSAGES_DEVIS = {
  CELLULE_A_CORRIGER: (a: { onglet: string; cellule: string; entete: string; valeur: string }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} : « ${a.valeur} » n’est pas compris dans « ${a.entete} ». Corrigez cette cellule, puis recommencez.`,
  DEVIS_INCONNU: (a: { reference: string; proche: string | null }) =>
    `Aucun devis ne s’appelle « ${a.reference} ».` +
    (a.proche ? ` Le plus proche est « ${a.proche} ».` : ' Vérifiez la colonne « N° » des devis.'),
  VERSION_INCONNUE: (a: { reference: string; existantes: readonly string[] }) =>
    `« ${a.reference} » : cette version n’existe pas. Il y a : ${a.existantes.join(', ')}.`,
  DEVIS_EN_DOUBLE: (a: { numero: string; lignes: readonly number[] }) =>
    `Onglet « Devis » : ${a.numero} est sur plusieurs lignes (${a.lignes.join(', ')}). Corrigez l’une d’elles, puis recommencez.`,
  ETAT_REFUSE: (a: {
    numero: string;
    statut: string | null;
    geste: Geste;
    possibles: readonly Geste[];
    autre: string | null;
  }) =>
    `Le devis ${a.numero} est ${a.statut ? `« ${a.statut} »` : 'sans statut'} : on ne peut pas ${VERBES[a.geste]}.` +
    (a.possibles.length > 0
      ? ` On peut : ${a.possibles.map((g) => VERBES[g]).join(', ')}.`
      : ' Il n’y a plus rien à y faire.') +
    (a.autre ? ` Pour l’autre version, nommez ${a.autre}.` : ''),
  DEVIS_INCOMPLET: (a: { numero: string; colonne: string }) =>
    `Devis ${a.numero} : « ${a.colonne} » est vide. Remplissez cette cellule, puis recommencez.`,
  MONTANT_NUL: (a: { numero: string; montant: number | null }) =>
    `Devis ${a.numero} : le montant HT ` +
    (a.montant === null ? 'est vide' : `est de ${formatMontant(a.montant as Centimes)}`) +
    '. Écrivez un montant positif.',
  OBJET_MANQUANT: (a: { affaire: string }) =>
    `Le devis n’a pas d’objet, et l’affaire ${a.affaire} non plus. Dites en quelques mots ce qu’il propose.`,
  TAUX_TVA_INVALIDE: (a: { taux: number }) =>
    `Le taux de TVA ${formatTaux(a.taux)} n’est pas plausible. Donnez un taux entre 0 et 100 %, par exemple 20.`,
  DEVIS_SANS_AFFAIRE: (a: { numero: string; affaire: string | null }) =>
    a.affaire
      ? `Devis ${a.numero} : l’affaire « ${a.affaire} » n’est pas dans l’onglet « Affaires ». Corrigez ce numéro ou créez l’affaire.`
      : `Devis ${a.numero} : il n’a pas d’affaire. Écrivez son numéro dans la colonne « Affaire ».`,
  GO_AVANT_HAUSSE: (a: { affaire: string; numero: string; hausse: number }) =>
    `Devis ${a.numero} : son montant dépasse de ${formatTaux(a.hausse)} la version précédente, et le Go de l’affaire ${a.affaire} date d’avant. Refaites la revue de contrat (« suivi affaire gonogo ${a.affaire} » ou menu « Go/NoGo… »).`,
  GO_REMIS_EN_CAUSE: (a: { affaire: string; hausse: number }) =>
    `La nouvelle version dépasse la précédente de ${formatTaux(a.hausse)} : l’affaire ${a.affaire} est « À revoir ». Refaites la revue de contrat avant de valider (« suivi affaire gonogo ${a.affaire} » ou menu « Go/NoGo… »).`,
  VALIDATEUR_AUTEUR: (a: { numero: string; utilisateur: string }) =>
    `Devis ${a.numero} : ${a.utilisateur} l’a rédigé et ne peut pas le valider. Demandez à une autre personne, ou mettez le réglage « Entreprise d’une seule personne » à Oui.`,
  DESTINATAIRE_MANQUANT: (a: { numero: string }) =>
    `Devis ${a.numero} : à qui a-t-il été envoyé ? Donnez l’adresse du destinataire (« --a », ou la colonne « Envoyé à ») ; ses relances iront à cette adresse.`,
  ADRESSE_INVALIDE: (a: { adresse: string }) =>
    `« ${a.adresse} » n’est pas une adresse e-mail. Écrivez une seule adresse, par exemple nom@exemple.fr.`,
  AUTRE_VERSION_SIGNEE: (a: { numero: string; signee: string }) =>
    `Devis ${a.numero} : la version ${a.signee} est signée. Annulez ${a.numero}, ou rouvrez d’abord la version signée.`,
  AUTRE_VERSION_ENVOYEE: (a: { numero: string; envoyee: string }) =>
    `Devis ${a.numero} : la version ${a.envoyee} est déjà chez le client. Une seule version peut y être : décidez d’abord de celle-là.`,
  VERSION_DEJA_EN_COURS: (a: { numero: string; autre: string; statut: string | null }) =>
    `Devis ${a.numero} : une version plus récente existe, ${a.autre} (« ${a.statut ?? 'sans statut'} »). Continuez avec elle, ou annulez-la.`,
  FORME_INVALIDE: (a: { forme: string | null; formes: readonly string[] }) =>
    (a.forme
      ? `« ${a.forme} » n’est pas une forme de commande.`
      : 'La forme de la commande manque.') + ` Choisissez : ${listeDe(a.formes)}.`,
  MOTIF_INVALIDE: (a: { motif: string | null; motifs: readonly string[] }) =>
    (a.motif ? `« ${a.motif} » n’est pas un motif de la liste.` : 'Le motif manque.') +
    ` Choisissez : ${listeDe(a.motifs)}.`,
  MOTIF_MANQUANT: (a: { numero: string }) =>
    `Devis ${a.numero} : dites pourquoi, pour qui relira (colonne « Commentaire » de la revue ; commande : « --motif »).`,
  ENVOI_AVANT_VALIDATION: (a: { numero: string; le: DateCivile; valideLe: DateCivile }) =>
    `Devis ${a.numero} : envoyé le ${formatDate(a.le)}, il aurait précédé sa validation du ${formatDate(a.valideLe)}. Donnez une date de ce jour ou d’après.`,
  DECISION_AVANT_ENVOI: (a: { numero: string; le: DateCivile; envoyeLe: DateCivile }) =>
    `Devis ${a.numero} : décidé le ${formatDate(a.le)}, il l’aurait été avant son envoi du ${formatDate(a.envoyeLe)}. Donnez une date de ce jour ou d’après.`,
  DATE_FUTURE: (a: { le: DateCivile }) =>
    `Le ${formatDate(a.le)} n’est pas encore arrivé. Donnez la date du jour, ou une date passée.`,
  DATE_PASSEE: (a: { numero: string; le: DateCivile }) =>
    `Devis ${a.numero} : le ${formatDate(a.le)} est passé. Donnez une date à venir.`,
  ATTENTE_SANS_DATE: (a: { numero: string }) =>
    `Devis ${a.numero} : « Attendre » demande une date. Écrivez jusqu’à quel jour ne pas relancer.`,
  RECONTACT_PASSE: (a: { numero: string; recontacterLe: DateCivile }) =>
    `Devis ${a.numero} : recontacter le ${formatDate(a.recontacterLe)} serait avant la décision. Donnez une date à venir.`,
  SIGNATURE_APRES_VALIDITE: (a: { numero: string; validite: DateCivile }) =>
    `Devis ${a.numero} : signé après la fin de sa validité (${formatDate(a.validite)}). La signature est enregistrée ; vérifiez que le prix tient toujours.`,
  MASQUE_INVALIDE: (a: { reglage: string; texte: string; causes: readonly string[] }) =>
    `Onglet « Paramètres », réglage « ${a.reglage} » : « ${a.texte} » n’est pas un masque (${a.causes.join(' ; ')}). Entre accolades, sont permis : {AAAA} {AA} {MM} {JJ} {N:4} {INITIALES} {CLIENT}.`,
  JETON_SANS_VALEUR: (a: { jeton: 'INITIALES' | 'CLIENT'; personne: string | null }) =>
    a.jeton === 'INITIALES'
      ? `Le masque des numéros demande des initiales, et ${a.personne ?? 'le responsable'} n’en a pas dans l’onglet « Équipe ». Écrivez-les dans la colonne « Initiales ».`
      : 'Le masque des numéros demande le client, et son nom est vide. Écrivez-le dans la colonne « Client ».',
  COMPTEUR_PLEIN: (a: { serie: string; largeur: number; reglage: string }) =>
    `La série « ${a.serie} » est pleine : son compteur n’a que ${a.largeur} chiffre${a.largeur > 1 ? 's' : ''}. Élargissez-le dans le réglage « ${a.reglage} », par exemple {N:${a.largeur + 1}}.`,
} as const;
