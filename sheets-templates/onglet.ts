import type { Colonne } from '../src/classeur/colonne';
import { CLES_TABLES, TABLES, type CleTable } from '../src/classeur/tables';
import { COULEURS_ONGLETS } from './couleurs-onglets';
import { alignementDe, FORMATS, type Alignement } from './formats';
import { noteDe } from './notes';
import { PALETTE } from './palette';
import { REGLES, type Regle } from './regles';
import { validationDe, type Validation } from './validations';

/** L'aspect d'une colonne, tiré de sa déclaration. */
export interface AspectColonne {
  readonly cle: string;
  readonly entete: string;
  /** En caractères. */
  readonly largeur: number;
  readonly format: string;
  readonly alignement: Alignement;
  readonly vertical: 'top' | 'middle';
  readonly retourALaLigne: boolean;
  readonly fond: string | null;
  readonly couleur: string;
  readonly note: string;
  readonly validation: Validation | null;
}

/** L'aspect d'un onglet : tout ce qu'une coquille doit savoir pour le dessiner. */
export interface AspectOnglet {
  readonly cle: CleTable;
  readonly nom: string;
  readonly couleur: string;
  /** Protégé contre une frappe par mégarde, sans mot de passe. */
  readonly protege: boolean;
  readonly colonnes: readonly AspectColonne[];
  readonly regles: readonly Regle[];
  /** Pages A4 paysage en largeur ; ce que le produit refait (la revue) tient sur une. */
  readonly pagesEnLargeur: number;
}

/** Caractères qu'une page A4 en paysage porte en largeur sans devenir illisible. */
const CARACTERES_PAR_PAGE = 285;

/** Retrait de part et d'autre du texte. */
const RETRAIT = 2;

/** L'en-tête tient au plus sur deux lignes, bouton de filtre compris. */
function largeurDe(colonne: Colonne): number {
  const mots = colonne.entete.split(/[\s/]+/).map((m) => m.length);
  return Math.max(colonne.largeur, Math.ceil(Math.max(...mots) * 1.15) + 3) + RETRAIT;
}

/** Onglets aux textes longs : la ligne se lit depuis le haut. */
const EN_HAUT: ReadonlySet<CleTable> = new Set(['modeles', 'journal']);

/** Des noms que la colonne suivante couperait. */
const NOMS_LONGS: ReadonlySet<string> = new Set(['organisation', 'client', 'objet']);

/** Les textes longs se replient, et ceux que le produit écrit sans pouvoir élargir la colonne. */
function seReplie(table: CleTable, cle: string, colonne: Colonne): boolean {
  if (NOMS_LONGS.has(cle)) return true;
  const generee = TABLES[table].nature === 'genere';
  if (colonne.genre !== 'texte') return colonne.genre === 'long';
  const large = colonne.par === 'produit' && colonne.largeur >= 30;
  return large || generee || EN_HAUT.has(table);
}

function couleurDe(colonne: Colonne): string {
  return colonne.genre === 'lien' ? PALETTE.accent : PALETTE.texte;
}

function aspectColonne(table: CleTable, cle: string, colonne: Colonne): AspectColonne {
  return {
    cle,
    entete: colonne.entete,
    largeur: largeurDe(colonne),
    format: FORMATS[colonne.genre],
    alignement: alignementDe(colonne.genre),
    vertical: EN_HAUT.has(table) ? 'top' : 'middle',
    retourALaLigne: seReplie(table, cle, colonne),
    fond: colonne.par === 'produit' ? PALETTE.produit : null,
    couleur: couleurDe(colonne),
    note: noteDe(colonne),
    validation: validationDe(table, cle, colonne),
  };
}

function aspectOnglet(cle: CleTable): AspectOnglet {
  const table = TABLES[cle];
  const colonnes = Object.entries<Colonne>(table.colonnes).map(([nom, colonne]) =>
    aspectColonne(cle, nom, colonne),
  );
  const largeur = colonnes.reduce((total, c) => total + c.largeur, 0);
  return {
    cle,
    nom: table.onglet,
    couleur: COULEURS_ONGLETS[table.famille],
    protege: table.famille === 'technique',
    colonnes,
    regles: REGLES[cle] ?? [],
    pagesEnLargeur: table.nature === 'genere' ? 1 : Math.ceil(largeur / CARACTERES_PAR_PAGE),
  };
}

/** Tous les onglets tabulaires, dans l'ordre du classeur. */
export const ONGLETS: readonly AspectOnglet[] = CLES_TABLES.map(aspectOnglet);
