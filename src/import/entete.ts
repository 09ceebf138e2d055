import { normaliser } from '../commun/texte';
import { estVide, texteDeCellule, type LigneSource, type SourceTabulaire } from './source';
import type { ResultatImport } from './resultat';

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

export interface TableSource {
  readonly lignesAvant: readonly LigneSource[];
  readonly ligneEntete: LigneSource;
  readonly colonnes: readonly ColonneSource[];
  /** Les enregistrements : les lignes que l'import doit toutes compter (« lues »). */
  readonly lignes: Iterable<LigneSource>;
  readonly ignorees: ResultatImport['ignorees'];
}

/**
 * Trouve la ligne d'en-tête (celle où le plus de noms sont connus, parmi les premières), nomme les
 * colonnes et met à part ce qui n'est pas un enregistrement ; rien n'est perdu sans être compté.
 * `null` si aucune ligne ne contient un nom connu.
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
  const ignorees: ResultatImport['ignorees'][number][] = lignesAvant.map(({ ligne, cellules }) => ({
    ligne,
    raison: cellules.every(estVide) ? 'vide' : 'preambule',
  }));
  const trier = trieur(ligneEntete);
  const contenus = contenusDe(ligneEntete);
  for (const ligne of apres(source.lignes, lignesAvant.length + 1)) {
    const raison = trier(ligne);
    if (raison === null) contenus.voir(ligne);
    else ignorees.push({ ligne: ligne.ligne, raison });
  }
  return {
    lignesAvant,
    ligneEntete,
    colonnes: nommer(ligneEntete, contenus.sansContenu()),
    lignes: {
      *[Symbol.iterator]() {
        for (const ligne of apres(source.lignes, lignesAvant.length + 1)) {
          if (trier(ligne) === null) yield ligne;
        }
      },
    },
    ignorees,
  };
}

function* apres(lignes: Iterable<LigneSource>, rang: number): Generator<LigneSource> {
  let i = 0;
  for (const ligne of lignes) if (i++ >= rang) yield ligne;
}

/** Ce qu'une ligne a de particulier, sous l'en-tête ; `null` : c'est un enregistrement. */
function trieur(entete: LigneSource): (ligne: LigneSource) => 'vide' | 'en-tete-repete' | null {
  const empreinte = empreinteDe(entete);
  const debut = normaliser(texteDeCellule(entete.cellules[0]));
  return (ligne) => {
    if (ligne.cellules.every(estVide)) return 'vide';
    const [premiere] = ligne.cellules;
    // Un en-tête répété commence comme l'autre : le reste n'est comparé qu'alors.
    const lettre = /^[a-z0-9]/i.exec(texteDeCellule(premiere).charAt(0))?.[0].toLowerCase();
    if (lettre !== undefined && lettre !== debut.charAt(0)) return null;
    if (normaliser(texteDeCellule(premiere)) !== debut) return null;
    return empreinteDe(ligne) === empreinte ? 'en-tete-repete' : null;
  };
}

/** Les colonnes où aucune ligne n'a de valeur. */
function contenusDe({ cellules }: LigneSource) {
  let attendus = cellules.map((_, rang) => rang);
  return {
    voir({ cellules }: LigneSource): void {
      if (attendus.length > 0) attendus = attendus.filter((rang) => estVide(cellules[rang]));
    },
    sansContenu: (): ReadonlySet<number> => new Set(attendus),
  };
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
