import { ETAPES_SOLDEES } from '../../affaires/etapes';
import type { CleTable } from '../../classeur/tables';

/**
 * Les formules de l'onglet « Calculs », en données : fonctions anglaises, virgules, et des jetons que
 * la mise en page change en adresses. Vingt mille lignes se recalculent à chaque frappe : une colonne
 * commence par la condition qui l'épargne au plus grand nombre, et ne relit l'onglet qu'au besoin.
 * LibreOffice cherche une valeur exacte ligne à ligne : on ne la cherche que dans des listes courtes.
 *
 * - `[statut]` : la cellule de cette colonne de l'onglet source, à la ligne que lit celle du bloc, vide
 *   si elle est en erreur (`#N/A`) : une seule fausserait toutes les sommes ;
 *   `[affaires.etape]` : toute une colonne d'un onglet ;
 * - `{statut}` : la cellule de cette colonne du bloc, à la même ligne ; `{-rang}` : celle du dessus ;
 * - `{devis.statut}` : toute la colonne ; `{devis.statut^}` : de la ligne 2 à la dernière du bloc ;
 *   `{devis.statut^fin}` : de la ligne 2 à la ligne `<fin>` ;
 * - `<mois>` : une cellule nommée de l'onglet « Chiffres ».
 *
 * Aucun nombre à virgule (`8/10`, jamais `0.8`) : Google refuse les décimales d'une autre langue.
 */
export type Formule = string;

/**
 * Un bloc de « Calculs ». Sa ligne n lit la ligne n de son onglet, où qu'on l'ait triée ou coupée ; ou,
 * s'il est `serre`, la n-ième de celles qu'un autre bloc lui compte (`rang`) : sa colonne `place` dit où
 * elle est dans cet autre bloc, `ligne` où elle est dans l'onglet. Un tableur relit chaque colonne citée à
 * chaque somme, et chaque cellule coûte : ce qui ne concerne que peu de lignes a son bloc serré.
 */
export interface Bloc {
  readonly nom: string;
  readonly source: CleTable;
  readonly serre: boolean;
  /** Le repère de sa dernière ligne, si des formules la citent (`^`). */
  readonly fin?: string;
  /** Par clé, dans l'ordre des colonnes. */
  readonly colonnes: Readonly<Record<string, Formule>>;
}

/** Sans réponse d'un responsable, d'une affaire ni d'un auteur. */
export const SANS_RESPONSABLE = 'Sans responsable';

export const texteDe = (colonne: string): Formule => `TRIM([${colonne}]&"")`;

/** Une cellule d'une autre ligne, ou d'un autre onglet ; vide si elle est en erreur. */
export const celluleA = (colonne: string, ligne: Formule): Formule =>
  `IFERROR(INDEX([${colonne}],${ligne}),"")`;
const texteA = (colonne: string, ligne: Formule): Formule => `TRIM(${celluleA(colonne, ligne)}&"")`;

/** Une clé de recherche : sans les caractères que RECHERCHE et EQUIV prennent pour des jokers. */
const enCle = (texte: Formule): Formule =>
  `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${texte},"*","×"),"?","¿"),"~","¬")`;
export const cleDe = (colonne: string): Formule => enCle(texteDe(colonne));

export const parmi = (cellule: string, valeurs: readonly string[]): Formule =>
  `OR(${valeurs.map((v) => `${cellule}="${v}"`).join(',')})`;

/** Aucun texte d'un onglet ne le contient : il sépare les mots d'une liste. */
const BORNE = '¦';
const enListe = (mots: readonly string[]): string => `${BORNE}${mots.join(BORNE)}${BORNE}`;
const entreBornes = (texte: Formule): Formule => `"${BORNE}"&${texte}&"${BORNE}"`;
const chercherEnListe = (texte: Formule, liste: string): Formule =>
  `FIND(${entreBornes(`LOWER(${texte})`)},"${liste.toLowerCase()}")`;

/** Ce texte est-il l'un de ceux-ci ? Un texte qui coûte à lire ne se lit qu'une fois. */
export const texteParmi = (texte: Formule, valeurs: readonly string[]): Formule =>
  `ISNUMBER(${chercherEnListe(texte, enListe(valeurs))})`;

/**
 * La place du texte d'une colonne dans cette liste, zéro s'il n'y est pas. Écrit comme dans la liste, ce
 * qui est presque toujours le cas, il se trouve du premier coup.
 */
