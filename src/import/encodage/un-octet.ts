import type { Encodage } from '../source';

/** Un encodage où chaque octet est un caractère. */
export type UnOctet = Exclude<Encodage, 'utf-8' | 'utf-16le' | 'utf-16be'>;

export function estUnOctet(encodage: Encodage): encodage is UnOctet {
  return !encodage.startsWith('utf');
}

export const UN_OCTET: readonly UnOctet[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'];

/** Les caractères des octets 0x80 à 0xff ; ceux d'avant sont ASCII. */
const HAUTS: Readonly<Record<UnOctet, string>> = {
  'windows-1252':
    '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ' +
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'iso-8859-15':
    String.fromCharCode(...Array.from({ length: 32 }, (_, o) => 0x80 + o)) +
    '\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
    '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
    '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\ufffdÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
    'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

const tables = new Map<UnOctet, Uint16Array>();

/** Le caractère de chaque octet. */
export function caracteresDe(encodage: UnOctet): Uint16Array {
  let table = tables.get(encodage);
  if (!table) {
    const hauts = HAUTS[encodage];
    table = Uint16Array.from({ length: 256 }, (_, o) => (o < 128 ? o : hauts.charCodeAt(o - 128)));
    tables.set(encodage, table);
  }
  return table;
}
