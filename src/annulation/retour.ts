import type { CelluleBrute } from '../classeur/source';
import { TABLES, type CleTable } from '../classeur/tables';
import type { Ancres } from './citations';
import { empreinteTexte, TAILLE_ANCRE, TAILLE_EMPREINTE, VIDE, type Signature } from './empreinte';

/**
 * Ce que le Journal garde pour annuler un import, en texte : colonne « Retour ». Une création n'y est
 * qu'une signature ; une modification, ses contenus exacts d'avant et d'après.
 */
export type Retour = RetourCreations | RetourModification;

export interface RetourCreations {
  readonly sorte: 'creations';
  readonly table: CleTable;
  readonly lignes: readonly Signature[];
  /** Les lignes qui citaient déjà ces enregistrements avant l'import, par table et par ancre. */
  readonly deja: Ancres;
  /** Enregistrements de la table avant lui. */
  readonly effectif: number;
}

export interface RetourModification {
  readonly sorte: 'modification';
  readonly table: CleTable;
  readonly nom: string;
  /** Les valeurs qui nomment l'enregistrement, en texte comparé ; l'import ne les change jamais. */
  readonly identite: Contenus<string | null>;
  readonly avant: Contenus<CelluleBrute>;
  readonly apres: Contenus<CelluleBrute>;
}

type Contenus<V> = Readonly<Record<string, V>>;

/** Caractères d'un morceau : sous la limite d'une cellule (32 767 dans Excel, 50 000 chez Google). */
const MORCEAU = 30_000;
/** La forme des retours ; une autre version la lirait autrement. */
const FORME = 'R1';

export function ecrireCreations({
  table,
  lignes,
  deja,
  effectif,
}: Omit<RetourCreations, 'sorte'>): string {
  const declarees = Object.keys(TABLES[table].colonnes);
  const rangs = rangsRemplis(declarees.length, lignes);
  const corps = lignes.map(({ empreinte, ancre, indices }) => {
    let ligne = empreinte + ancre;
    for (const rang of rangs) ligne += indices.charAt(rang);
    return ligne;
  });
  const colonnes = rangs.map((rang) => declarees[rang]);
  return JSON.stringify({ cree: table, colonnes, lignes: corps.join(''), deja, effectif });
}

/** Les colonnes qu'une ligne au moins remplit ; presque toutes se voient aux premières lignes. */
function rangsRemplis(nombre: number, lignes: readonly Signature[]): number[] {
  const remplis = new Set<number>();
  let vides = Array.from({ length: nombre }, (_, rang) => rang);
  for (const { indices } of lignes) {
    for (const rang of vides) if (indices.charAt(rang) !== VIDE) remplis.add(rang);
    if (remplis.size + vides.length > nombre) vides = vides.filter((rang) => !remplis.has(rang));
  }
  return [...remplis].sort((a, b) => a - b);
}

export function ecrireModification(retour: Omit<RetourModification, 'sorte'>): string {
  const { table, nom, identite, avant, apres } = retour;
  return JSON.stringify({ modifie: table, nom, identite, avant, apres });
}

/** Coupe un retour en cellules, chacune dite de quel texte elle est et à quel rang : un tri ne les mêle pas. */
export function decouper(texte: string): string[] {
  const total = Math.max(1, Math.ceil(texte.length / MORCEAU));
  const cle = empreinteTexte(texte);
  return Array.from(
    { length: total },
    (_, i) => `${FORME} ${cle} ${i + 1}/${total} ${texte.slice(i * MORCEAU, (i + 1) * MORCEAU)}`,
  );
}

/** Les textes que ces cellules portent ; `null` si un morceau manque ou a été modifié. */
function recoller(cellules: readonly string[]): string[] | null {
  const textes: string[] = [];
  const attendus = new Map<string, { readonly morceaux: string[]; recus: number }>();
  for (const cellule of cellules) {
    const m = /^R1 ([\w-]{8}) (\d+)\/(\d+) /.exec(cellule);
    if (!m) return null;
    const [entete, cle = '', rang, total] = m;
    const morceau = cellule.slice(entete.length);
    if (total === '1') {
      if (empreinteTexte(morceau) !== cle) return null;
      textes.push(morceau);
      continue;
    }
    const texte = attendus.get(cle) ?? { morceaux: [], recus: 0 };
    attendus.set(cle, texte);
    texte.morceaux[Number(rang) - 1] = morceau;
    texte.recus += 1;
    if (texte.recus < Number(total)) continue;
    const entier = texte.morceaux.join('');
    if (empreinteTexte(entier) !== cle) return null;
    textes.push(entier);
    attendus.delete(cle);
  }
  return attendus.size > 0 ? null : textes;
}

interface CreationsJson {
  readonly cree: CleTable;
  readonly colonnes: readonly string[];
  readonly lignes: string;
  readonly deja: Ancres;
  readonly effectif: number;
}
interface ModificationJson extends Omit<RetourModification, 'sorte' | 'table'> {
  readonly modifie: CleTable;
}

/** Lit les cellules « Retour » d'un import ; `null` si elles ne disent plus tout. */
export function lireRetours(cellules: readonly string[]): Retour[] | null {
  const textes = recoller(cellules);
  return (
    textes?.map((texte): Retour => {
      const json = JSON.parse(texte) as CreationsJson | ModificationJson;
      if ('modifie' in json) {
        const { modifie, nom, identite, avant, apres } = json;
        return { sorte: 'modification', table: modifie, nom, identite, avant, apres };
      }
      const { cree, deja, effectif } = json;
      return { sorte: 'creations', table: cree, lignes: lireLignes(json), deja, effectif };
    }) ?? null
  );
}

/** Les colonnes sont nommées : leur ordre dans la table a pu changer depuis. */
function lireLignes({ cree, colonnes, lignes }: CreationsJson): Signature[] {
  const debut = TAILLE_EMPREINTE + TAILLE_ANCRE;
  const taille = debut + colonnes.length;
  const places = Object.keys(TABLES[cree].colonnes).map((cle) => colonnes.indexOf(cle));
  return Array.from({ length: lignes.length / taille }, (_, i) => {
    const ligne = lignes.slice(i * taille, (i + 1) * taille);
    return {
      empreinte: ligne.slice(0, TAILLE_EMPREINTE),
      ancre: ligne.slice(TAILLE_EMPREINTE, debut),
      indices: places.map((place) => (place < 0 ? VIDE : ligne.charAt(debut + place))).join(''),
    };
  });
}
