import { FERME, FIN, LecteurXml, OUVRE } from './xml-scan';

/** Ce qu'un style de cellule montre, d'après `styles.xml`. Couleurs en RVB sans `#`. */
export interface Apparence {
  readonly police: Police;
  readonly fond: string | null;
  readonly filets: Filets;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly retrait: number;
  readonly replie: boolean;
  /** Format de nombre ; `General` par défaut. */
  readonly format: string;
}

interface Police {
  readonly nom: string | null;
  readonly taille: number | null;
  readonly gras: boolean;
  readonly italique: boolean;
  readonly souligne: boolean;
  readonly barre: boolean;
  readonly couleur: string | null;
}

interface Filets {
  readonly haut: string | null;
  readonly bas: string | null;
  readonly gauche: string | null;
  readonly droite: string | null;
}

/** Formats réservés qu'on rencontre ; les dates sont à la française. */
const RESERVES: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  49: '@',
};

/** Couleurs d'un thème de bureau, dans l'ordre des numéros : assez pour un onglet ajouté par quelqu'un. */
const THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
];
const FILETS = { top: 'haut', bottom: 'bas', left: 'gauche', right: 'droite' } as const;
const AUCUN_FILET: Filets = { haut: null, bas: null, gauche: null, droite: null };
const POLICE_NUE: Police = {
  nom: null,
  taille: null,
  gras: false,
  italique: false,
  souligne: false,
  barre: false,
  couleur: null,
};

function couleurDe(x: LecteurXml): string | null {
  const rgb = x.attribut('rgb');
  if (rgb !== null) return rgb.slice(-6).toUpperCase();
  const theme = x.attribut('theme');
  return theme === null ? null : (THEME[Number(theme)] ?? null);
}

const estVrai = (x: LecteurXml): boolean => !/^(?:0|false|none)$/.test(x.attribut('val') ?? '1');

/** L'apparence de chaque style de cellule, par son rang ; `xml` : octets de la partie des styles. */
export function lireApparences(xml: string | null): Apparence[] {
  if (xml === null) return [];
  const formats = new Map<number, string>();
  const polices: Police[] = [];
  const fonds: (string | null)[] = [];
  const filets: Filets[] = [];
  const apparences: Apparence[] = [];
  const x = new LecteurXml(xml);
  let dans = '';
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    const { nom } = x;
    if (k === FERME) {
      if (nom === dans) dans = '';
      continue;
    }
    if (/^(?:fonts|fills|borders|cellXfs|dxfs|cellStyleXfs)$/.test(nom)) dans = x.vide ? '' : nom;
    else if (nom === 'numFmt' && dans === '') {
      formats.set(Number(x.attribut('numFmtId')), x.attribut('formatCode') ?? '');
    } else if (nom === 'font' && dans === 'fonts') polices.push(lirePolice(x));
    else if (nom === 'fill' && dans === 'fills') fonds.push(lireFond(x));
    else if (nom === 'border' && dans === 'borders') filets.push(lireFilets(x));
    else if (nom === 'xf' && dans === 'cellXfs') {
      const numero = Number(x.attribut('numFmtId') ?? 0);
      apparences.push({
        police: polices[Number(x.attribut('fontId') ?? 0)] ?? POLICE_NUE,
        fond: fonds[Number(x.attribut('fillId') ?? 0)] ?? null,
        filets: filets[Number(x.attribut('borderId') ?? 0)] ?? AUCUN_FILET,
        format: formats.get(numero) ?? RESERVES[numero] ?? 'General',
        ...lireAlignement(x),
      });
    }
  }
  return apparences;
}

/** Parcourt les balises d'un élément jusqu'à sa fermante. */
function dedans(x: LecteurXml, nom: string, lire: (balise: string, ouvre: boolean) => void): void {
  if (x.vide) return;
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k === FERME && x.nom === nom) return;
    lire(x.nom, k === OUVRE);
  }
}

function lirePolice(x: LecteurXml): Police {
  const police: { -readonly [K in keyof Police]: Police[K] } = { ...POLICE_NUE };
  dedans(x, 'font', (balise, ouvre) => {
    if (!ouvre) return;
    if (balise === 'name' || balise === 'rFont') police.nom = x.attribut('val');
    else if (balise === 'sz') police.taille = Number(x.attribut('val'));
    else if (balise === 'color') police.couleur = couleurDe(x);
    else if (balise === 'b') police.gras = estVrai(x);
    else if (balise === 'i') police.italique = estVrai(x);
    else if (balise === 'u') police.souligne = estVrai(x);
    else if (balise === 'strike') police.barre = estVrai(x);
  });
  return police;
}

function lireFond(x: LecteurXml): string | null {
  let plein = false;
  let couleur: string | null = null;
  dedans(x, 'fill', (balise, ouvre) => {
    if (!ouvre) return;
    if (balise === 'patternFill') plein = x.attribut('patternType') === 'solid';
    else if (balise === 'fgColor') couleur = couleurDe(x);
  });
  return plein ? couleur : null;
}

function lireFilets(x: LecteurXml): Filets {
  const filets: { -readonly [K in keyof Filets]: Filets[K] } = { ...AUCUN_FILET };
  let cote: keyof Filets | null = null;
  dedans(x, 'border', (balise, ouvre) => {
    if (!ouvre) return;
    if (balise in FILETS) {
      cote = x.attribut('style') === null ? null : FILETS[balise as keyof typeof FILETS];
      if (cote) filets[cote] = '000000';
    } else if (balise === 'color' && cote) filets[cote] = couleurDe(x) ?? '000000';
  });
  return filets;
}

function lireAlignement(
  x: LecteurXml,
): Pick<Apparence, 'horizontal' | 'vertical' | 'retrait' | 'replie'> {
  const alignement = {
    horizontal: null as string | null,
    vertical: null as string | null,
    retrait: 0,
    replie: false,
  };
  dedans(x, 'xf', (balise, ouvre) => {
    if (!ouvre || balise !== 'alignment') return;
    alignement.horizontal = x.attribut('horizontal');
    alignement.vertical = x.attribut('vertical');
    alignement.retrait = Number(x.attribut('indent') ?? 0);
    alignement.replie = /^(?:1|true)$/.test(x.attribut('wrapText') ?? '');
  });
  return alignement;
}
