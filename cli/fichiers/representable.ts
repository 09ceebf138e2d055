import iconv from 'iconv-lite';
import type { UnOctet } from '../../src/import/encodage/un-octet';

const SUBSTITUTS: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u00a0': ' ',
  '→': '->',
  '≤': '<=',
  '≥': '>=',
  '’': "'",
  '…': '...',
  '€': 'EUR',
  œ: 'oe',
  Œ: 'OE',
};

/** Les motifs ont des signes que l'encodage de la source n'a pas ; ses cellules, jamais. */
export function representable(texte: string, encodage: UnOctet): string {
  return texte.replace(/[^\0-\x7f]/g, (c) => remplacer(c, encodage));
}

const connus = new Map<string, string>();

function remplacer(c: string, encodage: UnOctet): string {
  const cle = `${encodage} ${c}`;
  let rendu = connus.get(cle);
  if (rendu === undefined) {
    const exact = iconv.decode(iconv.encode(c, encodage), encodage) === c;
    const substitut = exact ? undefined : SUBSTITUTS[c];
    rendu = substitut === undefined ? c : representable(substitut, encodage);
    connus.set(cle, rendu);
  }
  return rendu;
}
