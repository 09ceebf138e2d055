import {
  CLE_TABLEAU,
  NOM_MOIS,
  ONGLET_CALCULS,
  ONGLET_CHIFFRES,
  ONGLET_TABLEAU,
} from '../../../src/tableau-de-bord/onglets';
import { META } from '../../../src/sheets-api/reperes';
import { trouverOnglet } from '../../../src/sheets-api/reperer';
import type { ClasseurJson, OngletJson } from '../../../src/sheets-api/reponses';

/** Les trois onglets vivants, dans l'ordre où ils se suivent ; `temoin` : un nom qui les désigne. */
export const PAGES_VIVANTES = [
  { cle: CLE_TABLEAU, nom: ONGLET_TABLEAU, temoin: NOM_MOIS },
  { cle: 'chiffres', nom: ONGLET_CHIFFRES, temoin: 'TB_aujourdHui' },
  { cle: 'calculs', nom: ONGLET_CALCULS, temoin: null },
] as const;
/** La taille d'un onglet vivant à sa création ; ce qu'il y faut de plus s'y ajoute. */
export const PAGE = { rowCount: 60, columnCount: 26 } as const;

export type ClePage = (typeof PAGES_VIVANTES)[number]['cle'];

/** L'identifiant de chaque onglet vivant. */
export type Pages = ReadonlyMap<ClePage, number>;

export const pageJson = (onglets: readonly OngletJson[], cle: ClePage): OngletJson | undefined => {
  const page = PAGES_VIVANTES.find((p) => p.cle === cle);
  return page && trouverOnglet(onglets, cle, page.nom);
};

/**
 * Les onglets qui portent le nom d'un des nôtres et n'en sont pas : redessiner une page y effacerait
 * le travail de quelqu'un. Les nôtres portent leur marque, ou (venus d'un `.xlsx`) leurs noms.
 */
export function pagesPrises({ sheets = [], namedRanges = [] }: ClasseurJson): string[] {
  const nomme = (temoin: string | null, id: number | undefined): boolean =>
    temoin !== null && namedRanges.some((n) => n.name === temoin && n.range?.sheetId === id);
  const duFichier = PAGES_VIVANTES.some(({ cle, temoin }) =>
    nomme(temoin, pageJson(sheets, cle)?.properties?.sheetId),
  );
  return PAGES_VIVANTES.flatMap(({ cle, nom, temoin }) => {
    const page = pageJson(sheets, cle);
    if (!page) return [];
    const marquee = (page.developerMetadata ?? []).some(
      (m) => m.metadataKey === META.onglet && m.metadataValue === cle,
    );
    const notre =
      marquee || (temoin === null ? duFichier : nomme(temoin, page.properties?.sheetId));
    return notre ? [] : [nom];
  });
}
