import { CLES_TABLES, TABLES, type CleTable } from '../../src/classeur/tables';
import {
  CLE_TABLEAU,
  ONGLET_CALCULS,
  ONGLET_CHIFFRES,
  ONGLET_TABLEAU,
} from '../../src/tableau-de-bord/onglets';
import { trouverOnglet } from '../../src/sheets-api/reperer';
import type { Requete } from '../../src/sheets-api/rest';
import type { OngletGoogle } from '../../src/sheets-api/lire-etat';
import { ONGLET_ACCUEIL } from '../accueil';
import { COULEURS_ONGLETS } from '../couleurs-onglets';
import type { EtatInstallation } from './etat-installation';
import type { Lieu, Lieux } from './lieux';
import { couleur } from './style';
import { PAGE, pagesPrises, type ClePage, type Pages } from './tableau/places';

/** Identifiants de nos onglets : les mêmes partout, sauf si le classeur les a déjà donnés. */
const PREMIER_ID = 20_260_001;
/** Lignes d'un onglet neuf, selon qui y écrit ; le produit en ajoute au besoin. */
const RANGEES = { saisie: 500, genere: 200, registre: 200 } as const;
/** La page Accueil, et un peu de marge. */
const ACCUEIL = { rowCount: 100, columnCount: 8 } as const;
/** Colonnes laissées à l'utilisateur à droite des nôtres. */
const COLONNES_LIBRES = 4;

export interface Attribution {
  readonly lieux: Lieux;
  /** L'onglet Accueil ; `neuf` : il sera créé. */
  readonly accueil: { readonly sheetId: number; readonly neuf: boolean };
  /** Les onglets vivants ; vide quand un onglet de l'utilisateur porte le nom d'un des nôtres. */
  readonly pages: Pages;
  readonly crees: readonly string[];
  readonly requetes: readonly Requete[];
}

/** Donne une place à chaque onglet et à chaque colonne, sans déplacer ceux qui y sont. */
export function attribuer({ json, etat }: EtatInstallation): Attribution {
  const onglets = [...(json.sheets ?? [])].sort(
    (a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0),
  );
  const ordre = onglets.map((o) => o.properties?.sheetId ?? 0);
  const pris = new Set(ordre);
  const requetes: Requete[] = [];
  const crees: string[] = [];
  let precedent = -1;
  const placer = (
    cle: string,
    nom: string,
    rvb: string,
    taille: { readonly rowCount: number; readonly columnCount: number },
  ): number => {
    const present = trouverOnglet(onglets, cle, nom)?.properties;
    let sheetId = present?.sheetId ?? 0;
    if (!present) {
      sheetId = PREMIER_ID;
      while (pris.has(sheetId)) sheetId += 1;
      pris.add(sheetId);
      ordre.splice(precedent + 1, 0, sheetId);
      crees.push(nom);
      const figees = cle in TABLES ? { frozenRowCount: 1, frozenColumnCount: 1 } : {};
      const gridProperties = { ...taille, hideGridlines: true, ...figees };
      const cachee = cle === 'calculs' ? { hidden: true } : {};
      const properties = { sheetId, title: nom, index: precedent + 1, gridProperties };
      requetes.push({
        addSheet: { properties: { ...properties, ...cachee, tabColorStyle: couleur(rvb) } },
      });
    }
    precedent = ordre.indexOf(sheetId);
    return sheetId;
  };
  const accueil = placer('accueil', ONGLET_ACCUEIL, COULEURS_ONGLETS.quotidien, ACCUEIL);
  const lieux = new Map<CleTable, Lieu>();
  const pages = new Map<ClePage, number>();
  const vivantes = pagesPrises(json).length === 0;
  for (const cle of CLES_TABLES) {
    const table = TABLES[cle];
    const columnCount = Object.keys(table.colonnes).length + COLONNES_LIBRES;
    const rowCount = RANGEES[table.nature];
    const sheetId = placer(cle, table.onglet, COULEURS_ONGLETS[table.famille], {
      rowCount,
      columnCount,
    });
    const onglet = etat.onglets.get(cle);
    const rangees = onglet?.rangees ?? rowCount;
    lieux.set(cle, { sheetId, onglet, rangees, positions: positionsDe(cle, onglet) });
    if (cle === 'revueHebdo' && vivantes) {
      const page = placer(CLE_TABLEAU, ONGLET_TABLEAU, COULEURS_ONGLETS.quotidien, PAGE);
      pages.set(CLE_TABLEAU, page);
    }
  }
  if (vivantes) {
    pages.set('chiffres', placer('chiffres', ONGLET_CHIFFRES, COULEURS_ONGLETS.technique, PAGE));
    pages.set('calculs', placer('calculs', ONGLET_CALCULS, COULEURS_ONGLETS.technique, PAGE));
  }
  const neuf = crees.includes(ONGLET_ACCUEIL);
  return { lieux, accueil: { sheetId: accueil, neuf }, pages, crees, requetes };
}

/** Les colonnes qui manquent vont à la fin, après tout ce que l'onglet porte. */
function positionsDe(cle: CleTable, onglet: OngletGoogle | undefined): Map<string, number> {
  const positions = new Map(onglet?.positions);
  let suivant = (onglet?.grille ?? []).reduce((max, ligne) => Math.max(max, ligne.length), 0);
  for (const colonne of Object.keys(TABLES[cle].colonnes)) {
    if (!positions.has(colonne)) positions.set(colonne, suivant++);
  }
  return positions;
}
