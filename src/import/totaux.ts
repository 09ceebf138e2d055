import type { CelluleBrute } from '../classeur/source';
import type { Colonne } from '../classeur/colonne';
import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import type { Correspondance } from './correspondance';
import type { TableSource } from './entete';
import { colonnesDe } from './noms-connus';
import { estVide, texteDeCellule, type LigneSource } from './source';

/** « Total », « TOTAL HT », « Sous-total : 5 clients », « Total 5 » ; pas « Total Énergies ». */
const LIBELLE = /^(sous ?|grand )?(total|totaux)( general)?( ht| ttc)?( \d.*)?$/;
const MOT_SEUL = /^(total|totaux)$/i;
const NOMBRE = /^[-+(€$£]*\s*\d[\d\s.,'’]*\)?\s*(€|%|\$|£|eur)?$/i;

/**
 * Écarte les lignes de totaux qu'un tableur met au pied d'une liste : un libellé, des nombres, et
 * pas ce qui ferait un enregistrement. Elles sont dites dans `ignorees`, jamais comptées « lues ».
 */
export function sansTotaux(
  table: TableEchangeable,
  decoupe: TableSource,
  { colonnes }: Correspondance,
): TableSource {
  const declarees = colonnesDe(table);
  const parRang = new Map(Array.from(colonnes, ([cle, { rang }]) => [rang, cle]));
  const estTotal = ({ cellules }: LigneSource): boolean => {
    const debut = cellules.findIndex((c) => !estVide(c));
    const texte = texteDeCellule(cellules[debut]).trim();
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
  const totaux = new Set(decoupe.lignes.filter(estTotal));
  if (totaux.size === 0) return decoupe;
  const ecartees = Array.from(totaux, ({ ligne }) => ({ ligne, raison: 'total' as const }));
  return {
    ...decoupe,
    lignes: decoupe.lignes.filter((l) => !totaux.has(l)),
    ignorees: [...decoupe.ignorees, ...ecartees].sort((a, b) => a.ligne - b.ligne),
  };
}

/** Un nombre, hors d'une de nos colonnes de texte (SIRET, téléphone, N°) où il nommerait quelque chose. */
function compte(cellule: CelluleBrute, colonne: Colonne | undefined): boolean {
  if (colonne && ['texte', 'email', 'personne', 'lien', 'date', 'mois'].includes(colonne.genre))
    return false;
  return typeof cellule === 'number' || NOMBRE.test(texteDeCellule(cellule).trim());
}
