import { normaliser } from '../commun/texte';
import { estVide, texteDeCellule, type LigneSource, type SourceTabulaire } from './source';
import type { RaisonIgnoree } from './resultat';

/** Au-delà de ce nombre de lignes, on ne cherche plus d'en-tête. */
const LIGNES_EXPLOREES = 20;

/** Une colonne de la source, sous un nom unique : la seconde « Phone » devient « Phone (2) ». */
export interface ColonneSource {
  readonly rang: number;
  readonly entete: string;
  /** Nom dans le fichier, pour le retrouver. */
  readonly nom: string;
  readonly sansContenu: boolean;
}

/** L'en-tête trouvé : ce qui le précède, ses colonnes, et les lignes qui le suivent. */
export interface TableSource {
  readonly lignesAvant: readonly LigneSource[];
  readonly ligneEntete: LigneSource;
  readonly colonnes: readonly ColonneSource[];
  /** Toutes les lignes sous l'en-tête. */
  readonly suite: Iterable<LigneSource>;
  /** Ce qu'une de ces lignes a de particulier ; `null` : c'est un enregistrement. */
  trier(ligne: LigneSource): RaisonIgnoree | null;
}

/**
 * Trouve la ligne d'en-tête (celle où le plus de noms sont connus, parmi les premières), nomme les
 * colonnes et dit ce qui n'est pas un enregistrement ; rien n'est perdu sans être compté. `null` si
 * aucune ligne ne contient un nom connu. La source n'est lue en entier que si une colonne semble vide.
 */
export function decouperSource(
  source: SourceTabulaire,
  estConnu: (nom: string) => boolean,
  lignesAvantEntete: number | null,
): TableSource | null {
  const trouvee =
    lignesAvantEntete === null
      ? chercherEntete(source.lignes, estConnu)
      : sauterPreambule(source.lignes, lignesAvantEntete);
  if (!trouvee) return null;
  const { lignesAvant, ligneEntete } = trouvee;
  const trier = trieur(ligneEntete);
  const suite = {
    *[Symbol.iterator]() {
      let avant = lignesAvant.length + 1;
      for (const ligne of source.lignes) {
        if (avant > 0) avant--;
        else yield ligne;
      }
    },
  };
  let sansContenu = ligneEntete.cellules.map((_, rang) => rang);
  for (const ligne of suite) {
    if (trier(ligne) === null) sansContenu = sansContenu.filter((r) => estVide(ligne.cellules[r]));
    if (sansContenu.length === 0) break;
  }
  const colonnes = nommer(ligneEntete, new Set(sansContenu));
  return { lignesAvant, ligneEntete, colonnes, suite, trier };
}

/** Ce qu'une ligne a de particulier, sous l'en-tête ; `null` : c'est un enregistrement. */
function trieur(entete: LigneSource): (ligne: LigneSource) => RaisonIgnoree | null {
  const empreinte = empreinteDe(entete);
  const debut = normaliser(texteDeCellule(entete.cellules[0]));
  return (ligne) => {
    if (ligne.cellules.every(estVide)) return 'vide';
    const [premiere] = ligne.cellules;
    // Un en-tête répété commence comme l'autre : le reste n'est comparé qu'alors.
    if (typeof premiere === 'string' && autreInitiale(premiere, debut)) return null;
    if (normaliser(texteDeCellule(premiere)) !== debut) return null;
    return empreinteDe(ligne) === empreinte ? 'en-tete-repete' : null;
  };
}

/** Une lettre ou un chiffre sans accent, qu'aucune comparaison ne change, et qui n'est pas celui-là. */
function autreInitiale(texte: string, debut: string): boolean {
  const c = texte.charCodeAt(0);
  const ordinaire = (c >= 48 && c <= 57) || (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
  return ordinaire && (c >= 65 ? c | 32 : c) !== debut.charCodeAt(0);
}

interface EnteteTrouve {
  readonly lignesAvant: readonly LigneSource[];
  readonly ligneEntete: LigneSource;
}

function sauterPreambule(lignes: Iterable<LigneSource>, nombre: number): EnteteTrouve | null {
  const lignesAvant: LigneSource[] = [];
  for (const ligne of lignes) {
    if (ligne.ligne > nombre && !ligne.cellules.every(estVide))
      return { lignesAvant, ligneEntete: ligne };
    lignesAvant.push(ligne);
  }
  return null;
}

function chercherEntete(
  lignes: Iterable<LigneSource>,
  estConnu: (nom: string) => boolean,
): EnteteTrouve | null {
  const explorees: LigneSource[] = [];
  for (const ligne of lignes) {
    if (explorees.push(ligne) === LIGNES_EXPLOREES) break;
  }
  let meilleur = -1;
  let score = 0;
  explorees.forEach(({ cellules }, rang) => {
    const connus = new Set(
      cellules.filter((c) => typeof c === 'string' && estConnu(nomPropre(c))).map(texteDeCellule),
    ).size;
    if (connus > score) {
      meilleur = rang;
      score = connus;
    }
  });
  const ligneEntete = explorees[meilleur];
  return ligneEntete ? { lignesAvant: explorees.slice(0, meilleur), ligneEntete } : null;
}

/** Ôte le guillemet orphelin qu'un export coupé laisse au bord d'un nom. */
function nomPropre(cellule: unknown): string {
  return String(cellule)
    .replace(/^["']+|["']+$/g, '')
    .trim();
}

function empreinteDe({ cellules }: LigneSource): string {
  return JSON.stringify(cellules.map((c) => normaliser(texteDeCellule(c)))).replace(
    /(,"")+\]$/,
    ']',
  );
}

function nommer(entete: LigneSource, vides: ReadonlySet<number>): ColonneSource[] {
  const vus = new Map<string, number>();
  const pris = new Set<string>();
  const colonnes: ColonneSource[] = [];
  entete.cellules.forEach((cellule, rang) => {
    const nom = nomPropre(texteDeCellule(cellule));
    if (nom === '') return;
    let fois = (vus.get(nom) ?? 0) + 1;
    let unique = fois === 1 ? nom : `${nom} (${fois})`;
    while (pris.has(unique)) unique = `${nom} (${(fois += 1)})`;
    vus.set(nom, fois);
    pris.add(unique);
    colonnes.push({ rang, entete: unique, nom, sansContenu: vides.has(rang) });
  });
  return colonnes;
}
