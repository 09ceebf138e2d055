import { transformer, verifierTaille } from './grille';
import type { Classeur, Feuille, Metadonnee } from './modele';
import { controlerProprietes } from './requetes/classeur';
import { creerFeuille } from './requetes/feuilles';
import { ranger } from './plages';
import type { TypeGoogle } from './schema/types';
import { verifier } from './schema/verifier';

const PROPRIETES = { title: 'Classeur sans titre', locale: 'en_US', timeZone: 'Etc/GMT' };

/**
 * Un classeur neuf, d'après le JSON de `spreadsheets.create` ou celui qu'un instantané a rendu : seul
 * ici une valeur en cache (`effectiveValue`) accompagne une formule.
 */
export function charger(id: string, json: object): Classeur {
  verifier(json, 'Spreadsheet', '');
  const donnees = json as TypeGoogle<'Spreadsheet'>;
  const c: Classeur = {
    id,
    proprietes: { ...PROPRIETES, ...donnees.properties },
    feuilles: [],
    plagesNommees: [],
    metadonnees: [],
    rang: 0,
  };
  controlerProprietes(c.proprietes);
  for (const feuille of donnees.sheets ?? [{}]) chargerFeuille(c, feuille);
  c.plagesNommees = (donnees.namedRanges ?? []).map((n, i) => ({
    id: n.namedRangeId ?? `plage${i}`,
    nom: n.name ?? '',
    plage: ranger(n.range ?? {}),
  }));
  c.metadonnees = [...(donnees.developerMetadata ?? []), ...c.metadonnees];
  verifierTaille(c);
  return c;
}

function chargerFeuille(c: Classeur, s: TypeGoogle<'Sheet'>): void {
  const { index: _, ...proprietes } = s.properties ?? {};
  const f = creerFeuille(c, proprietes);
  for (const bloc of s.data ?? []) chargerBloc(c, f, bloc);
  f.fusions = s.merges ?? [];
  f.formats = s.conditionalFormats ?? [];
  f.protections = s.protectedRanges ?? [];
  f.filtre = s.basicFilter ?? null;
  f.graphiques = s.charts ?? [];
  f.tables = (s.tables ?? []).map(tableEnPlace);
  c.metadonnees = [...c.metadonnees, ...(s.developerMetadata ?? [])];
}

/** Une colonne de table est rangée à son rang, sans le rang ni le nom, que l'en-tête porte. */
function tableEnPlace(t: TypeGoogle<'Table'>): TypeGoogle<'Table'> {
  const largeur = (t.range?.endColumnIndex ?? 0) - (t.range?.startColumnIndex ?? 0);
  const columnProperties = Array.from({ length: largeur }, (_, i) => {
    const donnee = t.columnProperties?.find((p) => (p.columnIndex ?? 0) === i);
    const { columnIndex: _rang, columnName: _nom, ...reste } = donnee ?? {};
    return reste;
  });
  return { ...t, columnProperties };
}

function chargerBloc(c: Classeur, f: Feuille, bloc: TypeGoogle<'GridData'>): void {
  const ligne0 = bloc.startRow ?? 0;
  const colonne0 = bloc.startColumn ?? 0;
  const hauteur = bloc.rowData?.length ?? 0;
  f.nbLignes = Math.max(f.nbLignes, ligne0 + hauteur);
  bloc.rowData?.forEach((rangee, i) => {
    const ligne = ligne0 + i;
    const values = rangee.values ?? [];
    f.nbColonnes = Math.max(f.nbColonnes, colonne0 + values.length);
    const zone = { ligne0: ligne, ligne1: ligne + 1, colonne0, colonne1: colonne0 + values.length };
    transformer(f, zone, (_, __, col) => sansEffet(values[col - colonne0]));
  });
  c.metadonnees = [
    ...c.metadonnees,
    ...chargerDimensions(f.lignes, ligne0, bloc.rowMetadata),
    ...chargerDimensions(f.colonnes, colonne0, bloc.columnMetadata),
  ];
}

function chargerDimensions(
  liste: Feuille['lignes'],
  debut: number,
  lues: readonly TypeGoogle<'DimensionProperties'>[] | undefined,
): Metadonnee[] {
  return (lues ?? []).flatMap((d, i) => {
    const { developerMetadata = [], ...reste } = d;
    while (liste.length < debut + i) liste.push(undefined);
    liste[debut + i] = reste;
    return developerMetadata;
  });
}

/** Seule une formule garde sa valeur en cache : celle d'une saisie est la saisie. */
function sansEffet(cellule: TypeGoogle<'CellData'> | undefined) {
  if (!cellule) return undefined;
  const { effectiveValue, ...reste } = cellule;
  const formule = reste.userEnteredValue?.formulaValue !== undefined;
  const gardee = formule && effectiveValue ? { ...reste, effectiveValue } : reste;
  return Object.keys(gardee).length > 0 ? gardee : undefined;
}