export const placeParmi = (colonne: string, valeurs: readonly string[]): Formule =>
  `IFERROR(FIND(${entreBornes(`[${colonne}]`)},"${enListe(valeurs)}"),` +
  `IFERROR(${chercherEnListe(texteDe(colonne), enListe(valeurs))},0))`;
/** Ce que vaut `placeParmi` pour l'un d'eux. */
export const placeDe = (valeur: string, valeurs: readonly string[]): number =>
  enListe(valeurs).indexOf(`${BORNE}${valeur}${BORNE}`) + 1;

/** Le premier du mois d'un jour. */
export const moisDuJour = (jour: Formule): Formule => `${jour}-DAY(${jour})+1`;

/** Un jour lisible, sans son heure ; zéro sinon. */
export const jourOuZero = (colonne: string): Formule =>
  `IF(ISNUMBER([${colonne}]),INT([${colonne}]),0)`;

export const montantOuZero = (colonne: string): Formule =>
  `IF(ISNUMBER([${colonne}]),ROUND([${colonne}],2),0)`;

/**
 * La ligne d'une affaire. Les numéros se suivent presque toujours : la recherche par moitiés suffit,
 * et se vérifie ; sinon, toute la colonne. Zéro si l'affaire n'est pas dans son onglet, ou `inutile`.
 */
export const ligneAffaire = (inutile: Formule): Readonly<Record<string, Formule>> => ({
  affaireCle: `IF(${inutile},"",${cleDe('affaire')})`,
  affaireProche: 'IF({affaireCle}="",0,IFERROR(MATCH({affaireCle},{affaires.cle^},1)+1,1))',
  affaire:
    'IF({affaireProche}=0,0,IF(INDEX({affaires.cle},{affaireProche})={affaireCle},{affaireProche},' +
    'IFERROR(MATCH({affaireCle},{affaires.cle^},0)+1,0)))',
});

/** Une colonne d'Affaires, à la ligne de l'affaire trouvée. */
export const deLAffaire = (colonne: string): Formule => texteA(`affaires.${colonne}`, '{affaire}');
/** Le responsable écrit à cette ligne d'un onglet. */
export const responsableDe = (table: 'affaires' | 'clients', ligne: Formule): Formule =>
  `LOWER(${texteA(`${table}.responsable`, ligne)})`;
/** Qui porte l'affaire, vide sans affaire. */
export const PORTEUR_AFFAIRE = `IF({affaire}=0,"",${responsableDe('affaires', '{affaire}')})`;
/** L'affaire n'a plus rien à facturer. */
export const AFFAIRE_SOLDEE = texteParmi(deLAffaire('etape'), ETAPES_SOLDEES);

/** Ce jour est trop vieux pour qu'un mois montré le compte ; vide aussi. */
export const tropVieux = (colonne: string): Formule => `N([${colonne}])<<debutSuivi>`;

/**
 * 1 si ce jour est d'un mois que l'on montre, 0 sinon. Une borne des deux côtés : ce qui se garde ne
 * dépend presque pas du mois choisi, et un bloc serré n'a pas à contenir tout son onglet.
 */
export const estMontre = (jour: Formule, debut = '<debutSuivi>'): Formule =>
  `IF(${jour}<${debut},0,IF(${jour}<<finSuivi>,1,0))`;

/** Le premier du mois d'un jour lisible, s'il est suivi ; zéro sinon. */
export const moisSuivi = (colonne: string): Formule =>
  `IF(${tropVieux(colonne)},0,${moisDuJour(`INT([${colonne}])`)})`;

/** Cette personne est-elle dans le choix « Responsable » ? */
export const estChoisi = (qui: Formule): Formule => `OR(<qui>="",${qui}=<qui>)`;

/** Compte, de haut en bas, les lignes qui remplissent une condition (1 ou 0) : un bloc serré les lit. */
export const compterDepuisLeHaut = (rang: string, condition: Formule): Formule =>
  `N({-${rang}})+${condition}`;
/** Où est la k-ième d'entre elles, k étant le rang de la ligne du bloc serré ; vide au-delà. */
export const ligneDeRang = (rang: string, nombre: string): Formule =>
  `IF(ROW()-1><${nombre}>,"",IFERROR(MATCH(ROW()-2,{${rang}^},1)+2,2))`;

