import type { CelluleBrute } from '../classeur/source';
import { normaliser } from '../commun/texte';
import { nomsDeplaces, type NomsDeplaces } from './autre-ordre';
import { nommerColonnes, nomPropre, type ColonneSource } from './colonnes-source';
import { estPied } from './pied';
import type { RaisonIgnoree } from './resultat';
import {
  estOrdinaire,
  estVide,
  premieresLignes,
  texteDeCellule,
  type LigneSource,
  type SourceTabulaire,
} from './source';

/** Au-delà de ce nombre de lignes, on ne cherche plus d'en-tête. */
const LIGNES_EXPLOREES = 20;

/** L'en-tête trouvé : ce qui le précède, ses colonnes, et les lignes qui le suivent. */
export interface TableSource {
  readonly lignesAvant: readonly LigneSource[];
  readonly ligneEntete: LigneSource;
  /** La seconde ligne d'un en-tête qui en a deux : `ligneEntete` les réunit. */
  readonly ligneEntete2: LigneSource | null;
  readonly colonnes: readonly ColonneSource[];
  /** Toutes les lignes sous l'en-tête. */
  readonly suite: Iterable<LigneSource>;
  /** Ce qu'une de ces lignes a de particulier ; `null` : c'est un enregistrement. */
  trier(ligne: LigneSource): RaisonIgnoree | null;
  readonly nomsDeplaces: NomsDeplaces;
}

/**
 * Trouve la ligne d'en-tête (celle où le plus de noms sont connus, parmi les premières ; deux lignes, si
 * elles se lisent mieux ensemble), nomme les colonnes et dit ce qui n'est pas un enregistrement ; rien
 * n'est perdu sans être compté. `null` si aucune ligne ne contient un nom connu. La source n'est lue en
 * entier que si une colonne semble vide.
 */
export function decouperSource(
  source: SourceTabulaire,
  estConnu: (nom: string) => boolean,
  lignesAvantEntete: number | null,
): TableSource | null {
  const { debut, rang } = chercher(source.lignes, estConnu, lignesAvantEntete);
  const premiere = debut[rang];
  if (!premiere) return null;
  const suivante = debut[rang + 1];
  const double = suivante === undefined ? null : enteteDouble(premiere, suivante, estConnu);
  const ligneEntete = double ?? premiere;
  const ligneEntete2 = double === null ? null : (suivante ?? null);
  const lignesAvant = debut.slice(0, rang);
  const entetes = [premiere, ...(ligneEntete2 ? [ligneEntete2] : [])];
  const trier = trieur(entetes);
  const sautees = rang + (ligneEntete2 ? 2 : 1);
  const suite = {
    // Sans générateur : chaque ligne y passerait une fois de plus.
    [Symbol.iterator]() {
      const lignes = source.lignes[Symbol.iterator]();
      for (let i = 0; i < sautees; i++) lignes.next();
      return lignes;
    },
  };
  let sansContenu = ligneEntete.cellules.map((_, i) => i);
  for (const ligne of suite) {
    if (trier(ligne) === null) sansContenu = sansContenu.filter((i) => estVide(ligne.cellules[i]));
    if (sansContenu.length === 0) break;
  }
  const titres = lignesAvant[lignesAvant.length - 1]?.cellules ?? [];
  const colonnes = nommerColonnes(ligneEntete, new Set(sansContenu), titres);
  return {
    lignesAvant,
    ligneEntete,
    ligneEntete2,
    colonnes,
    suite,
    trier,
    nomsDeplaces: nomsDeplaces(entetes),
  };
}

/** Les premières lignes, jusqu'à celle qui suit l'en-tête au moins ; et le rang de l'en-tête. */
function chercher(
  lignes: Iterable<LigneSource>,
  estConnu: (nom: string) => boolean,
  lignesAvantEntete: number | null,
): { readonly debut: readonly LigneSource[]; readonly rang: number } {
  if (lignesAvantEntete === null) {
    const debut = premieresLignes(lignes, LIGNES_EXPLOREES + 1);
    return { debut, rang: chercherEntete(debut, estConnu).rang };
  }
  const debut: LigneSource[] = [];
  let rang = -1;
  for (const ligne of lignes) {
    debut.push(ligne);
    if (rang >= 0) break;
    if (ligne.ligne > lignesAvantEntete && !ligne.cellules.every(estVide)) rang = debut.length - 1;
  }
  return { debut, rang };
}

