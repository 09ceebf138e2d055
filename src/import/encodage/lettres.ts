import { caracteresDe, UN_OCTET, type UnOctet } from './un-octet';

/** Reconnaître un encodage d'un octet à ce que ses lettres et ses signes feraient d'un texte français. */

/** Assez de signes pour en juger ; chacun se pèse dans chaque encodage. */
const SIGNES_VUS = 500;

const COURANTES = 'éèàçêÉÈÀÇÊ';
const FRANCAISES = 'âîôûùëïüöœÿÂÎÔÛÙËÏÜÖŒŸ';
/** Seuls, ce sont des mots : « à », « À ». */
const MOTS = 'àÀ';
/** Entre deux lettres, ceux-là seuls : « l’eau », « Rhône–Alpes ». */
const LIANTS = '’‘–\u00a0';
const SIGNES = `${LIANTS}“”«»…—•°€²³`;
const SIGNES_RARES = '§£©®±×÷µ½¼¾´·';

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

/** Un autre encodage que celui de Windows ne l'emporte que s'il coûte moitié moins, et de tant. */
const AVANCE = 2;
const ECART = 4;

/** À défaut d'UTF-8, un encodage d'un octet. */
export interface EncodageJuge {
  readonly encodage: UnOctet;
  /** Celui de Windows est gardé, et celui-ci ferait un texte plus vraisemblable, sans assez de signes pour le dire. */
  readonly doute: UnOctet | null;
}

/** L'encodage d'un octet où le texte est le plus vraisemblable ; dans le doute, celui de Windows. */
export function jugerLettres(octets: Uint8Array): EncodageJuge {
  const couts = UN_OCTET.map((encodage) => ({ encodage, cout: coutDuTexte(octets, encodage) }));
  const windows = couts.find((c) => c.encodage === 'windows-1252')?.cout ?? 0;
  const [meilleur] = couts.sort((a, b) => a.cout - b.cout);
  if (!meilleur || meilleur.cout === windows) return { encodage: 'windows-1252', doute: null };
  const { encodage, cout } = meilleur;
  return cout * AVANCE <= windows && windows - cout >= ECART
    ? { encodage, doute: null }
    : { encodage: 'windows-1252', doute: encodage };
}

function coutDuTexte(octets: Uint8Array, encodage: UnOctet): number {
  const caracteres = caracteresDe(encodage);
  const lettre = (i: number): string => {
    const code = caracteres[octets[i] ?? 0] ?? 0;
    const c = String.fromCharCode(code);
    return estLettre(c) ? c : '';
  };
  let cout = 0;
  for (let i = 0, vus = 0; i < octets.length && vus < SIGNES_VUS; i++) {
    if ((octets[i] ?? 0) < 0x80) continue;
    vus += 1;
    const c = String.fromCharCode(caracteres[octets[i] ?? 0] ?? 0);
    cout += coutDe(c, lettre(i - 2), lettre(i - 1), lettre(i + 1));
  }
  return cout;
}

/** Ce que ce caractère a d'invraisemblable entre ces lettres ; « » : ce n'en est pas une. */
function coutDe(c: string, avantDernier: string, avant: string, apres: string): number {
  const entre = avant !== '' && apres !== '';
  if (c === '\ufffd' || (c >= '\u0080' && c <= '\u009f')) return COUT_INDEFINI;
  if (!estLettre(c)) {
    if (SIGNES.includes(c)) return entre && !LIANTS.includes(c) ? COUT.AUTRE_LETTRE : 0;
    return SIGNES_RARES.includes(c) && apres === '' ? COUT.RARE : COUT.IMPROBABLE;
  }
  if (avant === '' && apres === '') return MOTS.includes(c) ? 0 : COUT.SEULE;
  const rarete = COURANTES.includes(c)
    ? 0
    : FRANCAISES.includes(c)
      ? COUT.FRANCAISE
      : COUT.AUTRE_LETTRE;
  const dansDesCapitales = estCapitale(apres) || (estCapitale(avant) && estCapitale(avantDernier));
  // « SÏur » : une capitale au milieu d'un mot.
  const enPleinMot = avant !== '' && (!estCapitale(avant) || (apres !== '' && !estCapitale(apres)));
  const horsCasse = estCapitale(c) ? enPleinMot : dansDesCapitales;
  return rarete + (horsCasse ? COUT.CASSE : 0) + (estMalPlacee(c, apres) ? COUT.PLACE : 0);
}

/** « à » et « où » finissent un mot ; « ç » est suivi d'un a, d'un o ou d'un u. */
function estMalPlacee(c: string, apres: string): boolean {
  if (apres === '') return false;
  return 'àÀùÙ'.includes(c) || ('çÇ'.includes(c) && !'aouâôûAOUÂÔÛ'.includes(apres));
}

const estLettre = (c: string): boolean => c.toLowerCase() !== c.toUpperCase();
const estCapitale = (c: string): boolean => c !== c.toLowerCase();
