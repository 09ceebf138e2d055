import { formatNombre, INSECABLE } from './formats';
import { couper, formatListe } from './liste';
import { suiviDe } from './texte-garde';

/** Lecture d'un fichier étranger : le fichier, son profil, ses colonnes, ses lignes. */

const GENRES: Readonly<Record<string, string>> = {
  montant: 'un montant, par exemple 1234,50',
  date: 'une date, par exemple 31/12/2026',
  mois: 'un mois, par exemple 03/2026',
  entier: 'un nombre entier',
  nombre: 'un nombre',
  taux: 'un pourcentage, par exemple 20 %',
  booleen: 'Oui ou Non',
};

const formatMo = (octets: number): string => `${formatNombre(octets / 1_048_576, 0)}${INSECABLE}Mo`;

export interface Illisible {
  colonne: string;
  valeur: string;
  genre: string;
  permises: readonly string[];
}

/** Que faire d'une cellule qui ne se lit pas. */
function conseil(a: Illisible): string {
  return a.valeur.startsWith('=')
    ? 'Cette formule n’est pas calculée. Ouvrez le fichier dans un tableur, enregistrez-le, puis importez-le à nouveau.'
    : `Écrivez ${attendu(a)}.`;
}

function attendu({ genre, permises }: Pick<Illisible, 'genre' | 'permises'>): string {
  return permises.length > 0
    ? `l’une de ces valeurs : ${permises.join(', ')}`
    : (GENRES[genre] ?? 'un texte');
}

const SEPARATEURS: Readonly<Record<string, string>> = {
  ';': 'points-virgules',
  ',': 'virgules',
  '\t': 'tabulations',
  '|': 'barres verticales',
};
const nomSeparateur = (signe: string): string => SEPARATEURS[signe] ?? `« ${signe} »`;

export interface AutreTable {
  fichier: string;
  onglet: string;
  attendues: readonly string[];
  autre: { table: string; onglet: string; vues: readonly string[] } | null;
}

function raisonAutreTable({ onglet, attendues, autre }: AutreTable): string {
  const manque = `« ${onglet} » se reconnaîtrait à ${formatListe(attendues)}.`;
  if (autre === null)
    return `Aucune de ses colonnes n’y fait un enregistrement. ${manque} Vérifiez la table choisie.`;
  return `Ses colonnes (${formatListe(autre.vues)}) sont celles de « ${autre.onglet} »${INSECABLE}: importez-le vers « ${autre.onglet} » (suivi importer ${autre.table} …). ${manque}`;
}

