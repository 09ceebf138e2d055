import { estValeurBrute } from '../classeur/ecrire-cellule';
import { TABLES, type CleTable } from '../classeur/tables';

/**
 * De quoi reconnaître un enregistrement créé par un import, et voir ce qui y a changé, sans garder
 * ses valeurs : une vingtaine de caractères par ligne.
 */
export interface Signature {
  /** Tout le contenu : 48 bits. */
  readonly empreinte: string;
  /** Ce qui nomme l'enregistrement (à défaut, ce qu'il doit avoir) : 24 bits. */
  readonly ancre: string;
  /**
   * Un caractère par colonne déclarée, dans leur ordre : 6 bits, assez pour voir qu'une valeur n'est
   * plus la même ; `VIDE` si la cellule l'est.
   */
  readonly indices: string;
}

/** L'indice d'une cellule vide. */
export const VIDE = '.';
const CODE_VIDE = VIDE.charCodeAt(0);

/** Le texte d'une cellule incomprise ; `null` si elle est comprise. */
export type Illisible = (colonne: string) => string | null;

/** Longueurs, en caractères, dans un retour. */
export const TAILLE_EMPREINTE = 8;
export const TAILLE_ANCRE = 4;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Les `caracteres` × 6 bits de poids faible d'un nombre. */
function enLettres(nombre: number, caracteres: number): string {
  let lettres = '';
  for (let i = 0; i < caracteres; i++) lettres += ALPHABET.charAt((nombre >>> (6 * i)) & 63);
  return lettres;
}

/** Deux nombres de 32 bits qui dépendent de tout le texte (multiplications de Knuth et de Murmur). */
function hacher(texte: string): readonly [number, number] {
  let a = 0x9e3779b9;
  let b = 0x41c6ce57;
  for (let i = 0; i < texte.length; i++) {
    const c = texte.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

/** L'empreinte d'un texte entier. */
export function empreinteTexte(texte: string): string {
  const [a, b] = hacher(texte);
  return enLettres(a, 4) + enLettres(b, 4);
}

/**
 * Une valeur comme elle se relira, en texte ; `null` si la cellule est vide. Fins de ligne et bords
 * n'y comptent pas : tous les supports ne les gardent pas.
 */
export function texteCompare(valeur: unknown, illisible: string | null = null): string | null {
  if (illisible !== null) return nettoyer(illisible);
  if (valeur === null || valeur === undefined) return null;
  return nettoyer(estValeurBrute(valeur) ? valeur.brut : String(valeur));
}

function nettoyer(texte: string): string | null {
  const net = texte.includes('\r') ? texte.replace(/\r\n?/g, '\n').trim() : texte.trim();
  return net === '' ? null : net;
}

/** Ce qu'il faut d'une colonne pour signer : de quoi la distinguer, et si elle nomme. */
interface ColonneSignee {
  readonly cle: string;
  readonly graine: readonly [number, number];
  readonly deAncre: boolean;
}

const signees = new Map<CleTable, readonly ColonneSignee[]>();
function colonnesSignees(table: CleTable): readonly ColonneSignee[] {
  let colonnes = signees.get(table);
  if (!colonnes) {
    const { identite, colonnes: declarees } = TABLES[table];
    const noms: readonly string[] = identite;
    colonnes = Object.entries(declarees).map(([cle, { requis }]) => ({
      cle,
      graine: hacher(cle),
      // L'identité nomme ; sans elle, ce qu'un enregistrement doit avoir.
      deAncre: noms.length > 0 ? noms.includes(cle) : requis,
    }));
    signees.set(table, colonnes);
  }
  return colonnes;
}

/**
 * La signature d'un enregistrement. Les cellules vides n'y entrent pas : une colonne qu'une version
 * suivante ajoute à la table ne change pas les signatures déjà prises.
 */
export function signer(
  table: CleTable,
  valeurs: Readonly<Record<string, unknown>>,
  illisible: Illisible = () => null,
): Signature {
  const colonnes = colonnesSignees(table);
  /** D'un seul tenant : des textes ajoutés un à un coûtent plus cher à relire qu'à faire. */
  const indices = colonnes.map(() => CODE_VIDE);
  let [x, y, ancre] = [0, 0, 0];
  for (let rang = 0; rang < colonnes.length; rang++) {
    const { cle, graine, deAncre } = colonnes[rang] as ColonneSignee;
    const texte = texteCompare(valeurs[cle], illisible(cle));
    if (texte === null) continue;
    const [a, b] = hacher(texte);
    x = Math.imul(x ^ graine[0] ^ a, 2246822519) ^ (x >>> 15);
    y = Math.imul(y ^ graine[1] ^ b, 3266489917) ^ (y >>> 13);
    if (deAncre) ancre = Math.imul(ancre ^ graine[0] ^ b, 668265263) ^ (ancre >>> 16);
    indices[rang] = ALPHABET.charCodeAt(a & 63);
  }
  return {
    empreinte: enLettres(x ^ (x >>> 16), 4) + enLettres(y ^ (y >>> 16), 4),
    ancre: enLettres(ancre ^ (ancre >>> 15), TAILLE_ANCRE),
    indices: String.fromCharCode(...indices),
  };
}

/** L'indice qu'aurait cette valeur dans une signature. */
export function indiceDe(valeur: string | boolean): string {
  return ALPHABET.charAt(hacher(String(valeur))[0] & 63);
}
