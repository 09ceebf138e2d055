import { CLES_TABLES, TABLES } from '../../../src/classeur/tables';
import { CLE_TABLEAU, ONGLET_CALCULS, ONGLET_CHIFFRES } from '../../../src/tableau-de-bord/onglets';
import type { ClasseurJson } from '../../../src/sheets-api/reponses';
import type { Requete } from '../../../src/sheets-api/rest';
import { plage } from '../../tableau/cadre-chiffres';
import { pageChiffres } from '../../tableau/chiffres';
import { pageTableau } from '../../tableau/page';
import type { PageLibre } from '../../tableau/page-libre';
import { lieuDe, supportGoogle, type Lieux } from '../lieux';
import { marquerOnglet } from '../marques';
import type { Ou } from './cellules';
import { cellulesDesGraphiques, DERNIERE_COLONNE, poserGraphiques, tendances } from './graphiques';
import { pageJson, type ClePage, type Pages } from './places';
import { poserCalculs } from './poser-calculs';
import { poserPageVivante } from './poser-page';

const LARGEUR_DONNEE = 14;

function chiffresGoogle(): PageLibre {
  const page = pageChiffres();
  const manquent = Math.max(0, DERNIERE_COLONNE - page.largeurs.length);
  return {
    ...page,
    largeurs: [...page.largeurs, ...Array.from({ length: manquent }, () => LARGEUR_DONNEE)],
    cellules: [...page.cellules, ...cellulesDesGraphiques()],
  };
}

/**
 * Le tableau de bord vivant : « Tableau de bord », ses chiffres nommés, ses calculs, ses graphiques.
 * Redessinés à chaque fois ; le mois et le responsable choisis restent.
 */
export function poserTableau(
  { sheets = [], namedRanges: noms = [] }: ClasseurJson,
  pages: Pages,
  lieux: Lieux,
): Requete[] {
  const id = (cle: ClePage): number => pages.get(cle) ?? 0;
  const [tableau, chiffres] = [id(CLE_TABLEAU), id('chiffres')];
  const gid = (onglet: string): number => {
    const cle = CLES_TABLES.find((c) => TABLES[c].onglet === onglet);
    if (!cle) throw new RangeError(`Onglet inconnu : ${onglet}`);
    return lieuDe(lieux, cle).sheetId;
  };
  const ou: Ou = { lieux, gid };
  const page = pageTableau(supportGoogle(lieux));
  const json = pageJson(sheets, CLE_TABLEAU);
  return [
    ...poserCalculs({ sheetId: id('calculs'), json: pageJson(sheets, 'calculs'), noms }, lieux),
    ...poserPageVivante(
      chiffresGoogle(),
      { sheetId: chiffres, json: pageJson(sheets, 'chiffres'), noms },
      ou,
    ),
    ...poserPageVivante(
      { ...page, cellules: [...page.cellules, ...tendances(plage)] },
      { sheetId: tableau, json, noms },
      ou,
    ),
    ...poserGraphiques(page, { tableau, chiffres }, json),
    ...([...pages] as const).flatMap(([cle, sheetId]) =>
      marquerOnglet(cle, sheetId, pageJson(sheets, cle)),
    ),
  ];
}

/** Les onglets techniques de la page avertissent avant qu'on y tape. */
export const PAGES_PROTEGEES = [
  ['chiffres', ONGLET_CHIFFRES],
  ['calculs', ONGLET_CALCULS],
] as const;
