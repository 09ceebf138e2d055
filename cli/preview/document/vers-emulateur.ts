import type { CelluleData } from '../emulateur/modele';
import type { TypeGoogle } from '../emulateur/schema/types';
import { versFormat } from './formats-sheets';
import { versSheets } from './formules';
import type { Contenu, ContenuOuVide } from './grille';
import type { DocumentLu } from './lire-document';
import { largeurPixels } from './mesures';
import { ONGLET_CALCULS } from '../../../src/tableau-de-bord/onglets';
import type { OngletLu } from '../../workbooks/xlsx/lire-onglet';
import { lirePlage, type Plage } from '../../workbooks/xlsx/plages';

/** La place qu'un onglet neuf a dans Sheets. */
const LIGNES = 1000;
const COLONNES = 26;

const canal = (rvb: string, place: number): number =>
  Number.parseInt(rvb.slice(place, place + 2), 16) / 255;

/** Le classeur lu, en JSON de `spreadsheets.create` : celui qu'aurait Sheets après l'avoir importé. */
export function versEmulateur(lu: DocumentLu, titre: string): TypeGoogle<'Spreadsheet'> {
  return {
    properties: { title: titre, locale: 'fr_FR', timeZone: 'Europe/Paris' },
    sheets: lu.onglets.map((o, i) => feuille(o, i, lu)),
    namedRanges: lu.noms.flatMap(({ nom, reference }) => plageNommee(nom, reference, lu)),
  };
}

/** Un nom qui désigne une plage ; Sheets n'en connaît pas d'autre. */
function plageNommee(name: string, reference: string, lu: DocumentLu): TypeGoogle<'NamedRange'>[] {
  const coupe = reference.lastIndexOf('!');
  const cite = reference.slice(0, Math.max(0, coupe));
  const onglet = cite.startsWith("'") ? cite.slice(1, -1).replaceAll("''", "'") : cite;
  const sheetId = lu.onglets.findIndex((o) => o.nom === onglet);
  const plage = lirePlage(reference.slice(coupe + 1));
  return sheetId < 0 || !plage ? [] : [{ name, range: plageGrille(plage, sheetId) }];
}

function feuille(o: OngletLu, rang: number, lu: DocumentLu): TypeGoogle<'Sheet'> {
  const toutes = lu.grille.get(o.nom) ?? [];
  // L'émulateur ne calcule rien : les milliers de formules de « Calculs » ne lui serviraient pas.
  const cellules = o.nom === ONGLET_CALCULS ? toutes.slice(0, 1) : toutes;
  const styles = new Map(
    o.rangees.map((r) => [r.ligne, new Map(r.cellules.map((c) => [c.rang, c.style]))]),
  );
  const largeur = cellules.reduce((n, rangee) => Math.max(n, rangee?.length ?? 0), 0);
  const rowData = cellules.map((rangee, l) => ({
    values: Array.from(rangee ?? [], (contenu, r) => {
      const style = styles.get(l + 1)?.get(r) ?? 0;
      return cellule(contenu, lu.apparences[style]?.format ?? 'General');
    }),
  }));
  return {
    properties: {
      sheetId: rang,
      title: o.nom,
      index: rang,
      ...(o.masque ? { hidden: true } : {}),
      ...(o.couleur ? { tabColorStyle: { rgbColor: couleur(o.couleur) } } : {}),
      gridProperties: {
        rowCount: Math.max(LIGNES, cellules.length),
        columnCount: Math.max(COLONNES, largeur),
        frozenRowCount: o.figees.lignes,
        frozenColumnCount: o.figees.colonnes,
        ...(o.quadrillage ? {} : { hideGridlines: true }),
      },
    },
    data: [{ rowData, columnMetadata: colonnes(o, largeur) }],
    ...(o.fusions.length > 0 ? { merges: fusions(o, rang) } : {}),
  };
}

function couleur(rvb: string): TypeGoogle<'Color'> {
  return { red: canal(rvb, 0), green: canal(rvb, 2), blue: canal(rvb, 4) };
}

function cellule(contenu: ContenuOuVide, code: string): CelluleData {
  if (!contenu) return {};
  const format = typeof contenu.valeur === 'string' ? null : versFormat(code);
  return {
    ...saisie(contenu),
    ...(format ? { userEnteredFormat: { numberFormat: format } } : {}),
  };
}

const valeur = (v: Contenu['valeur']): TypeGoogle<'ExtendedValue'> =>
  typeof v === 'number'
    ? { numberValue: v }
    : typeof v === 'boolean'
      ? { boolValue: v }
      : { stringValue: v };

/** Une saisie, et pour une formule le résultat que le fichier en gardait. */
function saisie(contenu: Contenu): CelluleData {
  const connue = valeur(contenu.valeur);
  return contenu.formule === undefined
    ? { userEnteredValue: connue }
    : { userEnteredValue: { formulaValue: versSheets(contenu.formule) }, effectiveValue: connue };
}

function colonnes(o: OngletLu, nombre: number): TypeGoogle<'DimensionProperties'>[] {
  return Array.from({ length: nombre }, (_, rang) => {
    const bande = o.colonnes.find((c) => rang >= c.de && rang <= c.a);
    return {
      pixelSize: largeurPixels(bande?.largeur ?? null),
      ...(bande?.masquee ? { hiddenByUser: true } : {}),
    };
  });
}

const fusions = (o: OngletLu, sheetId: number): TypeGoogle<'GridRange'>[] =>
  o.fusions.map((p) => plageGrille(p, sheetId));

const plageGrille = (p: Plage, sheetId: number): TypeGoogle<'GridRange'> => ({
  sheetId,
  startRowIndex: p.l1 - 1,
  endRowIndex: p.l2,
  startColumnIndex: p.c1,
  endColumnIndex: p.c2 + 1,
});
