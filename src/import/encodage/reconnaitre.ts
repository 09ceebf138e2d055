/** Reconnaître l'encodage d'un texte à ses octets : la commande et la page le font de même. */

export const LF = 0x0a;
export const CR = 0x0d;

/** Le premier octet de `é` et des siens (U+00A0 à U+00FF), de `œ` et `Ÿ`, de `’ “ … €`. */
const TETES = [0xc2, 0xc3, 0xc5, 0xe2];

/** Un caractère français y est écrit en UTF-8. */
export function aDuFrancaisUtf8(octets: Uint8Array): boolean {
  return TETES.some((tete) => {
    for (let i = octets.indexOf(tete); i >= 0; i = octets.indexOf(tete, i + 1)) {
      const [a = 0, b = 0] = [octets[i + 1], octets[i + 2]];
      if (suit(a) && (tete < 0xe0 || (a <= 0x84 && suit(b)))) return true;
    }
    return false;
  });
}

const suit = (o: number): boolean => (o & 0xc0) === 0x80;

/** Les lignes, leur fin comprise. */
export function separer<O extends Uint8Array>(octets: O): O[] {
  const fin = octets.includes(LF) ? LF : CR;
  const lignes: O[] = [];
  for (let debut = 0; debut < octets.length;) {
    const suivante = octets.indexOf(fin, debut) + 1 || octets.length;
    lignes.push(octets.subarray(debut, suivante) as O);
    debut = suivante;
  }
  return lignes;
}

const AUTRES_NULS = 6;

/** UTF-16, à sa marque, ou sans elle à ses octets nuls, un sur deux. */
export function utf16(octets: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  const nuls: [number, number] = [0, 0];
  const fin = Math.min(octets.length, 4096) & ~1;
  for (let i = 0; i < fin; i++) if (octets[i] === 0) nuls[i & 1 ? 1 : 0] += 1;
  const [pairs, impairs] = nuls;
  // L'autre octet est nul aussi dans quelques caractères (« 😀 » l'est à moitié).
  if (impairs > fin / 6 && pairs <= impairs / AUTRES_NULS) return 'utf-16le';
  return pairs > fin / 6 && impairs <= pairs / AUTRES_NULS ? 'utf-16be' : null;
}

/** Un octet nul hors UTF-16, ou trop de caractères de contrôle : ce n'est pas du texte. */
export function estBinaire(octets: Uint8Array): boolean {
  if (utf16(octets) !== null) return false;
  const debut = octets.subarray(0, 65_536);
  if (debut.includes(0)) return true;
  let controles = 0;
  for (let i = 0; i < debut.length; i++) {
    const o = debut[i] as number;
    if (o < 9 || (o > 13 && o < 32)) controles += 1;
  }
  return controles > debut.length / 100;
}
