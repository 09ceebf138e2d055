import { caracteresDe, type UnOctet } from './un-octet';

/** Reconnaître un encodage d'un octet à ce que ses lettres et ses signes feraient d'un texte français. */

/** Assez de signes pour en juger. */
const SIGNES_VUS = 200;
/** Les octets où ISO-8859-15 n'est pas Windows : « € », « œ », « Œ », « Ÿ »… */
const DE_LATIN9 = [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe];

const codes = (texte: string): ReadonlySet<number> =>
  new Set(Array.from(texte, (c) => c.charCodeAt(0)));

const COURANTES = codes('éèàçêÉÈÀÇÊ');
const FRANCAISES = codes('âîôûùëïüöœÿÂÎÔÛÙËÏÜÖŒŸ');
/** Seuls, ce sont des mots. */
const MOTS = codes('àÀ');
const FINALES = codes('àÀùÙ');
const CEDILLES = codes('çÇ');
const APRES_CEDILLE = codes('aouâôûAOUÂÔÛ');
/** Hors de Latin-1. */
const AUTRES_MINUSCULES = codes('œšžƒı');
const AUTRES_CAPITALES = codes('ŒŠŽŸ');
/** Entre deux lettres, ceux-là seuls : « l’eau », « Rhône–Alpes ». */
const LIANTS = codes('’‘–\u00a0');
const SIGNES = codes('’‘–\u00a0“”«»…—•°€²³');
const SIGNES_RARES = codes('§£©®±×÷µ½¼¾´·');
const INCONNU = 0xfffd;

const [AUCUNE, MINUSCULE, CAPITALE] = [0, 1, 2] as const;
type Casse = 0 | 1 | 2;

const COUT = {
  FRANCAISE: 1,
  RARE: 2,
  CASSE: 2,
  PLACE: 2,
  AUTRE_LETTRE: 3,
  SEULE: 4,
  IMPROBABLE: 5,
} as const;
const COUT_INDEFINI = 8;

/** Un ancien encodage ne l'emporte sur celui de Windows que s'il coûte moitié moins, et de tant. */
const AVANCE = 2;
const ECART = 4;
/** Par signe : un texte français de Windows coûte moins, un autre lu ainsi bien plus. */
const SUR = 0.8;
/** Signes qui suffisent pour en être sûr. */
const ASSEZ = 20;

/** À défaut d'UTF-8, un encodage d'un octet. */
export interface EncodageJuge {
  readonly encodage: UnOctet;
  /** Celui de Windows est gardé, et celui-ci ferait un texte plus vraisemblable, sans assez de signes pour le dire. */
  readonly doute: UnOctet | null;
}

/** L'encodage d'un octet où le texte est le plus vraisemblable ; dans le doute, celui de Windows. */
export function jugerLettres(octets: Uint8Array): EncodageJuge {
  const { cout: windows, signes } = peser(octets, 'windows-1252');
  // Ils ne diffèrent que par huit signes : un seul « € » suffit à les départager.
  const gagne = gagneLatin9(octets);
  const proche = gagne >= ECART ? 'iso-8859-15' : 'windows-1252';
  const mieux = Math.max(0, windows - Math.max(0, gagne));
  if (mieux === 0 || (signes >= ASSEZ && mieux < signes * SUR))
    return { encodage: proche, doute: null };
  const mac = peser(octets, 'macintosh').cout;
  const dos = peser(octets, 'cp850').cout;
  const ancien = mac <= dos ? 'macintosh' : 'cp850';
  const cout = Math.min(mac, dos);
  if (cout * AVANCE <= mieux && mieux - cout >= ECART) return { encodage: ancien, doute: null };
  return { encodage: proche, doute: cout < mieux ? ancien : null };
}

