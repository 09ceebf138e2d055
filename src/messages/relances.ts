import type { DateCivile } from '../commun/date-civile';
import { accord, formatDate, INSECABLE } from './formats';

/** Relances de devis : pourquoi un brouillon dû n'a pas été préparé ; et brouillons posés en fichiers. */

const proche = (p: string | null): string => (p ? ` Vouliez-vous dire « ${p} »${INSECABLE}?` : '');

export const MESSAGES_RELANCES = {
  RELANCE_CELLULE_ILLISIBLE: (a: {
    onglet: string;
    cellule: string;
    entete: string;
    valeur: string;
  }) =>
    `Onglet « ${a.onglet} », cellule ${a.cellule} (${a.entete}) : « ${a.valeur} » n’est pas compris. La relance en dépend et n’a pas été préparée. Corrigez la cellule.`,
  RELANCE_SANS_NUMERO: (a: { cellule: string }) =>
    `Onglet « Devis », cellule ${a.cellule} : un devis envoyé n’a pas de numéro. Il ne peut pas être relancé. Rétablissez son numéro.`,
  RELANCE_DOUBLON: (a: { devis: string; lignes: string }) =>
    `Onglet « Devis », lignes ${a.lignes} : le devis ${a.devis} y figure plusieurs fois. Il n’est pas relancé. Gardez une seule ligne par version.`,
  RELANCE_SANS_ENVOI: (a: { devis: string; cellule: string }) =>
    `Devis ${a.devis} : il est « Envoyé » mais sa date d’envoi manque (onglet « Devis », cellule ${a.cellule}). Écrivez-la pour que ses relances puissent être datées.`,
  RELANCE_SANS_ADRESSE: (a: { devis: string; cellule: string }) =>
    `Devis ${a.devis} : l’adresse à relancer manque. Remplissez « Envoyé à » (onglet « Devis », cellule ${a.cellule}).`,
  RELANCE_ADRESSE_INVALIDE: (a: { devis: string; cellule: string; valeur: string }) =>
    `Devis ${a.devis} : « ${a.valeur} » (onglet « Devis », cellule ${a.cellule}) n’est pas une adresse e-mail. Écrivez une seule adresse, comme nom@exemple.fr.`,
  RELANCE_CLIENT_INCONNU: (a: { devis: string; client: string; proche: string | null }) =>
    (a.client === ''
      ? `Devis ${a.devis} : son client manque.`
      : `Devis ${a.devis} : le client « ${a.client} » n’est pas dans l’onglet « Clients ».${proche(a.proche)}`) +
    ' Sans lui, on ne sait pas s’il peut être relancé. Corrigez le nom du client, ou créez-le.',
  RELANCE_NE_PAS_RELANCER: (a: { devis: string; client: string }) =>
    `Devis ${a.devis} : « ${a.client} » est marqué « Ne pas relancer » (onglet « Clients »). Aucun brouillon.`,
  RELANCE_NPAI: (a: { devis: string; client: string }) =>
    `Devis ${a.devis} : les messages à « ${a.client} » reviennent (NPAI, onglet « Clients »). Aucun brouillon : trouvez une autre adresse, puis effacez NPAI.`,
  RELANCE_PAS_AVANT: (a: { devis: string; date: DateCivile }) =>
    `Devis ${a.devis} : pas de relance avant le ${formatDate(a.date)}. Aucun brouillon aujourd’hui.`,
  RELANCE_TROP_PROCHE: (a: { devis: string; contact: string; date: DateCivile; jours: number }) =>
    `Devis ${a.devis} : ${a.contact} a une relance du ${formatDate(a.date)}, à moins de ${accord(a.jours, 'jour', 'jours')}. Celle-ci attend.`,
  RELANCE_VARIABLE_VIDE: (a: { devis: string; variable: string; modele: string; ou: string }) =>
    `Devis ${a.devis} : le modèle « ${a.modele} » emploie {${a.variable}}, qui est vide. Remplissez ${a.ou}, ou donnez une valeur de repli dans le modèle : {${a.variable}|texte de repli}.`,
  RELANCE_VARIABLE_ILLISIBLE: (a: {
    devis: string;
    variable: string;
    modele: string;
    ou: string;
  }) =>
    `Devis ${a.devis} : le modèle « ${a.modele} » emploie {${a.variable}}, dont la cellule n’est pas comprise. Corrigez ${a.ou}.`,
  RELANCE_VARIABLE_INCONNUE: (a: { modele: string; variable: string; proche: string | null }) =>
    `Onglet « Modèles », modèle « ${a.modele} » : la variable {${a.variable}} n’existe pas.${proche(a.proche && `{${a.proche}}`)} Corrigez le modèle.`,
  RELANCE_ACCOLADE: (a: { modele: string; champ: string; extrait: string }) =>
    `Onglet « Modèles », modèle « ${a.modele} », ${a.champ} : une accolade est seule, près de « ${a.extrait} ». Une variable s’écrit {contact}. Corrigez le modèle.`,
  RELANCE_MODELE_VIDE: (a: { modele: string; champ: string }) =>
    `Onglet « Modèles », modèle « ${a.modele} » : « ${a.champ} » est vide. Écrivez-le, ou désactivez le modèle.`,
  RELANCE_MODELE_SANS_DELAI: (a: { modele: string; cellule: string }) =>
    `Onglet « Modèles », cellule ${a.cellule} : la relance « ${a.modele} » n’a pas de délai d’au moins un jour. Écrivez le nombre de jours après l’envoi, ou désactivez-la.`,
  RELANCE_MODELE_EN_DOUBLE: (a: { modele: string; autre: string; rang: number }) =>
    `Onglet « Modèles » : « ${a.autre} » et « ${a.modele} » sont tous deux la relance de rang ${a.rang}. Désactivez-en un, ou changez son rang.`,
  REPRISE_SANS_OBJET: (a: { devis: string; rang: number; raison: string }) =>
    `Devis ${a.devis} : sa relance ${a.rang} attendait d’être déposée, mais ${a.raison}. Elle est abandonnée ; si elle est déjà dans vos brouillons, ne l’envoyez pas.`,
  REPRISE_SANS_MODELE: (a: { devis: string; rang: number; cellule: string }) =>
    `Devis ${a.devis} : sa relance ${a.rang} attend d’être déposée, mais l’onglet « Modèles » n’a plus de relance active de ce rang. Rétablissez-la, ou effacez « à déposer » (onglet « Actions », cellule ${a.cellule}).`,
  REPRISE_SANS_REFERENCE: (a: { cellule: string }) =>
    `Onglet « Actions », cellule ${a.cellule} : la ligne est « à déposer », mais sa référence ne nomme pas une relance. Rétablissez-la (DEV-2026-0042/R1), ou effacez « à déposer ».`,
  BROUILLON_DOSSIER: (a: { dossier: string; cause: string }) =>
    `Le dossier des brouillons « ${a.dossier} » ne peut pas être créé ou écrit (${a.cause}). Choisissez un autre dossier avec -o.`,
  BROUILLON_DISQUE_PLEIN: (a: { fichier: string }) =>
    `Le brouillon « ${a.fichier} » n’a pas été écrit : le disque est plein. Libérez de la place, puis relancez la commande ; ceux déjà écrits seront gardés.`,
  BROUILLON_NON_ECRIT: (a: { fichier: string; cause: string }) =>
    `Le brouillon « ${a.fichier} » n’a pas été écrit (${a.cause}). Relancez la commande ; ceux déjà écrits seront gardés.`,
  GMAIL_REFUSE: (a: { statut: number; message: string }) =>
    `Gmail refuse l’accès (${a.statut} : ${a.message}). Vérifiez que l’API Gmail est activée dans le projet Google Cloud et que votre compte a Gmail, ou préparez des fichiers .eml avec -o. Rien n’a été écrit.`,
  GMAIL_SANS_BOITE: (a: { message: string }) =>
    `Le compte connecté n’a pas de boîte Gmail (${a.message}). Un compte de service n’en a pas : connectez-vous avec votre compte, ou préparez des fichiers .eml avec -o. Rien n’a été écrit.`,
  GMAIL_INDISPONIBLE: (a: { statut: number; message: string }) =>
    `Gmail ne répond pas correctement (${a.statut} : ${a.message}). Recommencez dans quelques minutes. Rien n’a été écrit.`,
  GMAIL_DEPOT_INTERROMPU: (a: { restants: number; cause: string }) =>
    `${accord(a.restants, 'brouillon n’a pas été déposé', 'brouillons n’ont pas été déposés')} dans Gmail (${a.cause}). ${a.restants < 2 ? 'Il est noté' : 'Ils sont notés'} « à déposer » : relancez la commande.`,
  GMAIL_NON_CONFIRME: (a: { brouillons: number; cause: string }) =>
    `${accord(a.brouillons, 'brouillon est', 'brouillons sont')} dans Gmail, mais le classeur ne le dit pas encore. ${a.cause} Relancez la commande : aucun ne sera créé deux fois.`,
  BROUILLON_INVALIDE: (a: { reference: string; cause: string }) =>
    `Le brouillon ${a.reference} ne peut pas devenir un message : ${a.cause}.`,
} as const;
