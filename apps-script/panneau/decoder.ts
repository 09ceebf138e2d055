import type { FichierChoisi } from './contrat';

/** Ce qu'un fichier n'est pas, quand on ne peut pas le lire comme du texte. */
export type Illisible = 'vide' | 'excel' | 'binaire';

type Decode = Omit<FichierChoisi, 'nom'>;

const commence = (octets: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((o, i) => octets[i] === o);

/**
 * Décode comme la commande : par la marque (BOM), sinon en UTF-8 s'il est valide, sinon en windows-1252.
 * Le `TextDecoder` d'un navigateur, lui, rend bien `€ ’ œ` de windows-1252.
 */
export function decoder(octets: Uint8Array): Decode | Illisible {
  if (octets.length === 0) return 'vide';
  if (commence(octets, 0x50, 0x4b) || commence(octets, 0xd0, 0xcf, 0x11, 0xe0)) return 'excel';
  const encodage = marqueDe(octets);
  if (encodage === null && estBinaire(octets)) return 'binaire';
  if (encodage !== null) return { encodage, texte: new TextDecoder(encodage).decode(octets) };
  try {
    return {
      encodage: 'utf-8',
      texte: new TextDecoder('utf-8', { fatal: true }).decode(octets),
    };
  } catch {
    return { encodage: 'windows-1252', texte: new TextDecoder('windows-1252').decode(octets) };
  }
}

function marqueDe(octets: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (commence(octets, 0xff, 0xfe)) return 'utf-16le';
  return commence(octets, 0xfe, 0xff) ? 'utf-16be' : null;
}

/** Un octet nul, ou trop de caractères de contrôle : ce n'est pas du texte. */
function estBinaire(octets: Uint8Array): boolean {
  const debut = octets.subarray(0, 65_536);
  if (debut.includes(0)) return true;
  const controles = debut.reduce((n, o) => (o < 9 || (o > 13 && o < 32) ? n + 1 : n), 0);
  return controles > debut.length / 100;
}
