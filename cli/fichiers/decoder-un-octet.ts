import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';
import { CR, LF } from './octets';

/** Un encodage où chaque octet est un caractère. */
export type UnOctet = Exclude<Encodage, 'utf-8' | 'utf-16le' | 'utf-16be'>;

export function estUnOctet(encodage: Encodage): encodage is UnOctet {
  return !encodage.startsWith('utf');
}

const tables = new Map<UnOctet, Uint16Array>();

/** Le caractère de chaque octet. */
function caracteresDe(encodage: UnOctet): Uint16Array {
  let table = tables.get(encodage);
  if (!table) {
    const tous = iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, o) => o)), encodage);
    table = Uint16Array.from({ length: 256 }, (_, o) => tous.charCodeAt(o));
    tables.set(encodage, table);
  }
  return table;
}

/** Sert à tous les morceaux. */
const commun = new Uint16Array(1 << 17);

interface TexteUnOctet {
  readonly texte: string;
  /** Lignes qui ont un caractère accentué. */
  readonly accentuees: number;
}

/** Par une table, dix fois plus vite que la bibliothèque ; si chaque octet est son caractère, c'est Latin-1. */
export function decoderUnOctet(octets: Buffer, encodage: UnOctet): TexteUnOctet {
  const caracteres = caracteresDe(encodage);
  const unites = octets.length <= commun.length ? commun : new Uint16Array(octets.length);
  let ecarts = 0;
  let accentuees = 0;
  let vue = false;
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i] as number;
    const unite = caracteres[octet] as number;
    unites[i] = unite;
    ecarts |= unite ^ octet;
    if (octet >= 0x80) {
      if (!vue) accentuees++;
      vue = true;
    } else if (octet === LF || octet === CR) vue = false;
  }
  const texte =
    ecarts === 0
      ? octets.toString('latin1')
      : Buffer.from(unites.buffer, 0, 2 * octets.length).toString('utf16le');
  return { texte, accentuees };
}