/** Ce qu'une ligne a de particulier, sous l'en-tête ; `null` : c'est un enregistrement. */
function trieur(entetes: readonly LigneSource[]): (ligne: LigneSource) => RaisonIgnoree | null {
  const repetables = entetes.map((entete) => ({
    debut: normaliser(texteDeCellule(entete.cellules[0])),
    empreinte: empreinteDe(entete),
  }));
  const largeur = Math.max(
    ...entetes.map(({ cellules }) => cellules.filter((c) => !estVide(c)).length),
  );
  const estRepete = (ligne: LigneSource): boolean => {
    const [premiere] = ligne.cellules;
    return repetables.some(({ debut, empreinte }) => {
      // Un en-tête répété commence comme l'autre : le reste n'est comparé qu'alors.
      if (typeof premiere === 'string' && autreInitiale(premiere, debut)) return false;
      if (normaliser(texteDeCellule(premiere)) !== debut) return false;
      return empreinteDe(ligne) === empreinte;
    });
  };
  return (ligne) => {
    const premiere = ligne.cellules[0];
    const seconde = ligne.cellules[1];
    // Presque toutes : deux cellules remplies, et ce n'est pas ainsi que l'en-tête commence.
    if (
      typeof premiere === 'string' &&
      commenceParUnMot(seconde) &&
      repetables.every(({ debut }) => autreInitiale(premiere, debut))
    )
      return null;
    if (ligne.cellules.every(estVide)) return 'vide';
    if (estRepete(ligne)) return 'en-tete-repete';
    return estPied(ligne.cellules, largeur) ? 'pied' : null;
  };
}

/** Une cellule qui n'est pas vide, à son premier caractère. */
function commenceParUnMot(cellule: CelluleBrute): boolean {
  return typeof cellule === 'string' && estOrdinaire(cellule.charCodeAt(0));
}

/** Une lettre ou un chiffre sans accent, qu'aucune comparaison ne change, et qui n'est pas celui-là. */
function autreInitiale(texte: string, debut: string): boolean {
  const c = texte.charCodeAt(0);
  return estOrdinaire(c) && (c >= 65 ? c | 32 : c) !== debut.charCodeAt(0);
}

/** La ligne où le plus de noms sont connus, et combien. */
export function chercherEntete(
  lignes: readonly LigneSource[],
  estConnu: (nom: string) => boolean,
): { readonly rang: number; readonly connus: number } {
  let meilleur = -1;
  let score = 0;
  lignes.slice(0, LIGNES_EXPLOREES).forEach(({ cellules }, rang) => {
    const connus = nomsConnusDe(cellules, estConnu);
    if (connus > score) {
      meilleur = rang;
      score = connus;
    }
  });
  return { rang: meilleur, connus: score };
}

function nomsConnusDe(
  cellules: readonly CelluleBrute[],
  estConnu: (nom: string) => boolean,
): number {
  return new Set(
    cellules.filter((c) => typeof c === 'string' && estConnu(nomPropre(c))).map(texteDeCellule),
  ).size;
}

/** « N° » sur « devis », « Montant » sur « HT » : les deux lignes ensemble nomment plus de colonnes, ou les mêmes plus précisément. */
function enteteDouble(
  haut: LigneSource,
  bas: LigneSource,
  estConnu: (nom: string) => boolean,
): LigneSource | null {
  if (!bas.cellules.every((c) => estVide(c) || (typeof c === 'string' && !/\d/.test(c))))
    return null;
  const largeur = Math.max(haut.cellules.length, bas.cellules.length);
  const cellules = Array.from({ length: largeur }, (_, i) =>
    reunir(
      [haut.cellules[i], bas.cellules[i]].map((c) => texteDeCellule(c).trim()),
      estConnu,
    ),
  );
  const seule = nomsConnusDe(haut.cellules, estConnu);
  const ensemble = nomsConnusDe(cellules, estConnu);
  const completees = bas.cellules.flatMap((c, i) => (estVide(c) ? [] : [cellules[i] ?? '']));
  const toutes = completees.length > 1 && completees.every((nom) => estConnu(nomPropre(nom)));
  if (toutes || (ensemble > seule && ensemble > 1)) return { ligne: haut.ligne, cellules };
  return null;
}

/** « Dates » sur « Envoi » : si les deux ensemble ne nomment rien de connu, le nom du bas suffit. */
function reunir(
  [haut = '', bas = '']: readonly string[],
  estConnu: (nom: string) => boolean,
): string {
  const ensemble = [haut, bas].filter((t) => t !== '').join(' ');
  if (bas === '' || estConnu(nomPropre(ensemble)) || !estConnu(nomPropre(bas))) return ensemble;
  return bas;
}

function empreinteDe({ cellules }: LigneSource): string {
  return JSON.stringify(cellules.map((c) => normaliser(texteDeCellule(c)))).replace(
    /(,"")+\]$/,
    ']',
  );
}
