import { estEspace } from '../commun/nombre-francais';

export type Decimale = ',' | '.';
type Preuve = Decimale | 'ambigu' | null;

const MOINS = 45;
const EURO = 0x20ac;

/**
 * Le séparateur décimal que prouve à lui seul un nombre fait de chiffres, d'espaces, d'un séparateur et
 * d'un signe au plus, presque tous ; `undefined` : à lire par `preuveComplete`.
 */
export function preuveSimple(texte: string): Preuve | undefined {
  let separateur = 0;
  let avant = 0;
  let apres = 0;
  let premier = 0;
  let fini = false;
  for (let i = 0; i < texte.length; i++) {
    const c = texte.charCodeAt(i);
    if (fini && !estEspace(c)) return undefined;
    if (c >= 48 && c <= 57) {
      if (premier === 0) premier = c;
      if (separateur === 0) avant++;
      else apres++;
    } else if (c === 44 || c === 46) {
      if (separateur !== 0) return undefined;
      separateur = c;
    } else if (c === EURO) fini = true;
    else if (!estEspace(c) && !(c === MOINS && i === 0)) return undefined;
  }
  if (separateur === 0 || apres === 0) return null;
  const milliers = apres === 3 && avant >= 1 && avant <= 3 && premier !== 48;
  return milliers ? 'ambigu' : separateur === 44 ? ',' : '.';
}

/** Le séparateur décimal qu'un nombre prouve à lui seul : `1.234,5` → `,` ; `1,234` est ambigu. */
export function preuveComplete(texte: string): Preuve {
  if (!texte.includes(',') && !texte.includes('.')) return null;
  const serre = texte.replace(/[\s\u00a0\u202f']/g, '');
  // le point d'une abréviation (« env. 15000 ») n'est pas celui d'un nombre
  const t = /(?:(?<!\p{L})[.,])?\d[\d.,]*/u.exec(serre)?.[0] ?? '';
  const virgule = t.lastIndexOf(',');
  const point = t.lastIndexOf('.');
  if (virgule < 0 && point < 0) return null;
  if (virgule >= 0 && point >= 0) return virgule > point ? ',' : '.';
  const s = virgule >= 0 ? ',' : '.';
  if (t.indexOf(s) !== t.lastIndexOf(s)) return s === ',' ? '.' : ',';
  const [avant = '', apres = ''] = t.split(s);
  if (apres === '') return null;
  return apres.length === 3 && /^[1-9]\d{0,2}$/.test(avant) ? 'ambigu' : s;
}
