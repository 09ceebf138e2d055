import { TABLES, type TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { colonnesDe } from './noms-connus';
import type { Profil } from './profil';
import type { ModeleExport, ProfilPret } from './profils-prets/type';
import {
  estVide,
  premieresLignes,
  texteDeCellule,
  type LigneSource,
  type SourceTabulaire,
} from './source';

/** Lignes où l'en-tête d'un export se cherche. */
const LIGNES_EXPLOREES = 20;
/** Colonnes du logiciel sans lesquelles le fichier n'est pas un de ses exports. */
const COLONNES_MIN = 2;

/**
 * Le profil de ce fichier, d'après le logiciel d'où il vient : celles de ses colonnes que l'export
 * contient. Un profil sans colonnes pour cette table, mais sans modèle du tout (Excel), ne dit rien.
 */
export function appliquerProfilPret(
  pret: ProfilPret,
  table: TableEchangeable,
  source: SourceTabulaire,
): { readonly profil: Profil | null; readonly problemes: readonly Probleme[] } {
  const modele = pret.tables[table];
  const tables = Object.keys(pret.tables) as TableEchangeable[];
  if (!modele) {
    if (tables.length === 0) return { profil: null, problemes: [] };
    const onglets = tables.map((t) => TABLES[t].onglet);
    const args = { titre: pret.titre, onglet: TABLES[table].onglet, onglets };
    return { profil: null, problemes: [probleme('PROFIL_PRET_AUTRE_TABLE', args)] };
  }
  const colonnes = meilleures(table, modele, source.lignes);
  if (Object.keys(colonnes).length < COLONNES_MIN) {
    const attendues = Object.values(modele.colonnes).map(([nom = '']) => nom);
    const args = { titre: pret.titre, attendues };
    return { profil: null, problemes: [probleme('PROFIL_PRET_SANS_COLONNE', args)] };
  }
  const { valeurs, format } = modele;
  return {
    profil: { table, colonnes, ...(valeurs ? { valeurs } : {}), ...(format ? { format } : {}) },
    problemes: [],
  };
}

/** Sur la ligne qui en a le plus, nos colonnes et l'en-tête qui les remplit. */
function meilleures(
  table: TableEchangeable,
  { colonnes }: ModeleExport,
  lignes: Iterable<LigneSource>,
): Record<string, string> {
  const declarees = colonnesDe(table);
  let retenues: Record<string, string> = {};
  for (const { cellules } of premieresLignes(lignes, LIGNES_EXPLOREES)) {
    const noms = new Map(
      cellules.flatMap((c) => {
        const texte = texteDeCellule(c).trim();
        return estVide(c) ? [] : [[normaliser(texte), texte] as const];
      }),
    );
    const vues: Record<string, string> = {};
    const prises = new Set<string>();
    for (const [cle, possibles] of Object.entries(colonnes)) {
      const nom = possibles.map((p) => noms.get(normaliser(p))).find((n) => n !== undefined);
      if (nom === undefined || prises.has(nom)) continue;
      prises.add(nom);
      vues[declarees[cle]?.entete ?? cle] = nom;
    }
    if (Object.keys(vues).length > Object.keys(retenues).length) retenues = vues;
  }
  return retenues;
}
