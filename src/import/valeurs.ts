import { estErreurDeFormule } from '../classeur/erreur-formule';
import type { Colonne } from '../classeur/colonne';
import { ILLISIBLE, lireCellule } from '../classeur/lire-cellule';
import type { CelluleBrute } from '../classeur/source';
import { lireDate, lireNombre } from '../commun/lire-texte';
import { depuisSerie, moisDe } from '../commun/date-civile';
import { eurosVersCentimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import { choixConnu } from './choix';
import type { TableEchangeable } from '../classeur/tables';
import type { FormatColonne } from './format-colonne';
import { tauxALEchelle } from './releve-taux';
import { lireMontre } from './nombre-montre';
import { SANS_OBJET } from './synonymes/valeurs';
import { ditSonUnite, estInvraisemblable } from './unite';
import { rendreChiffres } from './zeros-perdus';

/** Une de nos colonnes et comment lire celle qui la remplit. */
export interface LectureColonne {
  readonly table: TableEchangeable;
  readonly cle: string;
  readonly colonne: Colonne;
  readonly format: FormatColonne;
  /** Un de nos exports : ses cellules se lisent comme celles du classeur, sans autre indice. */
  readonly maison: boolean;
  /** Valeurs étrangères du profil, normalisées → les nôtres. */
  readonly valeurs: ReadonlyMap<string, string>;
}

/** Un tableur a enregistré en CSV une erreur (`#N/A`), ou une colonne trop étroite (`####`). */
function nEstPasUneValeur(texte: string): boolean {
  return texte.startsWith('#') && (estErreurDeFormule(texte) || /^#{3,}$/.test(texte));
}

/**
 * La valeur d'une cellule étrangère ; `null` : vide ; `ILLISIBLE` : incomprise ou ambiguë.
 * @param montre ce que la cellule d'un tableur montre de son nombre, si ce n'est pas lui
 */
export function lireValeur(lecture: LectureColonne, brut: CelluleBrute, montre?: string): unknown {
  const { colonne, format } = lecture;
  if (typeof brut === 'string' && nEstPasUneValeur(brut)) return ILLISIBLE;
  const lu =
    montre === undefined || typeof brut !== 'number'
      ? undefined
      : lireMontre(lecture, brut, montre);
  if (lu !== undefined) return lu;
  if (lecture.maison) return lireCellule(colonne, brut);
  const traduite =
    lecture.valeurs.size > 0 && (typeof brut === 'string' || typeof brut === 'number')
      ? lecture.valeurs.get(normaliser(String(brut)))
      : undefined;
  const valeur = traduite ?? brut;
  if (colonne.genre === 'choix') {
    const lu = lireCellule(colonne, valeur);
    if (lu !== ILLISIBLE) return lu;
    const connu = choixConnu(lecture.table, lecture.cle, String(valeur)) ?? ILLISIBLE;
    return connu === SANS_OBJET ? null : connu;
  }
  if (colonne.genre === 'taux' && typeof valeur === 'number') {
    return tauxALEchelle(valeur, format.taux) ?? ILLISIBLE;
  }
  if (format.chiffres && (typeof valeur === 'string' || typeof valeur === 'number')) {
    const texte = String(valeur).trim();
    return texte === '' ? null : (rendreChiffres(format.chiffres, texte) ?? texte);
  }
  if (typeof valeur === 'number') return lireNombreBrut(lecture, valeur);
  if (typeof valeur !== 'string' || valeur.trim() === '') return lireCellule(colonne, valeur);
  switch (colonne.genre) {
    case 'montant':
      return montantDe(lireNombre(valeur, format), facteurDe(valeur, format));
    case 'nombre':
      return lireNombre(valeur, format) ?? ILLISIBLE;
    case 'entier': {
      const n = lireNombre(valeur, format);
      return n !== null && Number.isSafeInteger(n) ? n : ILLISIBLE;
    }
    case 'taux':
      return tauxDe(valeur, format);
    case 'date':
      return dateDe(valeur, format) ?? ILLISIBLE;
    case 'mois': {
      const lu = lireCellule(colonne, valeur);
      if (/^\s*\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}/.test(valeur)) {
        const jour = dateDe(valeur, format);
        return jour ? moisDe(jour) : ILLISIBLE;
      }
      return lu;
    }
    default:
      return lireCellule(colonne, valeur);
  }
}

const arrondir = (n: number): number => Number(n.toFixed(10));

function montantDe(lu: number | null, facteur: number): unknown {
  if (lu === null) return ILLISIBLE;
  const euros = facteur === 1 ? lu : arrondir(lu * facteur);
  if (facteur !== 1 && estInvraisemblable(euros)) return ILLISIBLE;
  return Math.abs(euros) > 1e13 ? ILLISIBLE : eurosVersCentimes(euros);
}

function facteurDe(texte: string, { facteur = 1 }: FormatColonne): number {
  return facteur !== 1 && ditSonUnite(texte) ? 1 : facteur;
}

/** Ce que l'unité de l'en-tête ferait d'un nombre nu, en euros ; `null` si elle n'y touche pas. */
export function montantParUnite({ format }: LectureColonne, brut: CelluleBrute): number | null {
  const { facteur } = format;
  if (facteur === undefined) return null;
  if (typeof brut === 'number') return arrondir(brut * facteur);
  if (typeof brut !== 'string' || ditSonUnite(brut)) return null;
  const lu = lireNombre(brut, format);
  return lu === null ? null : arrondir(lu * facteur);
}

/** Un nombre d'un tableur : en milliers si l'en-tête le dit, une date écrite `20260302`. */
function lireNombreBrut({ colonne, format }: LectureColonne, valeur: number): unknown {
  if (colonne.genre === 'montant' && format.facteur !== undefined)
    return montantDe(valeur, format.facteur);
  const lu = lireCellule(colonne, valeur);
  if (lu !== ILLISIBLE || colonne.genre !== 'date') return lu;
  return lireDate(String(valeur)) ?? ILLISIBLE;
}

function tauxDe(texte: string, format: FormatColonne): unknown {
  const pourcent = /^(.*?)\s*%$/.exec(texte.trim());
  const n = lireNombre(pourcent?.[1] ?? texte, format);
  if (n === null) return ILLISIBLE;
  if (pourcent) return arrondir(n / 100);
  return tauxALEchelle(n, format.taux) ?? ILLISIBLE;
}

/** Sans ordre connu, une date n'est lue que si les deux lectures sont la même, ou si une seule existe. */
function dateDe(texte: string, { ordre, series }: FormatColonne) {
  if (series) return depuisSerie(Number(texte.replace(',', '.')));
  if (ordre !== null) return lireDate(texte, ordre);
  const jma = lireDate(texte, 'JMA');
  const mja = lireDate(texte, 'MJA');
  if (jma !== null && mja !== null) return jma === mja ? jma : null;
  return jma ?? mja;
}
