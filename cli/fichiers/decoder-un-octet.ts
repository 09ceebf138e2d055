import { CR, LF } from '../../src/import/encodage/reconnaitre';
import { caracteresDe, type UnOctet } from '../../src/import/encodage/un-octet';

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
