import {
  aDuFrancaisUtf8,
  CR,
  estBinaire,
  LF,
  separer,
  utf16,
} from '../../src/import/encodage/reconnaitre';
import { jugerLettres, type EncodageJuge } from '../../src/import/encodage/lettres';
import { finitCoupe, lireLigneMelee } from '../../src/import/encodage/ligne-melee';
import { caracteresDe, type UnOctet } from '../../src/import/encodage/un-octet';
import type { FichierChoisi } from './contrat';

/** Ce qu'un fichier n'est pas, quand on ne peut pas le lire comme du texte. */
export type Illisible = 'vide' | 'excel' | 'binaire';

type Decode = Omit<FichierChoisi, 'nom'>;

const commence = (octets: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((o, i) => octets[i] === o);

/**
 * Décode comme la commande : par la marque (BOM), sinon en UTF-8 s'il est valide, sinon dans l'encodage
 * d'un octet que les lettres désignent ; un fichier qui mêle les deux se lit ligne par ligne.
 */
export function decoder(octets: Uint8Array): Decode | Illisible {
  if (octets.length === 0) return 'vide';
  if (commence(octets, 0x50, 0x4b) || commence(octets, 0xd0, 0xcf, 0x11, 0xe0)) return 'excel';
  const seize = utf16(octets);
  if (seize !== null) {
    const texte = new TextDecoder(seize).decode(octets);
    return {
      encodage: seize,
      doute: null,
      texte,
      lignesAutres: 0,
      abime: texte.includes('\ufffd'),
    };
  }
  if (estBinaire(octets)) return 'binaire';
  const { texte, utf8, autres, juge } = enLignes(octets);
  const meles = utf8 && autres > 0;
  return {
    encodage: autres > 0 && !meles ? juge.encodage : 'utf-8',
    doute: autres > 0 ? juge.doute : null,
    texte,
    lignesAutres: meles ? autres : 0,
    abime: texte.includes('Ã©') || texte.includes('\ufffd'),
  };
}

interface Lu {
  readonly texte: string;
  /** Des caractères accentués y sont écrits en UTF-8. */
  readonly utf8: boolean;
  /** Lignes accentuées qui ne sont pas en UTF-8. */
  readonly autres: number;
  readonly juge: EncodageJuge;
}

function enLignes(octets: Uint8Array): Lu {
  let juge: EncodageJuge | null = null;
  let utf8 = false;
  let autres = 0;
  const lire = (morceau: Uint8Array): string => {
    const texte = enUtf8(morceau);
    if (texte !== null) {
      utf8 ||= texte.length < morceau.length;
      return texte;
    }
    juge ??= jugerLettres(morceau);
    const autre = juge.encodage;
    if (aDuFrancaisUtf8(morceau) || (utf8 && autres === 0 && finitCoupe(morceau))) {
      const lignes = separer(morceau);
      if (lignes.length > 1) return lignes.map(lire).join('');
      const lue = lireLigneMelee(morceau, autre);
      utf8 = true;
      if (lue.melee) autres += 1;
      return lue.texte;
    }
    const lu = enUnOctet(morceau, autre);
    autres += lu.accentuees;
    return lu.texte;
  };
  const fin = Math.max(octets.lastIndexOf(LF), octets.lastIndexOf(CR)) + 1;
  const texte = lire(octets.subarray(0, fin)) + lire(octets.subarray(fin));
  const marque = texte.charCodeAt(0) === 0xfeff ? 1 : 0;
  return {
    texte: texte.slice(marque),
    utf8,
    autres,
    juge: juge ?? { encodage: 'windows-1252', doute: null },
  };
}

/** `null` si ce n'en est pas. */
function enUtf8(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return null;
  }
}

/** Caractères rendus à la fois : au-delà, un appel aurait trop d'arguments. */
const MORCEAU = 8192;

function enUnOctet(octets: Uint8Array, encodage: UnOctet): { texte: string; accentuees: number } {
  const unites = Uint16Array.from(octets, (o) => caracteresDe(encodage)[o] ?? 0);
  let texte = '';
  for (let i = 0; i < unites.length; i += MORCEAU)
    texte += String.fromCharCode(...unites.subarray(i, i + MORCEAU));
  let accentuees = 0;
  let vue = false;
  for (const o of octets) {
    if (o >= 0x80 && !vue) accentuees += 1;
    vue = o >= 0x80 || (vue && o !== LF && o !== CR);
  }
  return { texte, accentuees };
}