/** Le rang d'une ligne parmi celles que le bloc serré garde. */
export const rangGarde = (condition: Formule): Formule => compterDepuisLeHaut('rang', condition);
/** La ligne de l'onglet que lit celle d'un bloc serré ; vide après la dernière. */
export const ligneGardee = (lues: string, nombre: string): Formule =>
  ligneDeRang(`${lues}.rang`, nombre);
const duBloc =
  (ou: 'ligne' | 'place') =>
  (colonne: string, sinon: Formule): Formule =>
    `IF({${ou}}="",${sinon},INDEX({${colonne}},{${ou}}))`;
/** Ce que dit la ligne lue, tenue dans un autre bloc ; `sinon` après la dernière. */
export const dansLesLues = duBloc('ligne');
/** Ce que dit le bloc d'où l'on vient, à cette place ; `sinon` après la dernière. */
export const aLaPlace = duBloc('place');

/** Sépare l'empreinte d'un client de sa ligne, dans un même nombre. */
const LIGNES = '10^6';

/**
 * L'empreinte d'un texte : sa longueur et six de ses lettres. Deux textes égaux ont la même ; d'autres
 * parfois aussi, que leur texte départage.
 */
const empreinte = (texte: Formule): Formule =>
  `LEN(${texte})*8209+CODE(${texte})+CODE(RIGHT(${texte},1))*263+CODE(RIGHT(${texte},2))*521+CODE(RIGHT(${texte},3))*1031` +
  `+CODE(MID(${texte},INT(LEN(${texte})/2)+1,1))*2053+CODE(MID(${texte},INT(LEN(${texte})/3)+1,1))*4099`;

/** L'onglet Clients rangé par empreinte : un nombre par client, puis sa clé. */
export const CLIENTS_RANGES = {
  empreinte: `IF({cle}="",0,(${empreinte('{cle}')})*${LIGNES}+ROW())`,
  rangee: 'IF(ROW()><finClients>,"",SMALL({clients.empreinte^},ROW()-1))',
  rangeeCle: `IF(N({rangee})=0,"",INDEX({clients.cle},MOD({rangee},${LIGNES})))`,
} as const;

const RANGEES = '{clients.rangee^}';
/** Combien de clients rangés sont sous cette empreinte, ou dessous. */
const jusquA = (nombre: Formule): Formule => `IFERROR(MATCH(${nombre},${RANGEES},1),0)`;
/** Le client rangé là, et son empreinte. */
const RANGE = 'INDEX({clients.rangee},{clientProche}+1)';
const SON_EMPREINTE = `INT(${RANGE}/${LIGNES})`;
const AVANT = jusquA(`${SON_EMPREINTE}*${LIGNES}`);
const PAREILS = `INDEX({clients.rangeeCle},${AVANT}+2):INDEX({clients.rangeeCle},{clientProche}+1)`;

/**
 * La ligne de son client, zéro s'il n'est pas dans son onglet : par moitiés jusqu'au dernier de son
 * empreinte, qui est presque toujours lui ; sinon par le texte, parmi ceux qui la partagent. `inutile`
 * épargne les lignes qui n'en ont pas besoin.
 */
export const ligneDuClient = (inutile: Formule): Readonly<Record<string, Formule>> => ({
  clientCle: `IF(${inutile},"",LOWER(${cleDe('client')}))`,
  clientProche: `IF({clientCle}="",0,${jusquA(`(${empreinte('{clientCle}')}+1)*${LIGNES}`)})`,
  client:
    `IF({clientProche}=0,0,IF(INDEX({clients.rangeeCle},{clientProche}+1)={clientCle},MOD(${RANGE},${LIGNES}),` +
    `IFERROR(MOD(INDEX({clients.rangee},${AVANT}+1+MATCH({clientCle},${PAREILS},0)),${LIGNES}),0)))`,
});

/**
 * La marche de cette ligne dans l'entonnoir des douze mois (0 contacté, 2 rencontré, 3 devis, 4 signé),
 * puis la ligne du client : 4000012. Zéro si le client n’est pas dans son onglet : FREQUENCE, sans aucun
 * nombre, est une erreur.
 */
export const ligneALaMarche = (marche: Formule): Formule =>
  `IF({client}=0,0,(${marche})*10^6+{client})`;
