import type { FWorkbook } from '@univerjs/preset-sheets-core';
import { depuisSerie } from '../../../../src/commun/date-civile';
import { formatNombre, INSECABLE } from '../../../../src/messages/formats';
import type { Graphique } from '../../../../sheets-templates/tableau/graphiques';
import type { Donnees } from './dessiner';

const MOIS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const REFERENCE = /^'?((?:[^']|'')+?)'?!(.+)$/;

/** Les valeurs d'une plage (`'Chiffres'!$M$3:$M$14`), à la suite. */
function valeursDe(classeur: FWorkbook, reference: string): unknown[] | null {
  const [, onglet = '', plage = ''] = REFERENCE.exec(reference) ?? [];
  const feuille = classeur.getSheetByName(onglet.replaceAll("''", "'"));
  return feuille ? feuille.getRange(plage.replaceAll('$', '')).getRawValues().flat() : null;
}

const nombres = (valeurs: readonly unknown[] | null): (number | null)[] =>
  (valeurs ?? []).map((v) => (typeof v === 'number' && Number.isFinite(v) ? v : null));

/** Ce que la grille a calculé pour ce graphique ; `null` : ses onglets n'y sont pas. */
export function lireDonnees(g: Graphique, classeur: FWorkbook): Donnees | null {
  const categories = valeursDe(classeur, g.categories);
  if (!categories) return null;
  const lire = (s: { readonly valeurs: string }): (number | null)[] =>
    nombres(valeursDe(classeur, s.valeurs));
  return {
    categories: categories.map((v) => categorie(g, v)),
    barres: g.barres.map(lire),
    lignes: g.lignes.map(lire),
  };
}

/** Un mois s'abrège, ou se dit par son initiale. */
function categorie({ formatCategories }: Graphique, valeur: unknown): string {
  const jour = typeof valeur === 'number' ? depuisSerie(valeur) : null;
  if (formatCategories === 'General' || !jour) return String(valeur ?? '');
  const nom = MOIS[Number(jour.slice(5, 7)) - 1] ?? '';
  return formatCategories.endsWith('mmmmm') ? nom.slice(0, 1).toUpperCase() : nom;
}

/** Une graduation, dans le format du graphique : milliers d'euros, pour cent, ou nombre. */
export function montrerValeur({ format }: Graphique, valeur: number): string {
  if (format.includes('%')) return `${formatNombre(valeur * 100, 0)}${INSECABLE}%`;
  if (format.includes('k€')) return `${formatNombre(valeur / 1000, 0)}${INSECABLE}k€`;
  return formatNombre(valeur, 0);
}
