import {
  ONGLET_CALCULS,
  ONGLET_CHIFFRES,
  ONGLET_TABLEAU,
} from '../../../src/tableau-de-bord/onglets';
import { citer } from '../../../sheets-templates/references';
import { colonnesDeCalcul } from '../../../sheets-templates/tableau/calculs';
import { ONGLET_ACCUEIL } from '../../../sheets-templates/accueil';
import { type ColonneSource } from '../../../sheets-templates/tableau/resoudre';
import { resoudreEntetes } from '../../../src/classeur/entetes';
import { lettreColonne } from '../../../src/classeur/source';
import { TABLES, type CleTable } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import type { ClasseurXlsx } from './classeur-xlsx';
import { borner, couvrir, lignesDeCalcul, type Couverture } from './modele/calculs-xml';
import { enOctets } from './xml-texte';

const PAGES: ReadonlySet<string> = new Set(
  [ONGLET_ACCUEIL, ONGLET_TABLEAU, ONGLET_CHIFFRES, ONGLET_CALCULS].map(normaliser),
);
const CALCULS = normaliser(ONGLET_CALCULS);
const VALEUR_GARDEE = /(<f[^>]*(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g;
const LIGNES = /<row r="2"[\s\S]*(?=<\/sheetData>)/;

/**
 * Les pages vivantes suivent les tables qui viennent de changer : les valeurs gardées de leurs
 * formules s'effacent (LibreOffice les croirait encore vraies), et « Calculs » s'allonge si une table
 * le dépasse. `dernieres` : la dernière ligne de chaque table écrite.
 */
export function suivreLesTables(
  classeur: ClasseurXlsx,
  dernieres: ReadonlyMap<CleTable, number>,
  parties: Map<string, string | null>,
): void {
  const { paquet } = classeur;
  const pages = paquet.feuilles.filter((f) => PAGES.has(normaliser(f.nom)));
  const calculs = pages.find((f) => normaliser(f.nom) === CALCULS);
  const voulue = calculs && couvertureVoulue(paquet.exiger(calculs.partie), dernieres);
  for (const feuille of pages) {
    const avant = parties.get(feuille.partie) ?? paquet.exiger(feuille.partie);
    let apres = avant.replace(VALEUR_GARDEE, '$1');
    if (voulue) {
      apres =
        feuille === calculs
          ? apres.replace(LIGNES, () =>
              enOctets(lignesDeCalcul(voulue, colonnesDuClasseur(classeur))),
            )
          : borner(apres, voulue);
    }
    if (apres !== avant) parties.set(feuille.partie, apres);
  }
}

/** Les lignes que « Calculs » doit couvrir si une table le dépasse ; `null` s'il suffit. */
function couvertureVoulue(
  xml: string,
  dernieres: ReadonlyMap<CleTable, number>,
): Couverture | null {
  const couvertes = new Map<CleTable, number>();
  colonnesDeCalcul().forEach(({ source }, i) => {
    if (!couvertes.has(source)) couvertes.set(source, derniereCellule(xml, lettreColonne(i)));
  });
  const depassee = [...dernieres].some(([cle, ligne]) => ligne > (couvertes.get(cle) ?? Infinity));
  if (!depassee) return null;
  const voulue = couvrir((cle) => dernieres.get(cle) ?? 0);
  return (cle) => Math.max(voulue(cle), (couvertes.get(cle) ?? 1) - 1);
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
