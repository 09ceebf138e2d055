import type { Colonne } from '../classeur/colonne';
import type { Positions } from '../classeur/entetes';
import type { CelluleBrute, SourceClasseur } from '../classeur/source';
import { TABLES, type CleTable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import type { OngletRepere, Reperage } from './reperer';
import {
  celluleBrute,
  estVide,
  type ClasseurJson,
  type DonneesJson,
  type ValeursJson,
} from './reponses';

/** Un onglet et ses valeurs. Lignes à partir de 1, rangs de colonne à partir de 0. */
export interface OngletGoogle extends OngletRepere {
  /** Toutes ses lignes, l'en-tête d'abord. */
  readonly grille: readonly (readonly CelluleBrute[])[];
  readonly positions: Positions;
  /** L'en-tête, au nom déclaré là où une métadonnée l'emporte sur un renommage. */
  readonly entete: readonly CelluleBrute[];
  /** Dernière ligne qui porte un enregistrement ; 1 : aucun. */
  readonly derniere: number;
  /** Dernière ligne qui porte quoi que ce soit. */
  readonly occupee: number;
}

export interface EtatGoogle extends Omit<Reperage, 'onglets'> {
  readonly onglets: ReadonlyMap<CleTable, OngletGoogle>;
  /** L'onglet demandé en plus des nôtres. */
  readonly enPlus: OngletEnPlus;
}

export interface OngletEnPlus {
  readonly cellules: readonly (readonly CelluleBrute[])[];
  /** Les formats de ses rangées, dans l'ordre ; sans format, une cellule peut manquer. */
  readonly formats: NonNullable<DonneesJson['rowData']>;
}

/**
 * Le rang de chaque colonne déclarée. L'en-tête dit où elle est ; la métadonnée départage des
 * en-têtes en double et retrouve un en-tête renommé. Une cellule d'en-tête déplacée seule
 * (couper-coller) emporte ses données, pas la métadonnée : c'est pourquoi l'en-tête prime.
 */
function placer(
  colonnes: Readonly<Record<string, Colonne>>,
  { marques }: OngletRepere,
  lue: readonly CelluleBrute[],
): { positions: Map<string, number>; entete: CelluleBrute[] } {
  const entete = [...lue];
  const parNom = new Map<string, number[]>();
  lue.forEach((cellule, rang) => {
    if (typeof cellule !== 'string' || estVide(cellule)) return;
    const nom = normaliser(cellule);
    parNom.set(nom, [...(parNom.get(nom) ?? []), rang]);
  });
  const declares = new Set(Object.values(colonnes).map((c) => normaliser(c.entete)));
  const estRenommee = (rang: number): boolean => !declares.has(normaliser(String(lue[rang] ?? '')));
  const positions = new Map<string, number>();
  for (const [cle, colonne] of Object.entries(colonnes)) {
    const nommes = parNom.get(normaliser(colonne.entete)) ?? [];
    const annonces = marques.get(cle) ?? [];
    const sures = nommes.filter((rang) => annonces.includes(rang));
    if (sures.length === 1 && nommes.length > 1) {
      for (const rang of nommes) if (rang !== sures[0]) entete[rang] = null;
    }
    const rang = sures[0] ?? nommes[0] ?? annonces.find(estRenommee);
    if (rang === undefined) continue;
    positions.set(cle, rang);
    if (nommes.length === 0) entete[rang] = colonne.entete;
  }
  return { positions, entete };
}

function ongletGoogle(
  cle: CleTable,
  repere: OngletRepere,
  valeurs: readonly (readonly unknown[])[],
): OngletGoogle {
  const grille = valeurs.map((ligne) => ligne.map(celluleBrute));
  const { positions, entete } = placer(TABLES[cle].colonnes, repere, grille[0] ?? []);
  const rangs = [...positions.values()];
  const porte = (ligne: number): boolean =>
    rangs.some((rang) => !estVide(grille[ligne - 1]?.[rang]));
  let derniere = grille.length;
  while (derniere > 1 && !porte(derniere)) derniere -= 1;
  let occupee = Math.max(1, grille.length);
  while (occupee > derniere && (grille[occupee - 1] ?? []).every(estVide)) occupee -= 1;
  return { ...repere, grille, positions, entete, derniere: Math.max(1, derniere), occupee };
}

/** Ajoute au repérage les valeurs du `batchGet`, rendues dans l'ordre de ses onglets. */
export function etatDe(
  reperage: Reperage,
  { valueRanges = [] }: ValeursJson,
  formats: ClasseurJson = {},
): EtatGoogle {
  const onglets = [...reperage.onglets].map(
    ([cle, repere], i) => [cle, ongletGoogle(cle, repere, valueRanges[i]?.values ?? [])] as const,
  );
  const enPlus = {
    cellules: (valueRanges[onglets.length]?.values ?? []).map((l) => l.map(celluleBrute)),
    formats: formats.sheets?.[0]?.data?.[0]?.rowData ?? [],
  };
  return { ...reperage, onglets: new Map(onglets), enPlus };
}

/** Le classeur tel que le cœur le lit : chaque onglet sous son nom déclaré. */
export function sourceDe(etat: EtatGoogle): SourceClasseur {
  const parNom = new Map(
    [...etat.onglets].map(([cle, onglet]) => [TABLES[cle].onglet as string, onglet]),
  );
  return {
    onglets: [...parNom.keys(), ...etat.autres.map(({ titre }) => titre)],
    entete: (nom) => parNom.get(nom)?.entete ?? [],
    *lignes(nom) {
      const grille = parNom.get(nom)?.grille ?? [];
      for (let i = 1; i < grille.length; i++) yield { ligne: i + 1, cellules: grille[i] ?? [] };
    },
  };
}
