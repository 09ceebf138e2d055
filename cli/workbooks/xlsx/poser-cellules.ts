import type { Colonne, Genre } from '../../../src/classeur/colonne';
import { resoudreEntetes } from '../../../src/classeur/entetes';
import { CLES_TABLES, TABLES, type CleTable } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import { probleme } from '../../../src/messages/probleme';
import type { ValeurCellule } from './cellule-xml';
import type { ClasseurXlsx } from './classeur-xlsx';
import type { EcritureXlsx, LotFeuille } from './ecriture-xlsx';
import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import type { FeuilleInspectee } from './inspecter-feuille';
import { ParcoursFeuille } from './parcours-feuille';
import { reecrire } from './reecriture';

/** Une cellule quelconque d'un onglet quelconque, du produit ou de l'utilisateur. */
export interface CellulePosee {
  /** À partir de 1 ; l'en-tête est la ligne 1. */
  readonly ligne: number;
  /** À partir de 0. */
  readonly rang: number;
  readonly contenu: ContenuPose;
  /** Nature d'un nombre hors des colonnes du produit : elle fixe son format. */
  readonly genre: Genre;
  /** Un écart : son signe se montre, « + » compris. */
  readonly signe?: boolean;
}

type ContenuPose =
  | { readonly valeur: ValeurCellule }
  /** Sans son `=`, à l'anglaise, comme un fichier la garde. */
  | { readonly formule: string };

export interface OngletPose {
  readonly onglet: string;
  readonly cellules: readonly CellulePosee[];
}

/**
 * Pose ces cellules et elles seules, et rend le nouveau fichier, en morceaux (S1-1). Une ligne
 * au-delà des données prend l'aspect de la dernière, et filtres, mises en forme et listes s'étendent
 * jusqu'à elle.
 * @throws ErreurClasseur si une cellule ne peut pas être écrite ; le classeur ouvert reste intact.
 */
export function poserCellules(
  classeur: ClasseurXlsx,
  onglets: readonly OngletPose[],
): Uint8Array[] {
  return reecrire(classeur, (reecriture) => {
    for (const { onglet, cellules } of onglets) {
      const feuille = classeur.paquet.feuilles.find((f) => f.nom === onglet);
      if (!feuille)
        throw new ErreurClasseur([probleme('ONGLET_MANQUANT', { onglet, proche: null })]);
      const colonnes = colonnesDe(onglet, classeur);
      const inspectee = reecriture.inspecter(feuille, new Set(colonnes.keys()));
      reecriture.ecrireFeuille(feuille, inspectee, lotDe(cellules, colonnes, inspectee));
    }
  });
}

/** Les colonnes déclarées d'un onglet, par rang ; aucune s'il est de l'utilisateur. */
function colonnesDe(onglet: string, classeur: ClasseurXlsx): ReadonlyMap<number, Colonne> {
  const nom = normaliser(onglet);
  const cle = CLES_TABLES.find((c: CleTable) => normaliser(TABLES[c].onglet) === nom);
  if (cle === undefined) return new Map();
  const declarees: Readonly<Record<string, Colonne>> = TABLES[cle].colonnes;
  const { positions } = resoudreEntetes(TABLES[cle], classeur.entete(onglet));
  return new Map(
    [...positions].flatMap(([nomColonne, rang]) => {
      const colonne = declarees[nomColonne];
      return colonne ? [[rang, colonne] as const] : [];
    }),
  );
}

function lotDe(
  cellules: readonly CellulePosee[],
  colonnes: ReadonlyMap<number, Colonne>,
  inspectee: FeuilleInspectee,
): LotFeuille {
  const modifiees = new Map<number, Map<number, EcritureXlsx>>();
  const entete = styleEntete(inspectee);
  for (const cellule of cellules) {
    const { ligne, rang } = cellule;
    const deLigne = modifiees.get(ligne) ?? new Map<number, EcritureXlsx>();
    const ecriture = ecritureDe(cellule, colonnes.get(rang));
    const style = ligne === 1 && rang > entete.rang ? { deplacee: { style: entete.style } } : {};
    modifiees.set(ligne, deLigne.set(rang, { ...ecriture, ...style }));
  }
  return {
    modifiees,
    ajoutees: [],
    parcourirAjoutee: () => {},
    derniereColonneAjoutee: () => -1,
    supprimees: new Set(),
    refaites: null,
    ligneVide: () => new Map(),
  };
}

function ecritureDe(
  { contenu, genre, signe = false }: CellulePosee,
  colonne: Colonne | undefined,
): EcritureXlsx {
  if ('formule' in contenu) {
    return { brut: null, genre: 'texte', exact: false, formule: contenu.formule };
  }
  const { valeur } = contenu;
  if (typeof valeur !== 'number') return { brut: valeur, genre: 'texte', exact: false };
  const libre = colonne?.genre === 'libre';
  const nature = colonne && !libre ? colonne.genre : genre;
  return { brut: valeur, genre: nature, exact: libre, signe };
}

/** Le dernier en-tête de la ligne 1 : un en-tête ajouté à sa suite lui ressemble. */
function styleEntete(feuille: FeuilleInspectee): { rang: number; style: number } {
  const place = feuille.places[0];
  let dernier = { rang: -1, style: 0 };
  if (feuille.numeros[0] !== 1 || place === undefined) return { rang: Infinity, style: 0 };
  const p = new ParcoursFeuille(feuille.xml, place);
  p.ligneSuivante();
  while (p.celluleSuivante()) {
    if (p.valeur !== null || p.texte !== null) dernier = { rang: p.rang, style: p.style };
  }
  return dernier;
}
