/*
 * Les parties XML sont tenues en « octets » : une chaîne dont chaque caractère est un octet
 * (latin1). V8 la garde sur un octet par caractère, les positions y sont celles du fichier, et ce
 * qui n'est pas touché est rendu tel quel. Seul le texte utile passe par UTF-8, à la demande.
 */

export function versOctets(partie: Buffer): string {
  const bom = partie.length >= 2 ? partie.readUInt16BE(0) : 0;
  if (bom === 0xfffe) return versOctets(Buffer.from(partie.toString('utf16le').slice(1), 'utf8'));
  return partie.toString('latin1');
}

export function versBuffer(octets: string): Buffer {
  return Buffer.from(octets, 'latin1');
}

/** Un simple intervalle : \P{ASCII} coûte 15 ms à préparer. */
const HORS_ASCII = /[\u0080-\uffff]/;

const ENTITES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Texte XML (octets) → texte : UTF-8, entités, fins de ligne. */
export function decoderXml(octets: string): string {
  let t = octets;
  if (HORS_ASCII.test(t)) t = Buffer.from(t, 'latin1').toString('utf8');
  if (t.includes('\r')) t = t.replace(/\r\n?/g, '\n');
  if (!t.includes('&')) return t;
  return t.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (tout, hexa, decimal, nom) => {
    if (nom !== undefined) return ENTITES[nom as string] ?? tout;
    const code = hexa === undefined ? Number(decimal) : Number.parseInt(hexa as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : tout;
  });
}

/** Texte d'une cellule : le XML, puis les `_x000D_` par lesquels Excel écrit ce que XML interdit. */
export function decoderCellule(octets: string): string {
  const t = decoderXml(octets);
  if (!t.includes('_x')) return t;
  return t.replace(/_x([0-9a-fA-F]{4})_/g, (_, hexa: string) =>
    String.fromCharCode(Number.parseInt(hexa, 16)),
  );
}

const ECHAPPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Ce que XML interdit, ou que sa lecture changerait ; tabulation et saut de ligne passent. */
const INTERDITS = /[\p{Cc}\ufffe\uffff]/gu;
const A_ECHAPPER = /[&<>"\p{Cc}\ufffe\uffff]|_x/u;

function echapperInterdit(c: string): string {
  const code = c.charCodeAt(0);
  if (code === 9 || code === 10 || (code >= 0x7f && code < 0xfffe)) return c;
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Texte → texte XML (en caractères) d'une cellule ; jamais une formule, quoi qu'il contienne. */
export function echapperCellule(texte: string): string {
  if (!A_ECHAPPER.test(texte)) return texte;
  return texte
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (c) => ECHAPPES[c] ?? c)
    .replace(INTERDITS, echapperInterdit);
}

/** Texte → valeur d'attribut ou contenu d'élément (en caractères). */
export function echapperXml(texte: string): string {
  return texte.replace(/[&<>"]/g, (c) => ECHAPPES[c] ?? c);
}

/** Caractères → octets UTF-8, sous la forme tenue ici. */
export function enOctets(texte: string): string {
  return HORS_ASCII.test(texte) ? Buffer.from(texte, 'utf8').toString('latin1') : texte;
}