/** Ce que le texte a d'invraisemblable dans cet encodage, et sur combien de signes. */
function peser(octets: Uint8Array, encodage: UnOctet): { cout: number; signes: number } {
  const caracteres = caracteresDe(encodage);
  let cout = 0;
  let signes = 0;
  for (let i = 0; i < octets.length && signes < SIGNES_VUS; i++) {
    if ((octets[i] ?? 0) < 0x80) continue;
    signes += 1;
    cout += coutEn(octets, i, caracteres);
  }
  return { cout, signes };
}

/** Ce que les signes propres à ISO-8859-15 y ont de plus vraisemblable que dans celui de Windows. */
function gagneLatin9(octets: Uint8Array): number {
  const [windows, latin9] = [caracteresDe('windows-1252'), caracteresDe('iso-8859-15')];
  let gagne = 0;
  for (const o of DE_LATIN9) {
    let vus = 0;
    for (let i = octets.indexOf(o); i >= 0 && vus < SIGNES_VUS; i = octets.indexOf(o, i + 1)) {
      vus += 1;
      gagne += coutEn(octets, i, windows) - coutEn(octets, i, latin9);
    }
  }
  return gagne;
}

function coutEn(octets: Uint8Array, i: number, caracteres: Uint16Array): number {
  const signe = (rang: number): number => caracteres[octets[rang] ?? 0] ?? 0;
  return coutDe(signe(i), casseDe(signe(i - 2)), casseDe(signe(i - 1)), signe(i + 1));
}

/** Ce qu'un caractère a d'invraisemblable entre ces lettres. */
function coutDe(c: number, avantDernier: Casse, avant: Casse, suivant: number): number {
  if (c === INCONNU || (c >= 0x80 && c <= 0x9f)) return COUT_INDEFINI;
  const casse = casseDe(c);
  const apres = casseDe(suivant);
  if (casse === AUCUNE) {
    const entre = avant !== AUCUNE && apres !== AUCUNE;
    if (SIGNES.has(c)) return entre && !LIANTS.has(c) ? COUT.AUTRE_LETTRE : 0;
    return SIGNES_RARES.has(c) && apres === AUCUNE ? COUT.RARE : COUT.IMPROBABLE;
  }
  if (avant === AUCUNE && apres === AUCUNE) return MOTS.has(c) ? 0 : COUT.SEULE;
  const dansDesCapitales = apres === CAPITALE || (avant === CAPITALE && avantDernier === CAPITALE);
  // « SÏur » : une capitale au milieu d'un mot.
  const enPleinMot = avant === MINUSCULE || (avant === CAPITALE && apres === MINUSCULE);
  const horsCasse = casse === CAPITALE ? enPleinMot : dansDesCapitales;
  const malPlacee = apres !== AUCUNE && estMalPlacee(c, suivant);
  return rareteDe(c) + (horsCasse ? COUT.CASSE : 0) + (malPlacee ? COUT.PLACE : 0);
}

function rareteDe(lettre: number): number {
  if (COURANTES.has(lettre)) return 0;
  return FRANCAISES.has(lettre) ? COUT.FRANCAISE : COUT.AUTRE_LETTRE;
}

/** « à » et « où » finissent un mot ; « ç » est suivi d'un a, d'un o ou d'un u. */
function estMalPlacee(c: number, suivant: number): boolean {
  return FINALES.has(c) || (CEDILLES.has(c) && !APRES_CEDILLE.has(suivant));
}

/** Sans les tables de la langue, que charger coûte plus que de tout lire. */
function casseDe(c: number): Casse {
  if (c < 0x80) return c >= 97 && c <= 122 ? MINUSCULE : c >= 65 && c <= 90 ? CAPITALE : AUCUNE;
  if (c >= 0xc0 && c <= 0xff) {
    if (c === 0xd7 || c === 0xf7) return AUCUNE;
    return c < 0xdf ? CAPITALE : MINUSCULE;
  }
  return AUTRES_MINUSCULES.has(c) ? MINUSCULE : AUTRES_CAPITALES.has(c) ? CAPITALE : AUCUNE;
}
