import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';
import { encodageDesLettres, examiner } from './octets';

/** Un texte décodé, et ce que sa lecture a montré. */
export interface TexteDecode {
  readonly texte: string;
  readonly encodage: Encodage;
  /** Lignes d'un fichier UTF-8 qui ne le sont pas, et ont été lues dans un encodage d'un octet. */
  readonly lignesAutres: number;
  /** Des accents étaient déjà perdus dans le fichier : `SociÃ©tÃ©`, ou le losange des caractères inconnus. */
  readonly abime: boolean;
}

/**
 * Décode un fichier par morceaux, ses lignes entières ensemble : par sa marque (BOM), sinon UTF-8 si
 * elles sont valides, sinon l'encodage d'un octet que les lettres françaises désignent. Un fichier qui
 * mêle les deux se lit ligne par ligne. iconv-lite et non TextDecoder, qui sous Node 20 perd `€ ’ œ`
 * de windows-1252.
 */
export interface Decodeur {
  ecrire(octets: Buffer): string;
  /** Le texte qui restait, et le bilan. */
  finir(): TexteDecode;
}

const [LF, CR] = [0x0a, 0x0d];

export function creerDecodeur(debut: Buffer): Decodeur {
  const seize = utf16(debut);
  if (seize !== null) {
    const flux = iconv.getDecoder(seize);
    return {
      ecrire: (octets) => flux.write(octets),
      finir: () => ({
        texte: flux.end() ?? '',
        encodage: seize,
        lignesAutres: 0,
        abime: false,
      }),
    };
  }
  let reste: Buffer = Buffer.alloc(0);
  let premier = true;
  let abime = false;
  const vus: Vus = { utf8: 0, autres: 0, autre: null };
  const lire = (octets: Buffer): string => {
    const texte = decoderLignes(octets, vus);
    abime ||= texte.includes('Ã©') || texte.includes('\ufffd');
    if (!premier || texte === '') return texte;
    premier = false;
    return texte.charCodeAt(0) === 0xfeff ? texte.slice(1) : texte;
  };
  return {
    ecrire(octets) {
      const fin = Math.max(octets.lastIndexOf(LF), octets.lastIndexOf(CR)) + 1;
      if (fin === 0) {
        reste = Buffer.concat([reste, octets]);
        return '';
      }
      const entieres = octets.subarray(0, fin);
      const texte = lire(reste.length === 0 ? entieres : Buffer.concat([reste, entieres]));
      reste = octets.subarray(fin);
      return texte;
    },
    finir() {
      const texte = lire(reste);
      const meles = vus.utf8 > 0 && vus.autres > 0;
      const encodage = vus.autres > 0 && !meles ? (vus.autre ?? 'windows-1252') : 'utf-8';
      return { texte, encodage, lignesAutres: meles ? vus.autres : 0, abime };
    },
  };
}

interface Vus {
  utf8: number;
  /** Lignes lues dans un encodage d'un octet. */
  autres: number;
  autre: Encodage | null;
}

/** Décode des lignes entières, et compte celles qui disent un encodage. */
function decoderLignes(octets: Buffer, vus: Vus): string {
  if (isAscii(octets)) return octets.toString('latin1');
  if (isUtf8(octets)) {
    vus.utf8 += 1;
    return octets.toString('utf8');
  }
  const { francaisUtf8, lignesAccentuees } = examiner(octets);
  vus.autre ??= encodageDesLettres(octets);
  const lignes = francaisUtf8 ? separer(octets) : [];
  if (lignes.length > 1) return lignes.map((ligne) => decoderLignes(ligne, vus)).join('');
  vus.autres += lignesAccentuees;
  return iconv.decode(octets, vus.autre);
}

function separer(octets: Buffer): Buffer[] {
  const fin = octets.includes(LF) ? LF : CR;
  const lignes: Buffer[] = [];
  for (let debut = 0; debut < octets.length;) {
    const suivante = octets.indexOf(fin, debut) + 1 || octets.length;
    lignes.push(octets.subarray(debut, suivante));
    debut = suivante;
  }
  return lignes;
}

/** Décode un fichier entier. */
export function decoder(octets: Buffer): TexteDecode {
  const decodeur = creerDecodeur(octets);
  const debut = decodeur.ecrire(octets);
  const fin = decodeur.finir();
  return { ...fin, texte: debut + fin.texte };
}

/** Encode un texte à écrire, avec la marque qu'Excel attend en UTF-8 et en UTF-16. */
export function encoder(texte: string, encodage: Encodage): Buffer {
  return iconv.encode(texte, encodage, { addBOM: encodage.startsWith('utf') });
}

/** UTF-16, à sa marque, ou sans elle à ses octets nuls, un sur deux. */
function utf16(octets: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  const nuls: [number, number] = [0, 0];
  const fin = Math.min(octets.length, 4096) & ~1;
  for (let i = 0; i < fin; i++) if (octets[i] === 0) nuls[i & 1 ? 1 : 0] += 1;
  const [pairs, impairs] = nuls;
  if (impairs > fin / 6 && pairs <= fin / 100) return 'utf-16le';
  return pairs > fin / 6 && impairs <= fin / 100 ? 'utf-16be' : null;
}

/** Un octet nul hors UTF-16, ou trop de caractères de contrôle : ce n'est pas du texte. */
export function estBinaire(octets: Buffer): boolean {
  if (utf16(octets) !== null) return false;
  const debut = octets.subarray(0, 65_536);
  if (debut.includes(0)) return true;
  let controles = 0;
  for (const o of debut) if (o < 9 || (o > 13 && o < 32)) controles += 1;
  return controles > debut.length / 100;
}