export const MESSAGES_IMPORT = {
  SOURCE_ABSENTE: (a: { fichier: string }) =>
    `Le fichier « ${a.fichier} » est introuvable. Vérifiez son nom et son dossier.`,
  SOURCE_DOSSIER: (a: { fichier: string }) =>
    `« ${a.fichier} » est un dossier${INSECABLE}: donnez un des fichiers qu’il contient. Plusieurs s’importent l’un après l’autre.`,
  SOURCE_ILLISIBLE: (a: { fichier: string; raison: string; conseil?: string }) =>
    `Le fichier « ${a.fichier} » ne peut pas être lu (${a.raison}). ${a.conseil ?? 'Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou .csv.'}`,
  SOURCE_VIDE: (a: { fichier: string }) =>
    `« ${a.fichier} » est vide${INSECABLE}: il n’y a rien à importer.`,
  SOURCE_BINAIRE: (a: { fichier: string }) =>
    `Le fichier « ${a.fichier} » n’est pas un tableau. Sont lus${INSECABLE}: .csv, .txt, .xlsx, .xls, .ods, .json et .ndjson.`,
  SOURCE_GUILLEMET: (a: { fichier: string; ligne: number }) =>
    `« ${a.fichier} », ligne ${a.ligne}${INSECABLE}: un guillemet ouvert n’est jamais refermé. Refermez-le, ou doublez-le s’il fait partie du texte.`,
  SOURCE_TROP_GROSSE: (a: { fichier: string; taille: number; limite: number }) =>
    `« ${a.fichier} » fait ${formatMo(a.taille)}${INSECABLE}; ce format se lit jusqu’à ${formatMo(a.limite)}. Enregistrez-le en .csv, qui n’a pas de limite.`,
  IMPORT_ONGLET_TROP_PETIT: (a: { onglet: string; lignes: number }) =>
    `L’onglet « ${a.onglet} » aurait ${formatNombre(a.lignes, 0)} lignes ; un tableur en contient 1 048 576 au plus. Importez une partie du fichier, ou gardez ces données hors du classeur.`,
  IMPORT_GOOGLE_TROP_PETIT: (a: { cellules: number }) =>
    `Le classeur Google aurait plus de ${formatNombre(a.cellules, 0)} cellules ; il en contient 10 000 000 au plus. Importez une partie du fichier, ou gardez ces données hors du classeur.`,
  SOURCE_CHANGEE: (a: { fichier: string }) =>
    `Le fichier « ${a.fichier} » a changé pendant sa lecture. Rien n’a été écrit${INSECABLE}: attendez qu’il soit complet, puis recommencez.`,
  SOURCE_JSON: (a: { fichier: string; ligne: number | null; raison: string }) =>
    `« ${a.fichier} »${a.ligne === null ? '' : `, ligne ${a.ligne}`}${INSECABLE}: ${a.raison}. Un tableau d’objets simples est attendu, par exemple [{ "client": "Mairie" }].`,
  SOURCE_NDJSON: (a: { fichier: string; ligne: number | null; raison: string }) =>
    `« ${a.fichier} »${a.ligne === null ? '' : `, ligne ${a.ligne}`}${INSECABLE}: ${a.raison}. Un objet simple par ligne est attendu, par exemple { "client": "Mairie" }.`,
  SOURCE_JSON_LISTES: (a: { fichier: string; listes: readonly string[] }) =>
    `« ${a.fichier} » contient plusieurs listes${INSECABLE}: ${formatListe(a.listes)}. Choisissez-en une avec « --feuille NOM », ou gardez-en une seule dans le fichier.`,
  FEUILLE_ABSENTE: (a: { fichier: string; feuille: string; feuilles: readonly string[] }) =>
    `« ${a.fichier} » n’a pas de feuille « ${a.feuille} ». Ses feuilles${INSECABLE}: ${formatListe(a.feuilles)}.`,
  SOURCE_SANS_FEUILLE: (a: { fichier: string; feuille: string }) =>
    `« ${a.fichier} » n’a pas de feuilles${INSECABLE}: « --feuille ${a.feuille} » n’y choisit rien. Ôtez cette option, qui vaut pour un classeur ou un JSON.`,
  PROFIL_FORME: (a: { chemin: string; attendu: string }) =>
    `Profil${a.chemin === '' ? '' : `, « ${a.chemin} »`}${INSECABLE}: ${a.attendu}.`,
  PROFIL_AUTRE_TABLE: (a: { profil: string; table: string }) =>
    `Profil, « table »${INSECABLE}: ce profil est celui de « ${a.profil} », pas de « ${a.table} ».`,
  PROFIL_COLONNE_INCONNUE: (a: { chemin: string; colonne: string; connues: readonly string[] }) =>
    `Profil, « ${a.chemin}.${a.colonne} »${INSECABLE}: cette colonne n’existe pas. Les colonnes de la table${INSECABLE}: ${formatListe(a.connues)}.`,
  PROFIL_VALEUR_INCONNUE: (a: { chemin: string; valeur: string; permises: readonly string[] }) =>
    `Profil, « ${a.chemin} »${INSECABLE}: « ${a.valeur} » n’est pas permis. Choisissez parmi${INSECABLE}: ${formatListe(a.permises)}.`,
  PROFIL_CONSTANTE_ILLISIBLE: (a: Omit<Illisible, 'colonne'> & { chemin: string }) =>
    `Profil, « ${a.chemin} »${INSECABLE}: « ${a.valeur} » ne se lit pas. Écrivez ${attendu(a)}.`,
  PROFIL_DEUX_SOURCES: (a: { chemin: string; colonne: string; etrangere: string }) =>
    `Profil, « ${a.chemin} »${INSECABLE}: « ${a.colonne} » est déjà remplie par la colonne « ${a.etrangere} » du fichier. Gardez l’une des deux.`,
  PROFIL_FORMAT_DATE: (a: { valeur: string }) =>
    `Profil, « format.date »${INSECABLE}: « ${a.valeur} » n’est pas un format connu. Écrivez par exemple JJ/MM/AAAA, M/J/AAAA ou AAAA-MM-JJ.`,
  PROFIL_ENTETE_ABSENT: (a: {
    colonne: string;
    etrangere: string;
    entetes: readonly string[];
    proche: string | null;
  }) =>
    `Profil, « colonnes.${a.colonne} »${INSECABLE}: le fichier n’a pas de colonne « ${a.etrangere} ».` +
    (a.proche ? ` « ${a.proche} » lui ressemble.` : '') +
    ` Ses colonnes${INSECABLE}: ${formatListe(a.entetes)}.`,
  PROFIL_ENTETE_DEUX_FOIS: (a: { etrangere: string; colonnes: readonly string[] }) =>
    `Profil${INSECABLE}: « ${a.etrangere} » remplit à la fois ${formatListe(a.colonnes)}. Une colonne du fichier ne sert qu’une fois.`,
  PROFIL_PRET_AUTRE_TABLE: (a: { titre: string; onglet: string; onglets: readonly string[] }) =>
    `Le profil de ${a.titre} ne décrit pas « ${a.onglet} », seulement ${formatListe(a.onglets)}. Importez sans profil, ou écrivez-en un.`,
  PROFIL_PRET_SANS_COLONNE: (a: { titre: string; attendues: readonly string[] }) =>
    `Ce fichier n’a pas les colonnes d’un export de ${a.titre} (${formatListe(a.attendues)}…). Importez-le sans ce profil${INSECABLE}: ses colonnes sont peut-être reconnues à leur nom.`,
  ENTETE_INTROUVABLE: (a: {
    onglet: string;
    vues: readonly string[];
    attendues: readonly string[];
  }) =>
    `Aucune ligne d’en-tête reconnue pour « ${a.onglet} ». Le fichier montre${INSECABLE}: ${formatListe(a.vues)}. Colonnes attendues${INSECABLE}: ${formatListe(a.attendues)}. Vérifiez la table choisie, ou décrivez le fichier par un profil.`,
  COLONNE_REQUISE_ABSENTE: (a: {
    onglet: string;
    colonne: string;
    entetes: readonly string[];
    choix: readonly string[];
    /** Chaque ligne doit avoir la sienne : c'est à elle qu'on la reconnaît. */
    identite: boolean;
  }) =>
    `« ${a.onglet} » demande une colonne « ${a.colonne} », que le fichier n’a pas. Ses colonnes${INSECABLE}: ${formatListe(a.entetes)}. Désignez-la dans un profil (« colonnes »)` +
    (a.identite
      ? ` si elle y est sous un autre nom${INSECABLE}; sinon, ajoutez-la au fichier, chaque ligne avec la sienne.`
      : a.choix.length > 0
        ? `, ou donnez une valeur à toutes les lignes (« constantes »${INSECABLE}: { "${a.colonne}": "${a.choix[0]}" }), parmi${INSECABLE}: ${formatListe(a.choix)}.`
        : `, ou une même valeur pour toutes les lignes (« constantes »).`),
  TABLEAU_CROISE: (a: { signe: string }) =>
    `Le fichier est un tableau croisé (« ${a.signe} » en titre de colonnes ou de lignes), pas une liste${INSECABLE}: une ligne n’y est pas un enregistrement. Importez la liste dont il est tiré${INSECABLE}; si c’est bien une liste, désignez ses colonnes dans un profil.`,
  FICHIER_D_UN_AUTRE_GENRE: (a: { titre: string; onglet: string }) =>
    `Le fichier s’intitule « ${a.titre} »${INSECABLE}: ce n’est pas le contenu de « ${a.onglet} ». Choisissez la bonne table, ou confirmez par un profil.`,
  FICHIER_D_UNE_AUTRE_TABLE: (a: AutreTable) =>
    `« ${a.fichier} » ne va pas dans « ${a.onglet} ». ${raisonAutreTable(a)} S’il y va bien, désignez ses colonnes dans un profil.`,
  NUMEROS_D_UNE_AUTRE_TABLE: (a: {
    fichier: string;
    colonne: string;
    exemple: string;
    table: string;
    onglet: string;
  }) =>
    `« ${a.fichier} » n’est sans doute pas une liste de clients${INSECABLE}: sa colonne « ${a.colonne} » numérote ce qui va dans « ${a.onglet} » (« ${a.exemple} »). Importez-le vers « ${a.onglet} » (suivi importer ${a.table} …), ou désignez ses colonnes dans un profil si ce sont bien des clients.`,
  IMPORT_MONTANT_SOMME: (a: { colonnes: readonly string[] }) =>
    `Le montant de chaque document est la somme de ses lignes (${formatListe(a.colonnes)}).`,
  IMPORT_MONTANT_DOCUMENT: (a: { documents: number }) =>
    `${a.documents} document${a.documents > 1 ? 's tiennent' : ' tient'} sur plusieurs lignes${INSECABLE}: leur montant, répété sur chacune, est compté une fois.`,
  IMPORT_MONTANT_HT_SUPPOSE: (a: { colonne: string }) =>
    `La colonne « ${a.colonne} » ne dit pas si elle est hors taxes${INSECABLE}: elle remplit « Montant HT ». Désignez-la dans un profil si elle est TTC.`,
  IMPORT_OBJET_PREMIERE_LIGNE: (a: { documents: number }) =>
    `${a.documents} document${a.documents > 1 ? 's ont' : ' a'} un objet différent à chaque ligne${INSECABLE}: celui de la première est gardé.`,
  IMPORT_ARTICLE_SANS_MONTANT: (a: { colonnes: readonly string[] }) =>
    `Sur cette ligne, ${formatListe(a.colonnes)} manque ou ne se lit pas${INSECABLE}: le montant du document est laissé vide.`,
  IMPORT_DOCUMENT_INCOMPLET: (a: { nom: string }) =>
    `Une autre ligne de « ${a.nom} » est rejetée${INSECABLE}: son montant, somme des lignes, serait faux. Corrigez-la et réimportez le document entier.`,
  IMPORT_LIGNE_TROP_LONGUE: (a: { valeur: string; colonnes: number }) =>
    `La ligne a plus de cellules que l’en-tête (${a.colonnes})${INSECABLE}: « ${a.valeur} » est en trop. Un séparateur dans un texte sans guillemets décale sans doute la suite.`,
  IMPORT_ELEMENT_ILLISIBLE: (a: { raison: string }) =>
    `${a.raison[0]?.toUpperCase()}${a.raison.slice(1)}${INSECABLE}: rien n’en est lu. Un objet simple est attendu, par exemple { "client": "Mairie" }.`,
  IMPORT_GUILLEMET_PERDU: (a: { debut: string; ouvert: number; referme: number }) =>
    a.referme === a.ouvert
      ? `Le guillemet ouvert devant « ${couper(a.debut)} » n’est pas refermé avant qu’un autre ne s’ouvre${INSECABLE}: la ligne serait coupée de travers, et rien n’en est lu. Dans le fichier, refermez-le ou ôtez-le, puis réimportez.`
      : `Le guillemet ouvert ligne ${a.ouvert}, devant « ${couper(a.debut)} », n’est refermé que ligne ${a.referme}${INSECABLE}: ${a.referme === a.ouvert + 1 ? `la ligne ${a.referme} est` : `les lignes ${a.ouvert + 1} à ${a.referme} sont`} dans cette seule cellule, et rien n’en est lu. Dans le fichier, ôtez ce guillemet ou refermez-le sur sa ligne, puis réimportez. Si c’est bien un seul texte, ôtez-en les séparateurs.`,
  IMPORT_AUTRE_SEPARATEUR: (a: { autre: string; separateur: string }) =>
    `La ligne est coupée par des ${nomSeparateur(a.autre)}, et le fichier par des ${nomSeparateur(a.separateur)}${INSECABLE}: deux exports collés bout à bout ? Rien n’en est lu. Importez ces lignes dans un fichier à part, sous leur en-tête.`,
  IMPORT_AUTRE_ORDRE: (a: { depuis: number; noms: readonly string[] }) =>
    `À partir de la ligne ${a.depuis}, les colonnes sont dans un autre ordre (${a.noms.map((n) => `« ${n} »`).join(', ')})${INSECABLE}: deux exports collés bout à bout ? Rien n’en est lu. Importez ces lignes dans un fichier à part, sous leur en-tête.`,
  IMPORT_REQUIS_ABSENT: (a: { colonne: string }) =>
    `« ${a.colonne} » est vide, et il est indispensable. Complétez la ligne.`,
  IMPORT_REQUIS_ILLISIBLE: (a: Illisible) =>
    `« ${a.valeur} » ne se lit pas dans « ${a.colonne} », qui est indispensable. ${conseil(a)}`,
  IMPORT_ILLISIBLE: (a: Illisible & { garde: string | null }) =>
    `« ${a.valeur} » ne se lit pas dans « ${a.colonne} »${a.garde === null ? '' : `${INSECABLE}: le texte est gardé${suiviDe(a) || ' tel quel'}`}. ${conseil(a)}`,
  IMPORT_VERSION_CONTRADICTOIRE: (a: { numero: string; version: number }) =>
    `Le numéro « ${a.numero} » et la version ${a.version} se contredisent. Corrigez l’un des deux.`,
  IMPORT_ECRASEMENT_REFUSE: (a: { colonne: string; valeur: string }) =>
    `« ${a.valeur} » ne se lit pas dans « ${a.colonne} »${INSECABLE}: la valeur du classeur est gardée.`,
} as const;
