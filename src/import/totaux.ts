import type { CelluleBrute } from '../classeur/source';
import type { Colonne } from '../classeur/colonne';
import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import type { Correspondance } from './correspondance';
import { colonnesDe } from './noms-connus';
import { estVide, texteDeCellule, type LigneSource } from './source';

/** « Total », « TOTAL HT », « Sous-total : 5 clients », « Total 5 » ; pas « Total Énergies ». */
const LIBELLE = /^(sous ?|grand )?(total|totaux)( general)?( ht| ttc)?( \d.*)?$/;
/** Écarte vite presque toutes les lignes ; au-delà de l'ASCII, on regarde de plus près. */
const PEUT_ETRE = /tota|[^\0-\x7f]/i;
const MOT_SEUL = /^(total|totaux)$/i;
const NOMBRE = /^[-+(€$£]*\s*\d[\d\s.,'’]*\)?\s*(€|%|\$|£|eur)?$/i;

/**
 * Reconnaît les lignes de totaux qu'un tableur met au pied d'une liste : un libellé, des nombres, et
 * pas ce qui ferait un enregistrement. Elles sont dites dans `ignorees`, jamais comptées « lues ».
 */
export function reconnaitreTotaux(
  table: TableEchangeable,
  { colonnes }: Correspondance,
): (ligne: LigneSource) => boolean {
  const declarees = colonnesDe(table);
  const parRang = new Map(Array.from(colonnes, ([cle, { rang }]) => [rang, cle]));
  return ({ cellules }) => {
    const debut = cellules.findIndex((c) => !estVide(c));
    const brut = texteDeCellule(cellules[debut]);
    if (!PEUT_ETRE.test(brut)) return false;
    const texte = brut.trim();
    const libelle = normaliser(texte.replace(/[:=(].*$/, ''));
    if (!LIBELLE.test(libelle)) return false;
    const suite = cellules.map((c, rang) => ({ c, rang })).slice(debut + 1);
    const nombres = suite.filter(({ c }) => !estVide(c));
    if (!nombres.every(({ c, rang }) => compte(c, declarees[parRang.get(rang) ?? ''])))
      return false;
    const autres = Object.keys(declarees).filter(
      (cle) => declarees[cle]?.requis && cle !== 'version' && cle !== parRang.get(debut),
    );
    // Rien d'autre n'est requis (clients) : « Total », seul sur sa ligne, est peut-être un nom.
    if (autres.length === 0) return nombres.length > 0 || !MOT_SEUL.test(texte);
    return autres.some((cle) => {
      const colonne = colonnes.get(cle);
      return !colonne || estVide(cellules[colonne.rang]);
    });
  };
}

/**
 * « TOTAL », seul sur sa ligne, d'une liste de clients qui a d'autres colonnes : le pied de la liste, si
 * rien ne le suit ; avant un autre client, c'est peut-être un nom.
 */
export function reconnaitrePied(table: TableEchangeable): (ligne: LigneSource) => boolean {
  if (table !== 'clients') return () => false;
  return ({ cellules }) => {
    if (cellules.length < 2) return false;
    const [seule, ...autres] = cellules.filter((c) => !estVide(c));
    return typeof seule === 'string' && autres.length === 0 && MOT_SEUL.test(seule.trim());
  };
}

/** Un nombre, hors d'une de nos colonnes de texte (SIRET, téléphone, N°) où il nommerait quelque chose. */
function compte(cellule: CelluleBrute, colonne: Colonne | undefined): boolean {
  if (colonne && ['texte', 'email', 'personne', 'lien', 'date', 'mois'].includes(colonne.genre))
    return false;
  return typeof cellule === 'number' || NOMBRE.test(texteDeCellule(cellule).trim());
}
