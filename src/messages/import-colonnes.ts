import type { DateCivile } from '../commun/date-civile';
import { eurosVersCentimes } from '../commun/montant';
import { accord, formatDateLongue, formatMontant, formatNombre, INSECABLE } from './formats';
import { enumerer, formatListe } from './liste';
import { siGarde } from './texte-garde';

/** Ce que l'import décide pour tout un fichier ou toute une colonne, et qu'une personne peut contester. */

type Nature = 'siret' | 'email' | 'telephone' | 'codePostal' | 'date' | 'montant';

const NATURES: Readonly<Record<Nature, string>> = {
  siret: 'des SIREN ou SIRET',
  email: 'des adresses e-mail',
  telephone: 'des téléphones',
  codePostal: 'des codes postaux',
  date: 'des dates',
  montant: 'des montants',
};

const RAISONS_ORDRE: Readonly<
  Record<'colonne' | 'fichier' | 'langue', (preuve: string) => string>
> = {
  colonne: (preuve) => `comme dans « ${preuve} », de la même colonne`,
  fichier: () => 'comme dans les autres dates du fichier',
  langue: () => 'car le fichier est en français',
};

export const MESSAGES_IMPORT_COLONNES = {
  IMPORT_SANS_LIGNE: (a: {
    fichier: string;
    feuille: string | null;
    /** Sa ligne ; `null` : la liste est vide. */
    entete: number | null;
    /** Sous l'en-tête, des lignes vides, de total, de pied. */
    ecartees: boolean;
    autresFeuilles: boolean;
  }) =>
    `0 ligne de données${INSECABLE}: ${a.feuille === null ? '' : `la feuille « ${a.feuille} » de `}« ${a.fichier} » ` +
    (a.entete === null
      ? 'est une liste vide. '
      : `n’a ${a.ecartees ? 'aucun enregistrement sous son en-tête' : 'rien sous son en-tête'} (ligne ${a.entete}). `) +
    `Il n’y a rien à importer${INSECABLE}: vérifiez que l’export n’est ni filtré ni vide${a.autresFeuilles ? ', ou choisissez une autre feuille avec --feuille' : ''}.`,
  IMPORT_FEUILLE_LUE: (a: { lue: string; autres: readonly string[] }) =>
    `Feuille lue${INSECABLE}: « ${a.lue} ». ${formatListe(a.autres)} ${a.autres.length > 1 ? 'ne sont pas lues' : 'n’est pas lue'}${INSECABLE}: --feuille en choisit une autre.`,
  IMPORT_FEUILLES_PAREILLES: (a: { lue: string; pareilles: readonly string[] }) =>
    `Feuille lue${INSECABLE}: « ${a.lue} ». ${enumerer(a.pareilles)} ${a.pareilles.length > 1 ? 'ont' : 'a'} les mêmes colonnes${INSECABLE}: importez-${a.pareilles.length > 1 ? 'les' : 'la'} aussi avec --feuille.`,
  IMPORT_ENCODAGES_MELES: (a: { lignes: number }) =>
    `Le fichier mêle deux encodages${INSECABLE}: ${a.lignes} ${a.lignes > 1 ? 'lignes ne sont pas' : 'ligne n’est pas'} en UTF-8 comme les autres. Chaque ligne a été lue dans le sien${INSECABLE}: vérifiez les accents.`,
  IMPORT_ENCODAGE_ANCIEN: (a: { systeme: string }) =>
    `Le fichier est dans un ancien encodage de ${a.systeme}, reconnu à ses lettres accentuées${INSECABLE}: vérifiez les accents.`,
  IMPORT_ENCODAGE_INCERTAIN: (a: { autre: string }) =>
    `L’encodage du fichier n’est pas sûr${INSECABLE}: il est lu comme un fichier de Windows, et ses rares accents diraient plutôt ${a.autre}. Vérifiez-les${INSECABLE}; s’ils sont faux, enregistrez le fichier en UTF-8 et importez-le à nouveau.`,
  IMPORT_ACCENTS_ABIMES: () =>
    `Le fichier contient des caractères abîmés (« Ã© » ou « \ufffd » pour « é »)${INSECABLE}: un enregistrement d’autrefois, un encodage qui n’est pas reconnu, ou une fin de fichier qui manque. Ils sont gardés tels quels${INSECABLE}: exportez-le de nouveau depuis le logiciel d’origine.`,
  IMPORT_COLONNE_AMBIGUE: (a: { colonne: string; candidats: readonly string[] }) =>
    `« ${a.colonne} » pourrait venir de plusieurs colonnes du fichier${INSECABLE}: ${formatListe(a.candidats)}. Aucune n’a été lue${INSECABLE}: choisissez dans un profil.`,
  IMPORT_COLONNE_RECONNUE: (a: { entete: string; nature: Nature; colonne: string }) =>
    `« ${a.entete} », au nom inconnu, est reconnue à ses valeurs (${NATURES[a.nature]})${INSECABLE}: elle remplit « ${a.colonne} ». Sinon, dites-le dans un profil.`,
  IMPORT_COLONNE_PROPOSEE: (a: {
    entetes: readonly string[];
    nature: Nature;
    colonnes: readonly string[];
  }) =>
    `${formatListe(a.entetes)}, au nom inconnu, ${a.entetes.length > 1 ? 'contiennent' : 'contient'} ${NATURES[a.nature]}${INSECABLE}: peut-être ${formatListe(a.colonnes)}. Rien n’en est lu${INSECABLE}: choisissez dans un profil.`,
  IMPORT_ENTETE_EN_DOUBLE: (a: { entete: string; nouveau: string; lue: boolean }) =>
    `Plusieurs colonnes s’appellent « ${a.entete} »${INSECABLE}: celle-ci est nommée « ${a.nouveau} » et ${a.lue ? 'c’est elle qui est lue (l’autre est vide)' : 'n’est pas lue'}.`,
  IMPORT_DATES_CONTRADICTOIRES: (a: { colonne: string; jour: string; mois: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: certaines dates commencent par le jour (« ${a.jour} »), d’autres par le mois (« ${a.mois} »). Celles qui peuvent se lire des deux façons ne sont pas lues${INSECABLE}: corrigez le fichier, ou précisez « format.date » dans un profil.`,
  IMPORT_DATES_INDECISES: (a: { colonne: string; exemple: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: rien ne dit si « ${a.exemple} » commence par le jour ou par le mois. Précisez « format.date » dans un profil (JJ/MM/AAAA ou MM/JJ/AAAA).`,
  IMPORT_DATES_ORDRE: (a: {
    colonne: string;
    exemple: string;
    ordre: 'JMA' | 'MJA';
    raison: 'colonne' | 'fichier' | 'langue';
    preuve: string | null;
  }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: « ${a.exemple} » peut se lire de deux façons. ${a.ordre === 'JMA' ? 'Le jour' : 'Le mois'} est lu en premier, ${RAISONS_ORDRE[a.raison](a.preuve ?? '')}. Sinon, précisez « format.date » dans un profil.`,
  IMPORT_DATES_ECHANGEES: (a: { colonne: string; date: string; texte: string | null }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ses vraies dates sont toutes d’un jour de 1 à 12 (« ${a.date} »)` +
    (a.texte === null
      ? '. Comme dans une autre colonne, un tableur réglé dans une autre langue en a sans doute échangé le jour et le mois.'
      : `, ses dates en texte, d’aucun (« ${a.texte} »). Un tableur réglé dans une autre langue a sans doute échangé le jour et le mois des premières.`) +
    ` Elles sont lues telles quelles${INSECABLE}: vérifiez-les, ou importez le fichier d’avant ce tableur.`,
  IMPORT_HEURES: (a: { colonne: string; exemple: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: le jour seul est gardé, pas l’heure (« ${a.exemple} »).` +
    (/[zZ]$/.test(a.exemple)
      ? ` C’est l’heure de Greenwich${INSECABLE}: tard le soir, le jour de Paris est le suivant.`
      : ''),
  IMPORT_ANNEES_COURTES: (a: { colonne: string; exemple: string; lue: DateCivile | null }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: des années n’ont que deux chiffres (« ${a.exemple} »${a.lue === null ? '' : `, lu le ${formatDateLongue(a.lue)}`})${INSECABLE}: 00 à 69 se lisent 2000 à 2069, 70 à 99 se lisent 1970 à 1999.`,
  IMPORT_DATES_SERIE: (a: { colonne: string; exemple: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: les dates y sont des numéros de jour de tableur (« ${a.exemple} »), lus comme tels.`,
  IMPORT_DECIMALES_COLONNE: (a: {
    colonne: string;
    decimal: ',' | '.';
    exemple: string;
    preuve: string;
  }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: dans « ${a.exemple} », ${a.exemple.includes(a.decimal) ? 'le séparateur est lu comme celui des décimales' : 'le séparateur est lu comme celui des milliers'}, d’après « ${a.preuve} ». Sinon, précisez « format.decimal » dans un profil.`,
  IMPORT_DECIMALES_MELEES: (a: {
    colonne: string;
    lus: readonly { ecrit: string; lu: number | null }[];
    preuve: string;
  }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: le point et la virgule y sont suivis de trois chiffres. D’après « ${a.preuve} », ` +
    a.lus
      .map(({ ecrit, lu }) => `« ${ecrit} » est lu ${lu === null ? 'en texte' : formatNombre(lu)}`)
      .join(' et ') +
    `${INSECABLE}: vérifiez ces nombres. Sinon, précisez « format.decimal » dans un profil.`,
  IMPORT_TAUX_MELES: (a: {
    colonne: string;
    exemples: { pourcent?: string; fraction?: string; hors?: string };
  }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ` +
    (a.exemples.hors === undefined
      ? `« ${a.exemples.pourcent} » et « ${a.exemples.fraction} » n’y sont pas à la même échelle, et aucune ne l’emporte. `
      : `« ${a.exemples.hors} » dépasse 100, et ne peut pas être un taux${INSECABLE}: la colonne contient peut-être des montants. `) +
    `Les nombres sans « % » n’y sont pas lus${INSECABLE}: écrivez par exemple « 20${INSECABLE}% ».`,
  IMPORT_TAUX_UN: (a: { colonne: string; exemple: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: le seul nombre sans « % » y est « ${a.exemple} », lu 100${INSECABLE}%. Si c’est 1${INSECABLE}%, écrivez le signe «${INSECABLE}%${INSECABLE}».`,
  IMPORT_TAUX_DISCORDANT: (a: {
    colonne: string;
    valeur: string;
    garde: string | null;
    taux: number;
    autres: string;
  }) =>
    `« ${a.valeur} », dans « ${a.colonne} », n’est pas à l’échelle des autres (« ${a.autres} »)${INSECABLE}: ` +
    (Math.abs(a.taux) <= 1
      ? `est-ce ${formatNombre(a.taux)}${INSECABLE}% ou ${formatNombre(a.taux * 100)}${INSECABLE}%${INSECABLE}?`
      : `est-ce ${formatNombre(a.taux)}${INSECABLE}%${INSECABLE}?`) +
    `${siGarde(a, (suivi) => `${suivi}${suivi === '' ? ',' : INSECABLE + ';'} les autres sont lus.`)} Écrivez le signe «${INSECABLE}%${INSECABLE}».`,
  IMPORT_VALEURS_COMPRISES: (a: {
    colonne: string;
    /** C'est lui qui le dit. */
    profil: boolean;
    valeurs: readonly { ecrite: string; comprise: string; lignes: number }[];
  }) =>
    `Colonne « ${a.colonne} », d’après le ${a.profil ? 'profil' : 'sens des mots'}${INSECABLE}: ` +
    a.valeurs
      .map(
        ({ ecrite, comprise, lignes }) =>
          `« ${ecrite} » → ${comprise === '' ? 'case vide' : comprise}${INSECABLE}: ${accord(lignes, 'ligne', 'lignes')}`,
      )
      .join(' ; ') +
    (a.profil ? '.' : '. Sinon, précisez « valeurs » dans un profil.'),
  IMPORT_CONSTANTES: (a: { constantes: readonly { colonne: string; valeur: string }[] }) =>
    `D’après le profil, toutes les lignes ont${INSECABLE}: ${a.constantes.map(({ colonne, valeur }) => `« ${colonne} » = « ${valeur} »`).join(', ')}.`,
  IMPORT_ARRONDIS: (a: {
    colonne: string;
    combien: number;
    exemples: readonly { ecrit: string; euros: number }[];
  }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ${accord(a.combien, 'montant a', 'montants ont')} plus de deux décimales, et ${a.combien > 1 ? 'sont arrondis' : 'est arrondi'} au centime (${a.exemples.map(({ ecrit, euros }) => `« ${ecrit} » fait ${formatMontant(eurosVersCentimes(euros))}`).join(', ')}).`,
  IMPORT_UNITE: (a: {
    colonne: string;
    unite: string;
    plusGrands: readonly { ecrit: number; euros: number }[];
  }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ses montants, en ${a.unite} d’après l’en-tête, sont convertis en euros.` +
    (a.plusGrands.length === 0
      ? ''
      : ` Les plus grands${INSECABLE}: ${a.plusGrands.map(({ ecrit, euros }) => `${formatNombre(ecrit)} fait ${formatNombre(euros)}${INSECABLE}€`).join(', ')}.`),
  IMPORT_UNITE_INVRAISEMBLABLE: (a: {
    colonne: string;
    valeur: string;
    garde: string | null;
    unite: string;
    euros: number;
  }) =>
    `« ${a.valeur} », sous un en-tête en ${a.unite}, ferait ${formatNombre(a.euros)}${INSECABLE}€ dans « ${a.colonne} »${INSECABLE}: sans doute des euros.${siGarde(a, (suivi) => `${suivi} ; aucun montant n’est compté.`)} Écrivez l’unité dans la cellule (« ${a.valeur}${INSECABLE}€ »), ou corrigez l’en-tête.`,
  IMPORT_PAYE_SANS_MONTANT: (a: { valeur: string; garde: string | null }) =>
    `« ${a.valeur} », dans « Payé », ne dit ni combien ni quand${a.garde === null ? '.' : `${INSECABLE}: le texte est gardé, aucun montant n’est compté.`} Sans « Payé le », la facture passe pour impayée${INSECABLE}: écrivez le montant TTC reçu, ou la date du règlement.`,
  IMPORT_ZEROS_RENDUS: (a: { colonne: string; nombre: number; exemple: string; rendu: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ${a.nombre} ${a.nombre > 1 ? 'valeurs avaient' : 'valeur avait'} perdu un zéro en tête${INSECABLE}; « ${a.exemple} » est lu « ${a.rendu} ».`,
  IMPORT_CODES_COURTS: (a: { colonne: string; nombre: number; exemple: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ${a.nombre} ${a.nombre > 1 ? 'codes ont' : 'code a'} 4 chiffres (« ${a.exemple} »). Rien ne dit s’il leur manque un zéro${INSECABLE}: ils sont gardés tels quels.`,
  IMPORT_TVA_LUE: (a: { colonne: string; nombre: number; exemple: string; rendu: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: ${a.nombre} ${a.nombre > 1 ? 'valeurs sont des numéros' : 'valeur est un numéro'} de TVA, dont le SIREN est gardé${INSECABLE}; « ${a.exemple} » est lu « ${a.rendu} ».`,
  IMPORT_DECIMALES_CONTRADICTOIRES: (a: { colonne: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: la virgule et le point y servent tous deux de décimale. Les nombres ambigus ne sont pas lus${INSECABLE}: précisez « format.decimal » dans un profil.`,
  IMPORT_MONNAIE: (a: { colonne: string; signe: string }) =>
    `Colonne « ${a.colonne} »${INSECABLE}: les montants sont en « ${a.signe} », lus comme des euros sans conversion.`,
} as const;
