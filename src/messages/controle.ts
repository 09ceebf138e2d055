import type { Genre } from '../classeur/colonne';
import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { accord, formatDate, formatMontant, formatNombre, formatTaux, INSECABLE } from './formats';

/** Où est la cellule douteuse (`Devis!F12`), son en-tête, et ce qu'elle montre. */
export interface Ou {
  readonly ou: string;
  readonly entete: string;
  readonly valeur: string;
}

/** Ce qu'une cellule de chaque genre accepte. */
const ACCEPTE: Readonly<Record<Genre, string>> = {
  texte: 'un texte',
  long: 'un texte',
  entier: 'un nombre entier, par exemple 12',
  nombre: 'un nombre, par exemple 7,5',
  montant:
    'un montant en euros, par exemple 1 234,50 (un point seul suivi de trois chiffres est ambigu)',
  taux: 'un pourcentage, par exemple 20 % ou 0,2',
  date: 'une date complète, par exemple 31/03/2026',
  mois: 'un mois et son année, par exemple 03/2026',
  horodatage: 'une date et une heure, par exemple 31/03/2026 14:30',
  booleen: 'Oui ou Non',
  choix: 'une valeur de la liste',
  email: 'une adresse e-mail',
  personne: 'l’adresse e-mail d’un membre de l’équipe',
  lien: 'un lien',
  libre: 'une valeur (la cellule contient une erreur de formule)',
};

const cellule = ({ ou, valeur }: Ou): string => `${ou}${INSECABLE}: « ${valeur} »`;
const vide = ({ ou, entete }: Ou): string => `${ou}${INSECABLE}: « ${entete} » est vide`;
const peutEtre = (proche: string | null, sinon: string): string =>
  proche === null ? sinon : `Vouliez-vous dire « ${proche} »${INSECABLE}?`;

