import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { formatDateLongue, formatMontant, formatNombre, formatTaux, INSECABLE } from './formats';
import { siGarde } from './texte-garde';

/** Ce qui est importé et reste à vérifier : une valeur qui ne se tient pas, un texte qui hésite. */
export const MESSAGES_IMPORT_DOUTES = {
  IMPORT_DATE_AMBIGUE: (a: {
    colonne: string;
    valeur: string;
    garde: string | null;
    jma: DateCivile;
    mja: DateCivile;
  }) =>
    `« ${a.valeur} », dans « ${a.colonne} », peut être le ${formatDateLongue(a.jma)} ou le ${formatDateLongue(a.mja)}${INSECABLE}: rien n’en décide.${siGarde(a, (suivi) => `${suivi}.`)} Écrivez le mois en lettres, ou précisez « format.date » dans un profil.`,
  IMPORT_NOMBRE_AMBIGU: (a: {
    colonne: string;
    valeur: string;
    garde: string | null;
    lectures: readonly number[];
  }) =>
    `« ${a.valeur} », dans « ${a.colonne} », peut être ${a.lectures.map((n) => formatNombre(n)).join(' ou ')}${INSECABLE}: rien n’en décide.${siGarde(a, (suivi) => `${suivi}.`)} Écrivez-le sans séparateur de milliers, avec deux décimales, ou précisez « format.decimal » dans un profil.`,
  IMPORT_NOM_SUR_PLUSIEURS_LIGNES: (a: { colonne: string }) =>
    `« ${a.colonne} » tient sur plusieurs lignes. Le texte est gardé${INSECABLE}: vérifiez qu’un guillemet n’y a pas réuni deux lignes du fichier.`,
  IMPORT_DATES_INVERSEES: (a: { colonne: string; avant: string }) =>
    `« ${a.colonne} » précède « ${a.avant} ». La valeur est gardée${INSECABLE}: vérifiez-la.`,
  IMPORT_TAUX_DEMESURE: (a: { colonne: string; taux: number }) =>
    `« ${a.colonne} » vaut ${formatTaux(a.taux)}, et va de 0 à 100${INSECABLE}%. La valeur est gardée${INSECABLE}: vérifiez-la.`,
  IMPORT_DATE_FUTURE: (a: { colonne: string }) =>
    `« ${a.colonne} » est à venir. La valeur est gardée${INSECABLE}: vérifiez-la.`,
  IMPORT_EMAIL_DOUTEUX: (a: { colonne: string; valeur: string }) =>
    `« ${a.valeur} », dans « ${a.colonne} », n’est pas une adresse e-mail. La valeur est gardée${INSECABLE}: corrigez-la pour que les messages arrivent.`,
  IMPORT_REFERENCE_PROVISOIRE: (a: { statut: string }) =>
    `Une référence provisoire ne convient qu’avant la validation, et ce devis est « ${a.statut} ». Il est gardé${INSECABLE}: remplacez-la par le numéro du document.`,
  IMPORT_DEVIS_SANS_MONTANT: (a: { statut: string }) =>
    `Devis « ${a.statut} » dont le montant HT est nul ou absent. Il est gardé${INSECABLE}: complétez-le.`,
  IMPORT_DEVIS_NEGATIF: (a: { montant: Centimes }) =>
    `Devis d’un montant négatif (${formatMontant(a.montant)}). Il est gardé, et se retranche des montants${INSECABLE}: si c’est un avoir, retirez-le et importez-le vers « Factures », type « Avoir »${INSECABLE}; sinon, corrigez le signe.`,
  IMPORT_MONTANT_DEMESURE: (a: {
    colonne: string;
    montant: Centimes;
    mediane: Centimes | null;
    fois: number;
  }) =>
    `« ${a.colonne} » vaut ${formatMontant(a.montant)}, ` +
    (a.mediane === null
      ? `plus de 100${INSECABLE}M€. `
      : `${formatNombre(a.fois, 0)} fois le montant médian de la colonne (${formatMontant(a.mediane)}). `) +
    `La valeur est gardée${INSECABLE}: vérifiez-la (décimales collées, autre unité ?).`,
  IMPORT_TTC_INCOHERENT: (a: {
    ht: Centimes;
    /** Telle que le fichier l'écrit, ou le taux lu. */
    tva: string;
    ttc: Centimes;
    attendu: Centimes | null;
  }) =>
    `Le HT (${formatMontant(a.ht)}), la TVA (${a.tva}) et le TTC (${formatMontant(a.ttc)}) ne vont pas ensemble` +
    (a.attendu === null ? '' : `${INSECABLE}: le TTC serait de ${formatMontant(a.attendu)}`) +
    `. Rien n’est corrigé${INSECABLE}: vérifiez lequel des trois est faux.`,
  IMPORT_TTC_INFERIEUR: (a: { ht: Centimes; ttc: Centimes }) =>
    `Le TTC (${formatMontant(a.ttc)}) ne va pas avec le HT (${formatMontant(a.ht)}), auquel la TVA s’ajoute. Rien n’est corrigé${INSECABLE}: vérifiez lequel des deux est faux (colonnes interverties ?).`,
  IMPORT_DECISION_SANS_DATE: (a: { statut: string }) =>
    `Devis « ${a.statut} » sans date de décision${INSECABLE}: il ne compte dans aucun mois. Complétez-la.`,
  IMPORT_ENVOI_SANS_DATE: (a: { statut: string }) =>
    `Devis « ${a.statut} » sans date d’envoi${INSECABLE}: il ne compte dans aucun mois d’émission. Complétez-la.`,
  IMPORT_SIRET_DOUTEUX: (a: { valeur: string }) =>
    (/^\d[.,]\d+e\+\d+$/i.test(a.valeur)
      ? `« ${a.valeur} »${INSECABLE}: un tableur a abrégé ce SIREN/SIRET, ses derniers chiffres sont perdus. `
      : `« ${a.valeur} »${INSECABLE}: un SIREN a 9 chiffres, un SIRET 14. `) +
    `La valeur est gardée${INSECABLE}: vérifiez-la.`,
  IMPORT_SIRET_CLE: (a: { valeur: string }) =>
    `« ${a.valeur} »${INSECABLE}: la clé de ce SIREN/SIRET n’est pas juste, un chiffre est sans doute faux. La valeur est gardée${INSECABLE}: vérifiez-la.`,
  IMPORT_NOTE_HORS_ECHELLE: (a: { colonne: string }) =>
    `« ${a.colonne} » se note de 0 à 10. La valeur est gardée${INSECABLE}: vérifiez-la.`,
} as const;
