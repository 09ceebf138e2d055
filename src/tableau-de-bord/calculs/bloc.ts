import type { CleTable } from '../../classeur/tables';

/**
 * Les formules de l'onglet « Calculs », en données : fonctions anglaises, virgules, et des jetons que
 * la mise en page change en adresses. Vingt mille lignes se recalculent à chaque frappe : une colonne
 * commence par la condition qui l'épargne au plus grand nombre, et ne relit l'onglet qu'au besoin.
 * LibreOffice cherche une valeur exacte ligne à ligne : on ne la cherche que dans des listes courtes.
 *
 * - `[statut]` : la cellule de cette colonne de l'onglet source, à la même ligne ;
 * - `{statut}` : la cellule de cette colonne du bloc, à la même ligne ; `{-rang}` : celle du dessus ;
 * - `{devis.statut}` : toute la colonne ; `{devis.statut^fin}` : de la ligne 2 à la ligne `<fin>` ;
 * - `<mois>` : une cellule nommée de l'onglet « Chiffres ».
 *
 * Aucun nombre à virgule (`8/10`, jamais `0.8`) : Google refuse les décimales d'une autre langue.
 */
export type Formule = string;

/** Un bloc de « Calculs » : sa ligne n lit la ligne n de son onglet, où qu'on l'ait triée ou coupée. */
export interface Bloc {
  readonly source: CleTable;
  /** Par clé, dans l'ordre des colonnes. */
  readonly colonnes: Readonly<Record<string, Formule>>;
}

/** Sans réponse d'un responsable, d'une affaire ni d'un auteur. */
export const SANS_RESPONSABLE = 'Sans responsable';

export const texteDe = (colonne: string): Formule => `TRIM([${colonne}]&"")`;

/** Une clé de recherche : sans les caractères que RECHERCHE et EQUIV prennent pour des jokers. */
export const cleDe = (colonne: string): Formule =>
  `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${texteDe(colonne)},"*","×"),"?","¿"),"~","¬")`;

export const parmi = (cellule: string, valeurs: readonly string[]): Formule =>
  `OR(${valeurs.map((v) => `${cellule}="${v}"`).join(',')})`;

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
export const ligneAffaire = (inutile?: Formule): Readonly<Record<string, Formule>> => ({
  affaireCle: inutile === undefined ? cleDe('affaire') : `IF(${inutile},"",${cleDe('affaire')})`,
  affaireProche:
    'IF({affaireCle}="",0,IFERROR(MATCH({affaireCle},{affaires.cle^finAffaires},1)+1,1))',
  affaire:
    'IF({affaireProche}=0,0,IF(INDEX({affaires.cle},{affaireProche})={affaireCle},{affaireProche},' +
    'IFERROR(MATCH({affaireCle},{affaires.cle^finAffaires},0)+1,0)))',
});

/** Ce jour est trop vieux pour qu'un mois montré le compte ; vide aussi. */
export const tropVieux = (colonne: string): Formule => `N([${colonne}])<<debutSuivi>`;

/** Le premier du mois d'un jour lisible, s'il est suivi ; zéro sinon. */
export const moisSuivi = (colonne: string): Formule =>
  `IF(${tropVieux(colonne)},0,${moisDuJour(`INT([${colonne}])`)})`;

/** Cette personne est-elle dans le choix « Responsable » ? */
export const estChoisi = (qui: Formule): Formule => `OR(<qui>="",${qui}=<qui>)`;

/**
 * Une liste courte des lignes d'un bloc qui remplissent une condition, sur ses propres premières lignes :
 * `<nom>Rang` les compte, `<nom>Ligne` donne la ligne de la k-ième, par moitiés.
 */
export const listeCourte = (
  nom: string,
  {
    source,
    condition,
    nombre,
    fin,
  }: Readonly<Record<'source' | 'condition' | 'nombre' | 'fin', string>>,
): Readonly<Record<string, Formule>> => ({
  [`${nom}Rang`]: `N({-${nom}Rang})+${condition}`,
  [`${nom}Ligne`]: `IF(ROW()-1><${nombre}>,"",IFERROR(MATCH(ROW()-2,{${source}.${nom}Rang^${fin}},1)+2,2))`,
});

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
  rangee: 'IF(ROW()><finClients>,"",SMALL({clients.empreinte^finClients},ROW()-1))',
  rangeeCle: `IF(N({rangee})=0,"",INDEX({clients.cle},MOD({rangee},${LIGNES})))`,
} as const;

const RANGEES = '{clients.rangee^finClients}';
/** Combien de clients rangés sont sous cette empreinte, ou dessous. */
const jusquA = (nombre: Formule): Formule => `IFERROR(MATCH(${nombre},${RANGEES},1),0)`;
const AVANT = jusquA(`{clientEmpreinte}*${LIGNES}`);
const PAREILS = `INDEX({clients.rangeeCle},${AVANT}+2):INDEX({clients.rangeeCle},${jusquA(`({clientEmpreinte}+1)*${LIGNES}`)}+1)`;

/**
 * La ligne de son client, zéro s'il n'est pas dans son onglet : par moitiés jusqu'à son empreinte, puis
 * par le texte parmi ceux qui la partagent. `inutile` épargne les lignes qui n'en ont pas besoin.
 */
export const ligneDuClient = (inutile: Formule): Readonly<Record<string, Formule>> => ({
  clientCle: `IF(${inutile},"",LOWER(${cleDe('client')}))`,
  clientEmpreinte: `IF({clientCle}="",0,${empreinte('{clientCle}')})`,
  client: `IF({clientCle}="",0,IFERROR(MOD(INDEX(${RANGEES},${AVANT}+MATCH({clientCle},${PAREILS},0)),${LIGNES}),0))`,
});

/**
 * La marche de cette ligne dans l'entonnoir des douze mois (0 contacté, 2 rencontré, 3 devis, 4 signé),
 * puis la ligne du client : 4000012. Vide si le client n'est pas dans son onglet.
 */
export const ligneALaMarche = (marche: Formule): Formule =>
  `IF({client}=0,"",(${marche})*10^6+{client})`;