/** Les anomalies du contrôle : où, la valeur, ce qui ne va pas, que faire. */
export const MESSAGES_CONTROLE = {
  CELLULE_ILLISIBLE: (a: Ou & { genre: Genre }) =>
    `${cellule(a)} n’est pas compris dans « ${a.entete} ». Écrivez ${ACCEPTE[a.genre]}.`,
  CHOIX_INCONNU: (a: Ou & { proche: string | null; valeurs: readonly string[] }) =>
    `${cellule(a)} n’est pas dans la liste de « ${a.entete} ». ${peutEtre(a.proche, `Choisissez parmi${INSECABLE}: ${a.valeurs.join(', ')}.`)}`,
  TAUX_HORS_BORNES: (a: Ou & { illisible: number | null }) =>
    (a.illisible === null
      ? `${cellule(a)} n’est pas entre 0 et 100${INSECABLE}%, dans « ${a.entete} ». `
      : `${cellule(a)} se lirait ${formatTaux(a.illisible)} dans « ${a.entete} », qui va de 0 à 100${INSECABLE}%${INSECABLE}: il n’est pas compté. `) +
    `Écrivez le bon taux avec son signe, par exemple 20${INSECABLE}%.`,
  VALEUR_REQUISE: (a: Ou) => `${vide(a)}. Remplissez-la, ou supprimez la ligne.`,
  IDENTITE_EN_DOUBLE: (a: Ou & { premier: string }) =>
    `${cellule(a)} nomme déjà une autre ligne (${a.premier}). Gardez-en une, ou renommez l’autre.`,
  CLIENT_INCONNU: (a: Ou & { proche: string | null }) =>
    `${cellule(a)} n’est pas dans l’onglet « Clients ». ${peutEtre(a.proche, 'Ajoutez-le, ou corrigez le nom.')}`,
  AFFAIRE_INCONNUE: (a: Ou & { proche: string | null }) =>
    `${cellule(a)} n’est pas dans l’onglet « Affaires ». ${peutEtre(a.proche, 'Créez l’affaire, ou corrigez le numéro.')}`,
  DEVIS_INCONNU: (a: Ou & { proche: string | null }) =>
    `${cellule(a)} n’est pas dans l’onglet « Devis ». ${peutEtre(a.proche, 'Corrigez le numéro.')}`,
  PERSONNE_INCONNUE: (a: Ou & { proche: string | null }) =>
    `${cellule(a)} n’est pas dans l’onglet « Équipe ». ${peutEtre(a.proche, 'Ajoutez la personne, ou corrigez la cellule.')}`,
  EMAIL_INVALIDE: (a: Ou) =>
    `${cellule(a)} n’est pas une adresse e-mail. Écrivez-la en entier, par exemple prenom.nom@exemple.fr.`,
  SIRET_INVALIDE: (a: Ou & { chiffres: number }) =>
    a.chiffres === 9 || a.chiffres === 14
      ? `${cellule(a)} n’est pas un ${a.chiffres === 9 ? 'SIREN' : 'SIRET'} (sa clé est fausse). Vérifiez chaque chiffre.`
      : `${cellule(a)} a ${a.chiffres} chiffres. Un SIREN en a 9, un SIRET 14 ; un zéro au début a pu se perdre.`,
  DATES_EN_DESORDRE: (a: Ou & { autre: string; date: DateCivile }) =>
    `${cellule(a)} (« ${a.entete} ») précède « ${a.autre} » (${formatDate(a.date)}). Corrigez l’une des deux dates.`,
  DECISION_SANS_DATE: (a: Ou & { statut: string }) =>
    `${vide(a)} alors que le devis est « ${a.statut} ». Sans elle, il n’est dans aucun mois${INSECABLE}: remplissez-la.`,
  DECISION_FUTURE: (a: Ou) => `${cellule(a)} est une décision à venir. Corrigez la date.`,
  ENVOI_SANS_DATE: (a: Ou) =>
    `${vide(a)} alors que le devis est envoyé. Il ne compte dans aucun mois et n’est pas relancé${INSECABLE}: remplissez-la.`,
  ENVOI_SANS_ADRESSE: (a: Ou) =>
    `${vide(a)} alors que le devis est envoyé${INSECABLE}: ses relances n’ont pas d’adresse. Remplissez-la.`,
  MONTANT_NON_POSITIF: (a: Ou) =>
    `${a.valeur === '' ? vide(a) : `${cellule(a)} n’est pas un montant de devis`}. Le devis est parti${INSECABLE}: écrivez son montant hors taxes.`,
  TTC_INCOHERENT: (a: Ou & { attendu: Centimes }) =>
    `${cellule(a)} n’est pas le HT augmenté de la TVA (${formatMontant(a.attendu)}). Corrigez le HT, le taux ou le TTC.`,
  RELANCE_SUR_DECIDE: (a: Ou & { statut: string }) =>
    `${cellule(a)}${INSECABLE}: une relance est prévue alors que le devis est « ${a.statut} ». Effacez la date.`,
  DEUX_VERSIONS_ENVOYEES: (a: Ou & { derniere: string }) =>
    `${cellule(a)}${INSECABLE}: cette version est encore « Envoyé » alors que ${a.derniere} l’est aussi. Passez-la à « Remplacé ».`,
  SIGNE_SANS_COMMANDE: (a: Ou & { devis: string }) =>
    `${vide(a)} alors que le devis ${a.devis} est signé${INSECABLE}: la commande n’est pas enregistrée. Remplissez-la.`,
  DEVIS_SANS_NUMERO: (a: Ou & { statut: string }) =>
    (a.valeur === ''
      ? `${a.ou}${INSECABLE}: ce devis « ${a.statut} » n’a pas de N°. Il ne compte nulle part`
      : `${cellule(a)} est une référence provisoire, et le devis est « ${a.statut} »`) +
    '. Écrivez le numéro que porte le document ; s’il n’en porte pas, donnez-lui celui qui suit le dernier de l’onglet « Registre ».',
  REGISTRE_INCOMPLET: (a: Ou & { nombre: number; premier: string; dernier: string }) =>
    a.nombre === 1
      ? `${cellule(a)} n’est pas dans l’onglet « Registre ». Il y sera réinscrit au prochain numéro tiré${INSECABLE}: n’effacez rien de cet onglet.`
      : `${a.ou}${INSECABLE}: ${accord(a.nombre, 'numéro', 'numéros')} de cette série (${a.premier} à ${a.dernier}) manquent dans l’onglet « Registre ». Ils y seront réinscrits au prochain numéro tiré${INSECABLE}: n’effacez rien de cet onglet.`,
  NOTE_HORS_BORNES: (a: Ou) =>
    `${cellule(a)} n’est pas une note de 0 à 10. Elle n’est pas dans la satisfaction${INSECABLE}: corrigez-la.`,
  FACTURE_NEGATIVE: (a: Ou) =>
    `${cellule(a)} est négatif sur une facture qui n’est pas un avoir. Choisissez le type « Avoir », ou corrigez le signe.`,
  AVOIR_SIGNES_CONTRAIRES: (a: Ou) =>
    `${cellule(a)}${INSECABLE}: le HT et le TTC de cet avoir sont de signes contraires. Donnez-leur le même signe (un avoir se retranche toujours).`,
  FACTURE_SANS_ECHEANCE: (a: Ou) =>
    `${vide(a)} alors que la facture est émise. Aucun retard ne sera vu${INSECABLE}: remplissez-la.`,
  OBJECTIF_ANNUEL_CONTREDIT: (a: Ou & { somme: number; montant: boolean; lignes: number }) =>
    `${cellule(a)} (« ${a.entete} », objectif de l’année)${INSECABLE}: ${accord(a.lignes, 'ligne de mois en demande', 'lignes de mois en demandent')} ${a.montant ? formatMontant(a.somme as Centimes) : formatNombre(a.somme)}. Corrigez l’année, ou ses mois.`,
  SIGNATURE_PASSEE: (a: Ou) =>
    `${cellule(a)}${INSECABLE}: la signature prévue est passée et l’affaire n’est pas décidée. Elle n’est dans aucune prévision${INSECABLE}: donnez une nouvelle date.`,
} as const;

export type CodeAnomalie = keyof typeof MESSAGES_CONTROLE;
