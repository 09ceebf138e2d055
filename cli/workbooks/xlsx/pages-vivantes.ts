import { ONGLET_CALCULS } from '../../../src/tableau-de-bord/onglets';
import { estPage } from '../../../sheets-templates/pages';
import { citer } from '../../../sheets-templates/references';
import { colonnesDeCalcul } from '../../../sheets-templates/tableau/calculs';
import { type ColonneSource } from '../../../sheets-templates/tableau/resoudre';
import { BLOCS } from '../../../src/tableau-de-bord/calculs';
import { resoudreEntetes } from '../../../src/classeur/entetes';
import { lettreColonne } from '../../../src/classeur/source';
import { TABLES, type CleTable } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import type { ClasseurXlsx } from './classeur-xlsx';
import {
  aVenir,
  borner,
  lignesDeCalcul,
  type Gardees,
  type Couverture,
} from './modele/calculs-xml';
import type { Feuille } from './paquet';
import { versBuffer } from './xml-texte';

const CALCULS = normaliser(ONGLET_CALCULS);
const VALEUR_GARDEE = /(<f[^>]*(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g;
const LIGNES = /<row r="2"[\s\S]*(?=<\/sheetData>)/;

/** Ce que « Calculs » doit tenir de toutes les tables, celles que des gens ont remplies comprises. */
export interface TablesMesurees {
  /** La dernière ligne d'une table, avant les changements ; 1 si elle est vide. */
  readonly derniere: (table: CleTable) => number;
  /** Combien de lignes auront encore à dire, après eux. */
  readonly gardees: Gardees;
}

/**
 * Les pages vivantes suivent les tables : les valeurs gardées de leurs formules s'effacent (LibreOffice
 * les croirait encore vraies), et « Calculs » s'allonge si une table le dépasse, ou si un de ses blocs
 * serrés devient trop court. `dernieres` : la dernière ligne de chaque table écrite. Rend, en morceaux,
 * l'onglet qui s'allonge : ses formules feraient ensemble deux cents mégaoctets pour cent mille devis.
 */
export function suivreLesTables(
  classeur: ClasseurXlsx,
  dernieres: ReadonlyMap<CleTable, number>,
  parties: Map<string, string | null>,
  lues: TablesMesurees | null,
): ReadonlyMap<Feuille, Iterable<Uint8Array>> {
  const { paquet } = classeur;
  const pages = paquet.feuilles.filter((f) => estPage(f.nom));
  const calculs = pages.find((f) => normaliser(f.nom) === CALCULS);
  const voulue = calculs && couvertureVoulue(paquet.exiger(calculs.partie), dernieres, lues);
  const borne = voulue ? borner(voulue) : (xml: string): string => xml;
  const enFlux = new Map<Feuille, Iterable<Uint8Array>>();
  for (const feuille of pages) {
    const avant = parties.get(feuille.partie) ?? paquet.exiger(feuille.partie);
    const sansValeurs = avant.replace(VALEUR_GARDEE, '$1');
    if (voulue && feuille === calculs) {
      parties.delete(feuille.partie);
      enFlux.set(
        feuille,
        avecLignes(sansValeurs, lignesDeCalcul(voulue, colonnesDuClasseur(classeur))),
      );
      continue;
    }
    const apres = borne(sansValeurs);
    if (apres !== avant) parties.set(feuille.partie, apres);
  }
  return enFlux;
}

/** Caractères rendus à la fois. */
const MORCEAU = 1 << 16;

/** Une feuille, en octets, ses lignes remplacées à mesure par celles-ci. */
function* avecLignes(xml: string, lignes: Iterable<string>): Generator<Uint8Array> {
  const anciennes = LIGNES.exec(xml);
  if (anciennes === null) return yield versBuffer(xml);
  yield versBuffer(xml.slice(0, anciennes.index));
  let attente = '';
  for (const ligne of lignes) {
    attente += ligne;
    if (attente.length < MORCEAU) continue;
    yield Buffer.from(attente, 'utf8');
    attente = '';
  }
  yield Buffer.from(attente, 'utf8');
  yield versBuffer(xml.slice(anciennes.index + anciennes[0].length));
}

/** Les lignes que « Calculs » doit couvrir si une table, ou ce qu'on en garde, le dépasse ; `null` s'il suffit. */
function couvertureVoulue(
  xml: string,
  dernieres: ReadonlyMap<CleTable, number>,
  lues: TablesMesurees | null,
): Couverture | null {
  const presente = hauteursDe(xml);
  const lignesDe = (source: CleTable): number =>
    Math.max(dernieres.get(source) ?? 1, lues?.derniere(source) ?? 1) - 1;
  // Un bloc serré aussi haut que son onglet n'a pas à être compté.
  const depassee = BLOCS.some(
    ({ nom, source, serre }) =>
      lignesDe(source) > presente(nom) && (!serre || (lues?.gardees(nom) ?? 0) > presente(nom)),
  );
  if (!depassee) return null;
  const entier = new Map(BLOCS.filter((b) => !b.serre).map((b) => [b.source, presente(b.nom)]));
  return ({ bloc, source, serre }) => {
    const toutes = Math.max(aVenir(lignesDe(source)), entier.get(source) ?? 0);
    return serre && lues ? Math.min(toutes, aVenir(lues.gardees(bloc))) : toutes;
  };
}

/** Combien de lignes un bloc de « Calculs » a déjà. */
function hauteursDe(xml: string): (bloc: string) => number {
  const colonnes = colonnesDeCalcul();
  const hauteurs = new Map(
    BLOCS.map(({ nom }) => {
      const premiere = colonnes.findIndex((c) => c.bloc === nom);
      return [nom, derniereCellule(xml, lettreColonne(premiere)) - 1];
    }),
  );
  return (bloc) => hauteurs.get(bloc) ?? 0;
}

/** La dernière ligne où une colonne a une cellule. */
function derniereCellule(xml: string, lettre: string): number {
  let derniere = 1;
  for (const [, ligne] of xml.matchAll(new RegExp(`<c r="${lettre}(\\d+)"`, 'g'))) {
    derniere = Math.max(derniere, Number(ligne));
  }
  return derniere;
}

/** Où sont les colonnes dans ce classeur : l'utilisateur a pu les déplacer. */
function colonnesDuClasseur(classeur: ClasseurXlsx): ColonneSource {
  return (table, colonne) => {
    const voulu = normaliser(TABLES[table].onglet);
    const nom = classeur.paquet.feuilles.find((f) => normaliser(f.nom) === voulu)?.nom;
    const rang =
      nom === undefined
        ? undefined
        : resoudreEntetes(TABLES[table], classeur.entete(nom)).positions.get(colonne);
    // Une colonne disparue ne vaut rien : la formule le montre, elle n'en invente pas.
    if (nom === undefined || rang === undefined) return '#REF!';
    const lettre = lettreColonne(rang);
    return `${citer(nom)}!$${lettre}:$${lettre}`;
  };
}
