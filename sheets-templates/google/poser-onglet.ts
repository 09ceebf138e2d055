import { TABLES } from '../../src/classeur/tables';
import { FAITS } from '../../src/messages/installation';
import type { OngletJson } from '../../src/sheets-api/reponses';
import type { Cellule, Requete } from '../../src/sheets-api/rest';
import type { AspectColonne, AspectOnglet } from '../onglet';
import {
  celluleEntete,
  CHAMPS_ENTETE,
  hauteurEntete,
  plageDeColonne,
  poserColonne,
} from './aspect';
import { rangDe, type Lieu, type Lieux } from './lieux';
import { marquerColonnes, marquerOnglet } from './marques';
import { poserRegles, reglesDe } from './regles';
import { regleDeSaisie } from './validations';

export interface OngletPose {
  readonly requetes: readonly Requete[];
  readonly faits: readonly string[];
  /** Les mises en valeur manquaient. */
  readonly regles: boolean;
}

/**
 * Pose ou répare un onglet tabulaire. L'aspect des cellules n'est donné qu'aux colonnes neuves : ce
 * que quelqu'un a coloré ou élargi reste. L'en-tête déclaré est rétabli : un fichier exporté, lui,
 * n'a que son nom pour retrouver la colonne.
 */
export function poserOnglet(
  aspect: AspectOnglet,
  lieu: Lieu,
  lieux: Lieux,
  json: OngletJson | undefined,
): OngletPose {
  const { cle, colonnes } = aspect;
  const { sheetId, onglet } = lieu;
  const neuves = colonnes.filter((c) => !onglet?.positions.has(c.cle));
  const typees = colonnesTypees(json);
  const regles = poserRegles(
    sheetId,
    reglesDe(lieu, aspect.regles),
    json?.conditionalFormats ?? [],
  );
  const requetes: Requete[] = [
    ...elargir(lieu),
    ...neuves.flatMap((c) => poserColonne(aspect, c, sheetId, rangDe(lieu, c.cle))),
    ...poserEntetes(colonnes, lieu),
    ...(onglet ? [] : [hauteurEntete(sheetId)]),
    ...figer(sheetId, onglet === undefined, json),
    ...colonnes.flatMap((c): Requete[] => {
      const rang = rangDe(lieu, c.cle);
      if (!c.validation || typees.has(rang)) return [];
      const rule = regleDeSaisie(c.validation, lieux, cle, c.cle);
      return [{ setDataValidation: { range: plageDeColonne(sheetId, rang), rule } }];
    }),
    ...regles,
    ...marquerOnglet(cle, sheetId, json),
    ...marquerColonnes(cle, lieu, json),
  ];
  return {
    requetes,
    faits: faitsDe(aspect, lieu, neuves),
    regles: onglet !== undefined && regles.length > 0,
  };
}

function elargir({ sheetId, positions, onglet }: Lieu): Requete[] {
  const manque = onglet ? Math.max(...positions.values()) + 1 - onglet.colonnes : 0;
  if (manque <= 0) return [];
  return [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: manque } }];
}

/** Les en-têtes voisins en une requête. */
function poserEntetes(colonnes: readonly AspectColonne[], lieu: Lieu): Requete[] {
  const { sheetId } = lieu;
  const parRang = colonnes
    .map((c) => ({ rang: rangDe(lieu, c.cle), cellule: celluleEntete(c) }))
    .sort((a, b) => a.rang - b.rang);
  const suites: { readonly debut: number; readonly cellules: Cellule[] }[] = [];
  for (const { rang, cellule } of parRang) {
    const derniere = suites[suites.length - 1];
    if (derniere && derniere.debut + derniere.cellules.length === rang)
      derniere.cellules.push(cellule);
    else suites.push({ debut: rang, cellules: [cellule] });
  }
  return suites.map(({ debut, cellules }) => ({
    updateCells: {
      range: {
        ...{ sheetId, startRowIndex: 0, endRowIndex: 1 },
        ...{ startColumnIndex: debut, endColumnIndex: debut + cellules.length },
      },
      rows: [{ values: cellules }],
      fields: CHAMPS_ENTETE,
    },
  }));
}

/** L'en-tête reste en vue ; qui a figé davantage le garde. */
function figer(sheetId: number, neuf: boolean, json: OngletJson | undefined): Requete[] {
  if (neuf || json?.properties?.gridProperties?.frozenRowCount) return [];
  return [
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    },
  ];
}

/** Les colonnes dont un tableau natif tient déjà la liste : Google refuse qu'on la repose. */
function colonnesTypees(json: OngletJson | undefined): ReadonlySet<number> {
  return new Set(
    (json?.tables ?? []).flatMap(({ range, columnProperties = [] }) =>
      columnProperties.flatMap(({ columnIndex = 0, columnType }) =>
        columnType ? [(range?.startColumnIndex ?? 0) + columnIndex] : [],
      ),
    ),
  );
}

function faitsDe(
  { cle, nom, colonnes }: AspectOnglet,
  { onglet, positions }: Lieu,
  neuves: readonly AspectColonne[],
): string[] {
  if (!onglet) return [];
  const renommees = colonnes.flatMap((c) => {
    const lu = onglet.grille[0]?.[positions.get(c.cle) ?? -1];
    const restee = !onglet.positions.has(c.cle) || lu === onglet.entete[positions.get(c.cle) ?? -1];
    return restee ? [] : [FAITS.entete(TABLES[cle].onglet, String(lu ?? ''), c.entete)];
  });
  return [
    ...(neuves.length > 0
      ? [
          FAITS.colonnes(
            nom,
            neuves.map((c) => c.entete),
          ),
        ]
      : []),
    ...renommees,
  ];
}
