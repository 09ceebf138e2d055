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
  readonly lignes: readonly LigneSource[];
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
  const rang =
    lignesAvantEntete === null
      ? chercherEntete(source.lignes, estConnu)
      : source.lignes.findIndex((l) => l.ligne > lignesAvantEntete && !l.cellules.every(estVide));
  const ligneEntete = source.lignes[rang];
  if (!ligneEntete) return null;
  const lignesAvant = source.lignes.slice(0, rang);
  const ignorees: ResultatImport['ignorees'][number][] = lignesAvant.map(({ ligne, cellules }) => ({
    ligne,
    raison: cellules.every(estVide) ? 'vide' : 'preambule',
  }));
  const empreinte = empreinteDe(ligneEntete);
  const lignes: LigneSource[] = [];
  for (const ligne of source.lignes.slice(rang + 1)) {
    if (ligne.cellules.every(estVide)) ignorees.push({ ligne: ligne.ligne, raison: 'vide' });
    else if (empreinteDe(ligne) === empreinte)
      ignorees.push({ ligne: ligne.ligne, raison: 'en-tete-repete' });
    else lignes.push(ligne);
  }
  return { lignesAvant, ligneEntete, colonnes: nommer(ligneEntete, lignes), lignes, ignorees };
}

function chercherEntete(
  lignes: readonly LigneSource[],
  estConnu: (nom: string) => boolean,
): number {
  let meilleur = -1;
  let score = 0;
  lignes.slice(0, LIGNES_EXPLOREES).forEach(({ cellules }, rang) => {
    const connus = new Set(
      cellules.filter((c) => typeof c === 'string' && estConnu(nomPropre(c))).map(texteDeCellule),
    ).size;
    if (connus > score) {
      meilleur = rang;
      score = connus;
    }
  });
  return meilleur;
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

function nommer(entete: LigneSource, lignes: readonly LigneSource[]): ColonneSource[] {
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
    const sansContenu = lignes.every((l) => estVide(l.cellules[rang]));
    colonnes.push({ rang, entete: unique, nom, sansContenu });
  });
  return colonnes;
}
