import type { CelluleBrute } from '../classeur/source';
import { estVide, texteDeCellule, type LigneSource } from './source';

/** Une colonne de la source, sous un nom unique : la seconde « Phone » devient « Phone (2) ». */
export interface ColonneSource {
  readonly rang: number;
  readonly entete: string;
  /** Nom dans le fichier, pour le retrouver. */
  readonly nom: string;
  readonly sansContenu: boolean;
}

/** Ôte le guillemet orphelin qu'un export coupé laisse au bord d'un nom. */
export function nomPropre(cellule: unknown): string {
  return String(cellule)
    .replace(/^["']+|["']+$/g, '')
    .trim();
}

/**
 * Deux colonnes du même nom : celui de leur groupe, sur la ligne au-dessus, les distingue (« Client
 * Nom », « Contact Nom ») ; à défaut, leur rang.
 */
export function nommerColonnes(
  entete: LigneSource,
  vides: ReadonlySet<number>,
  titres: readonly CelluleBrute[],
): ColonneSource[] {
  const noms = entete.cellules.map((c) => nomPropre(texteDeCellule(c)));
  const groupes = titres.filter((c) => !estVide(c)).length > 1 ? etendre(titres, noms.length) : [];
  const vus = new Map<string, number>();
  const pris = new Set<string>();
  const colonnes: ColonneSource[] = [];
  noms.forEach((court, rang) => {
    const sansContenu = vides.has(rang);
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
