import type {
  FormatSource,
  DescriptionSource,
  LigneSource,
  SourceTabulaire,
} from '../../src/import/source';
import { estVide } from '../../src/import/source';
import { probleme, type Probleme } from '../../src/messages/probleme';
import { constatsDe, type BilanEncodage } from '../../src/import/encodage/bilan';
import type { NoterLignes } from './lire-classeur-etranger';

export interface OptionsSource {
  /** Sinon, d'après le contenu puis l'extension. */
  readonly format?: FormatSource;
  /** Feuille d'un classeur, demandée par l'utilisateur. */
  readonly feuille?: string;
  /** À défaut, celle qui porte ce nom (l'onglet de la table) est préférée. */
  readonly onglet?: string;
  /** La table où l'on importe : dans un JSON, la liste de ce nom. */
  readonly table?: string;
  /** Appelé à chaque morceau d'un CSV lu, avec le nombre d'octets du fichier. */
  readonly suivre?: Suivi;
  /** À défaut, celle dont les colonnes sont le mieux reconnues. */
  readonly noter?: NoterLignes;
}

/** Une lecture du fichier commence ; après chaque morceau, ses octets et le nombre de lignes lues. */
export type Suivi = (taille: number) => (octets: number, lignes: number) => void;

export type SourceLue =
  | { readonly source: SourceTabulaire; readonly problemes: readonly [] }
  | { readonly source: null; readonly problemes: readonly Probleme[] };

export function refus(p: Probleme): SourceLue {
  return { source: null, problemes: [p] };
}

export function rendre(lignes: Iterable<LigneSource>, description: DescriptionSource): SourceLue {
  for (const { cellules } of lignes) {
    if (!cellules.every(estVide)) return { source: { lignes, description }, problemes: [] };
  }
  return refus(probleme('SOURCE_VIDE', { fichier: description.fichier }));
}

export function decrireTexte(
  fichier: string,
  format: FormatSource,
  bilan: BilanEncodage,
): DescriptionSource {
  const constats = constatsDe(bilan);
  return {
    fichier,
    format,
    encodage: bilan.encodage,
    separateur: null,
    feuille: null,
    feuilles: [],
    ...(constats.length > 0 ? { constats } : {}),
  };
}
