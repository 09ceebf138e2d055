import { normaliser } from '../commun/texte';
import { lettreColonne } from '../classeur/source';
import { CLES_TABLES, TABLES, type CleTable } from '../classeur/tables';
import { lireJeton, type Jeton } from './jeton';
import { META, plageA1 } from './reperes';
import type { ClasseurJson, MetadonneeJson, OngletJson, PlageNommeeJson } from './reponses';

/** Où est l'onglet d'une table, avant d'en lire les valeurs. */
export interface OngletRepere {
  readonly sheetId: number;
  /** Son titre tel qu'il est : l'utilisateur a pu le renommer. */
  readonly titre: string;
  readonly rangees: number;
  readonly colonnes: number;
  /** Un tableau natif de Sheets y est posé. */
  readonly tableau: boolean;
  /** Colonne déclarée → rangs (0) où une métadonnée l'annonce. */
  readonly marques: ReadonlyMap<string, readonly number[]>;
}

type OngletDeLUtilisateur = Pick<OngletRepere, 'sheetId' | 'titre' | 'colonnes'>;

export interface Reperage {
  readonly id: string;
  readonly onglets: ReadonlyMap<CleTable, OngletRepere>;
  /** Les onglets qui ne sont pas les nôtres. */
  readonly autres: readonly OngletDeLUtilisateur[];
  /** Les cellules de tous ses onglets, vides comprises : Google les limite. */
  readonly cellules: number;
  readonly jeton: Jeton;
  /** Les plages nommées. */
  readonly plages: ReadonlyMap<string, PlageNommeeJson>;
  /** La hauteur de chaque onglet, par identifiant. */
  readonly hauteurs: ReadonlyMap<number, number>;
  /** L'identifiant estampillé ; `null` si le classeur n'a pas été installé. */
  readonly classeur: string | null;
  readonly version: string | null;
  readonly locale: string;
  readonly fuseau: string;
}

const metadonnee = 'developerMetadata(metadataId,metadataKey,metadataValue)';
/** Le masque du `get` : tout sauf les cellules. */
export const CHAMPS_CLASSEUR = `properties(locale,timeZone),namedRanges,${metadonnee},sheets(properties(sheetId,title,index,gridProperties),${metadonnee},tables(tableId),data(columnMetadata(${metadonnee})))`;

const valeursMeta = (metadonnees: readonly MetadonneeJson[] | undefined, cle: string): string[] =>
  (metadonnees ?? []).filter((m) => m.metadataKey === cle).map((m) => m.metadataValue ?? '');

/** Les colonnes marquées d'un onglet pour une table. */
function marquesDe(onglet: OngletJson, table: CleTable): Map<string, number[]> {
  const marques = new Map<string, number[]>();
  for (const { startColumn = 0, columnMetadata = [] } of onglet.data ?? []) {
    columnMetadata.forEach((colonne, i) => {
      for (const valeur of valeursMeta(colonne.developerMetadata, META.colonne)) {
        const [de, cle = ''] = valeur.split('.');
        if (de === table) marques.set(cle, [...(marques.get(cle) ?? []), startColumn + i]);
      }
    });
  }
  return marques;
}

/**
 * L'onglet d'une table : celui que sa métadonnée annonce, quel que soit son titre. Si plusieurs
 * l'annoncent (un onglet dupliqué la recopie) ou aucun, celui qui a le titre ; à défaut le premier annoncé.
 */
export function trouverOnglet(
  onglets: readonly OngletJson[],
  cle: string,
  nom: string,
): OngletJson | undefined {
  const marques = onglets.filter((o) =>
    valeursMeta(o.developerMetadata, META.onglet).includes(cle),
  );
  if (marques.length === 1) return marques[0];
  const voulu = normaliser(nom);
  const nomme = (o: OngletJson): boolean => normaliser(o.properties?.title ?? '') === voulu;
  return marques.find(nomme) ?? onglets.find(nomme) ?? marques[0];
}

/**
 * Toutes les lignes de ses colonnes. Le titre seul désignerait peut-être une plage nommée ou un
 * tableau du même nom.
 */
export const plageEntiere = ({
  titre,
  colonnes,
}: Pick<OngletRepere, 'titre' | 'colonnes'>): string =>
  plageA1(titre, `A:${lettreColonne(Math.max(1, colonnes) - 1)}`);

/** Lit la réponse du `get` : les onglets du classeur et ce qui le marque. */
export function reperer(id: string, json: ClasseurJson): Reperage {
  const onglets = new Map<CleTable, OngletRepere>();
  for (const cle of CLES_TABLES) {
    const onglet = trouverOnglet(json.sheets ?? [], cle, TABLES[cle].onglet);
    if (!onglet) continue;
    const { sheetId = 0, title = '', gridProperties } = onglet.properties ?? {};
    onglets.set(cle, {
      sheetId,
      titre: title,
      rangees: gridProperties?.rowCount ?? 0,
      colonnes: gridProperties?.columnCount ?? 0,
      tableau: onglet.tables !== undefined,
      marques: marquesDe(onglet, cle),
    });
  }
  const notres = new Set([...onglets.values()].map((o) => o.titre));
  const tous = (json.sheets ?? []).map(({ properties }) => ({
    sheetId: properties?.sheetId ?? 0,
    titre: properties?.title ?? '',
    colonnes: properties?.gridProperties?.columnCount ?? 0,
  }));
  return {
    id,
    onglets,
    autres: tous.filter(({ titre }) => !notres.has(titre)),
    cellules: (json.sheets ?? []).reduce((total, { properties }) => {
      const { rowCount = 0, columnCount = 0 } = properties?.gridProperties ?? {};
      return total + rowCount * columnCount;
    }, 0),
    jeton: lireJeton(json),
    plages: new Map((json.namedRanges ?? []).map((p) => [p.name, p])),
    hauteurs: new Map(
      (json.sheets ?? []).map(({ properties: p }) => [
        p?.sheetId ?? 0,
        p?.gridProperties?.rowCount ?? 0,
      ]),
    ),
    classeur: valeursMeta(json.developerMetadata, META.classeur)[0] ?? null,
    version: valeursMeta(json.developerMetadata, META.version)[0] ?? null,
    locale: json.properties?.locale ?? '',
    fuseau: json.properties?.timeZone ?? '',
  };
}
