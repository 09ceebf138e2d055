import type { CelluleBrute } from '../classeur/source';
import { normaliser } from '../commun/texte';
import { estPied } from './pied';
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
 * Trouve la ligne d'en-tête (celle où le plus de noms sont connus, parmi les premières ; deux lignes, si
 * elles se lisent mieux ensemble), nomme les colonnes et met à part ce qui n'est pas un enregistrement ;
 * rien n'est perdu sans être compté. `null` si aucune ligne ne contient un nom connu.
 */
export function decouperSource(
  source: SourceTabulaire,
  estConnu: (nom: string) => boolean,
  lignesAvantEntete: number | null,
): TableSource | null {
  const rang =
    lignesAvantEntete === null
      ? chercherEntete(source.lignes, estConnu).rang
      : source.lignes.findIndex((l) => l.ligne > lignesAvantEntete && !l.cellules.every(estVide));
  const premiere = source.lignes[rang];
  if (!premiere) return null;
  const suite = source.lignes[rang + 1];
  const double = suite === undefined ? null : enteteDouble(premiere, suite, estConnu);
  const ligneEntete = double ?? premiere;
  const lignesAvant = source.lignes.slice(0, rang);
  const ignorees: ResultatImport['ignorees'][number][] = lignesAvant.map(({ ligne, cellules }) => ({
    ligne,
    raison: cellules.every(estVide) ? 'vide' : 'preambule',
  }));
  if (suite && double) ignorees.push({ ligne: suite.ligne, raison: 'en-tete-suite' });
  const repetables = new Set([premiere, ...(suite && double ? [suite] : [])].map(empreinteDe));
  const lignes: LigneSource[] = [];
  for (const ligne of source.lignes.slice(rang + (double ? 2 : 1))) {
    if (ligne.cellules.every(estVide)) ignorees.push({ ligne: ligne.ligne, raison: 'vide' });
    else if (repetables.has(empreinteDe(ligne)))
      ignorees.push({ ligne: ligne.ligne, raison: 'en-tete-repete' });
    else if (estPied(ligne.cellules)) ignorees.push({ ligne: ligne.ligne, raison: 'pied' });
    else lignes.push(ligne);
  }
  const titres = lignesAvant[lignesAvant.length - 1]?.cellules ?? [];
  return {
    lignesAvant,
    ligneEntete,
    colonnes: nommer(ligneEntete, lignes, titres),
    lignes,
    ignorees,
  };
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
    [haut.cellules[i], bas.cellules[i]]
      .map((c) => texteDeCellule(c).trim())
      .filter((t) => t !== '')
      .join(' '),
  );
  const seule = nomsConnusDe(haut.cellules, estConnu);
  const ensemble = nomsConnusDe(cellules, estConnu);
  const completees = bas.cellules.flatMap((c, i) => (estVide(c) ? [] : [cellules[i] ?? '']));
  const toutes = completees.length > 1 && completees.every((nom) => estConnu(nomPropre(nom)));
  if (toutes || (ensemble > seule && ensemble > 1)) return { ligne: haut.ligne, cellules };
  return null;
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

/**
 * Deux colonnes du même nom : celui de leur groupe, sur la ligne au-dessus, les distingue (« Client
 * Nom », « Contact Nom ») ; à défaut, leur rang.
 */
function nommer(
  entete: LigneSource,
  lignes: readonly LigneSource[],
  titres: readonly CelluleBrute[],
): ColonneSource[] {
  const noms = entete.cellules.map((c) => nomPropre(texteDeCellule(c)));
  const groupes = titres.filter((c) => !estVide(c)).length > 1 ? etendre(titres, noms.length) : [];
  const vus = new Map<string, number>();
  const pris = new Set<string>();
  const colonnes: ColonneSource[] = [];
  noms.forEach((court, rang) => {
    const sansContenu = lignes.every((l) => estVide(l.cellules[rang]));
    if (court === '') {
      // une colonne sans nom qui a un contenu n'est pas perdue sans être dite
      if (!sansContenu) colonnes.push({ rang, entete: lettre(rang), nom: '', sansContenu });
      return;
    }
    const groupe = groupes[rang] ?? '';
    const nom =
      groupe !== '' && noms.indexOf(court) !== noms.lastIndexOf(court)
        ? `${groupe} ${court}`
        : court;
    let fois = (vus.get(nom) ?? 0) + 1;
    let unique = fois === 1 ? nom : `${nom} (${fois})`;
    while (pris.has(unique)) unique = `${nom} (${(fois += 1)})`;
    vus.set(nom, fois);
    pris.add(unique);
    colonnes.push({ rang, entete: unique, nom, sansContenu });
  });
  return colonnes;
}

/** « Colonne C », comme un tableur la nomme. */
function lettre(rang: number): string {
  let nom = '';
  for (let n = rang + 1; n > 0; n = Math.floor((n - 1) / 26))
    nom = String.fromCharCode(65 + ((n - 1) % 26)) + nom;
  return `Colonne ${nom}`;
}

/** Le titre d'un groupe, fusionné, n'est écrit que sur sa première colonne. */
function etendre(titres: readonly CelluleBrute[], largeur: number): string[] {
  let dernier = '';
  return Array.from({ length: largeur }, (_, i) => {
    if (!estVide(titres[i])) dernier = texteDeCellule(titres[i]).trim();
    return dernier;
  });
}
