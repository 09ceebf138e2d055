import { ILLISIBLE } from '../classeur/lire-cellule';
import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import type { Correspondance } from './correspondance';
import type { FormatColonne } from './format-colonne';
import { colonnesDe } from './noms-connus';
import { duProfil, type Profil } from './profil';
import type { LigneSource } from './source';
import { lireValeur, type LectureColonne } from './valeurs';

/** Une constante du profil se lit comme une saisie française. */
export const SANS_FORMAT: FormatColonne = { devises: false, ordre: 'JMA' };

/** Toutes les clés : chaque format a la même forme pour le moteur, ce qui lit n'est compilé qu'une fois. */
const FORME: FormatColonne = {
  decimal: undefined,
  devises: false,
  ordre: null,
  taux: undefined,
  series: undefined,
  facteur: undefined,
  mediane: undefined,
  chiffres: undefined,
};

/** Comment lire une de nos colonnes. */
export function lectureDe(
  table: TableEchangeable,
  cle: string,
  format: FormatColonne,
  profil: Profil | null,
  maison = false,
): LectureColonne {
  const colonne = colonnesDe(table)[cle];
  if (!colonne) throw new Error(`Colonne inconnue : ${table}.${cle}`);
  const valeurs = Object.entries(duProfil(profil?.valeurs, table, cle) ?? {});
  return {
    table,
    cle,
    colonne,
    format: { ...FORME, ...format },
    maison,
    valeurs: new Map(valeurs.map(([e, n]) => [normaliser(e), n])),
  };
}

/** Les colonnes que le profil remplit de la même valeur à toutes les lignes. */
export function lireConstantes(
  table: TableEchangeable,
  correspondance: Correspondance,
  profil: Profil | null,
): Record<string, unknown> {
  const constantes: Record<string, unknown> = {};
  for (const cle of Object.keys(colonnesDe(table))) {
    const texte = duProfil(profil?.constantes, table, cle);
    if (texte === undefined || correspondance.colonnes.has(cle)) continue;
    const valeur = lireValeur(lectureDe(table, cle, SANS_FORMAT, profil), texte);
    constantes[cle] = valeur === ILLISIBLE ? { brut: texte } : valeur;
  }
  return constantes;
}

/** Lit une seule de nos colonnes, de texte, avant que les autres soient observées. */
export function lecteurDeTexte(
  table: TableEchangeable,
  cle: string,
  correspondance: Correspondance,
  profil: Profil | null,
): (ligne: LigneSource) => string | null {
  const colonne = correspondance.colonnes.get(cle);
  if (!colonne) {
    const constante = enTexte(lireConstantes(table, correspondance, profil)[cle]);
    return () => constante;
  }
  const maison = correspondance.maison && profil === null;
  const lecture = lectureDe(table, cle, SANS_FORMAT, profil, maison);
  return ({ cellules }) => enTexte(lireValeur(lecture, cellules[colonne.rang]));
}

const enTexte = (valeur: unknown): string | null => (typeof valeur === 'string' ? valeur : null);
