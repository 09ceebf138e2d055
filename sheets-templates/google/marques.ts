import { META } from '../../src/sheets-api/reperes';
import type { MetadonneeJson, OngletJson } from '../../src/sheets-api/reponses';
import type { LieuMetadonnee, Requete } from '../../src/sheets-api/rest';
import type { CleTable } from '../../src/classeur/tables';
import type { Lieu } from './lieux';

function creer(metadataKey: string, metadataValue: string, location: LieuMetadonnee): Requete {
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, location, visibility: 'DOCUMENT' },
    },
  };
}

const parId = (metadataId: number) => ({ developerMetadataLookup: { metadataId } });
const oter = ({ metadataId }: MetadonneeJson): Requete => ({
  deleteDeveloperMetadata: { dataFilter: parId(metadataId) },
});

/** Marque un onglet par la clé de ce qu'il est. */
export function marquerOnglet(
  cle: string,
  sheetId: number,
  json: OngletJson | undefined,
): Requete[] {
  const marques = (json?.developerMetadata ?? []).filter((m) => m.metadataKey === META.onglet);
  if (marques.some((m) => m.metadataValue === cle)) return [];
  return [...marques.map(oter), creer(META.onglet, cle, { sheetId })];
}

/** Marque chaque colonne déclarée, et ôte les marques restées ailleurs (colonne dupliquée). */
export function marquerColonnes(
  cle: CleTable,
  { sheetId, positions }: Lieu,
  json: OngletJson | undefined,
): Requete[] {
  const presentes: { readonly rang: number; readonly marque: MetadonneeJson }[] = [];
  for (const { startColumn = 0, columnMetadata = [] } of json?.data ?? []) {
    columnMetadata.forEach(({ developerMetadata = [] }, i) => {
      for (const marque of developerMetadata) {
        if (marque.metadataKey === META.colonne) presentes.push({ rang: startColumn + i, marque });
      }
    });
  }
  const voulues = new Map([...positions].map(([nom, rang]) => [`${cle}.${nom}`, rang]));
  const justes = new Set(
    presentes
      .filter(({ rang, marque }) => voulues.get(marque.metadataValue ?? '') === rang)
      .map(({ marque }) => marque),
  );
  const faites = new Set([...justes].map((m) => m.metadataValue));
  return [
    ...presentes.filter(({ marque }) => !justes.has(marque)).map(({ marque }) => oter(marque)),
    ...[...voulues].flatMap(([valeur, rang]) => {
      if (faites.has(valeur)) return [];
      const dimensionRange = {
        ...({ sheetId, dimension: 'COLUMNS' } as const),
        ...{ startIndex: rang, endIndex: rang + 1 },
      };
      return [creer(META.colonne, valeur, { dimensionRange })];
    }),
  ];
}

/** Une marque du classeur, posée ou mise à jour. */
export function marquerClasseur(
  cle: string,
  valeur: string,
  marques: readonly MetadonneeJson[],
): Requete[] {
  const presente = marques.find((m) => m.metadataKey === cle);
  if (!presente) return [creer(cle, valeur, { spreadsheet: true })];
  if (presente.metadataValue === valeur) return [];
  return [
    {
      updateDeveloperMetadata: {
        dataFilters: [parId(presente.metadataId)],
        developerMetadata: { metadataValue: valeur },
        fields: 'metadataValue',
      },
    },
  ];
}
