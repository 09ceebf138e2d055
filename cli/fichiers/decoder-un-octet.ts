import { CR, LF } from '../../src/import/encodage/reconnaitre';
import { caracteresDe, type UnOctet } from '../../src/import/encodage/un-octet';

/**
 * Octets décodés à la fois. Node range hors du tas de V8 un texte d'un million de caractères : gardés
 * par plus petits morceaux, ceux d'un fichier feraient grandir la part du tas où passe chaque cellule.
 */
export const BLOC = 1 << 20;

/** Sert à tous les blocs. */
const commun = new Uint16Array(BLOC);

interface TexteUnOctet {
  readonly texte: string;
  /** Lignes qui ont un caractère accentué. */
  readonly accentuees: number;
}

/** Par une table, dix fois plus vite que la bibliothèque ; si chaque octet est son caractère, c'est Latin-1. */
export function decoderUnOctet(octets: Buffer, encodage: UnOctet): TexteUnOctet {
  const unites = octets.length <= commun.length ? commun : new Uint16Array(octets.length);
  unites.set(octets);
  const { ecarts, accentuees } = traduire(octets, unites, caracteresDe(encodage));
  const texte =
    ecarts === 0
      ? octets.toString('latin1')
      : Buffer.from(unites.buffer, 0, 2 * octets.length).toString('utf16le');
  return { texte, accentuees };
}

/** Met à leur place, dans `unites`, les caractères qui ne sont pas de l'ASCII. */
function traduire(octets: Buffer, unites: Uint16Array, caracteres: Uint16Array) {
  let ecarts = 0;
  let accentuees = 0;
  let vue = false;
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i] as number;
    if (octet >= 0x80) {
      const unite = caracteres[octet] as number;
      unites[i] = unite;
      ecarts |= unite ^ octet;
      if (!vue) accentuees++;
      vue = true;
    } else if (octet === LF || octet === CR) vue = false;
  }
  return { ecarts, accentuees };
}
