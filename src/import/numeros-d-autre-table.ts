import { TABLES, type TableEchangeable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import type { TableSource } from './entete';
import { nomCompare } from './noms-connus';
import { estVide, premieresLignes, texteDeCellule, type SourceTabulaire } from './source';

const LIGNES_EXPLOREES = 20;
/** La part des numéros qui doivent porter ce préfixe. */
const PART = 2 / 3;

/** Un numéro sans autre nom : de client, de devis, on ne sait. */
const NUMERO = new Set(['n°', 'no', 'n', 'num', 'numero', 'ref', 'reference']);

/** Ce qu'un numéro dit de son document : « DEV-2026-0042 », « FAC 118 », « AFF12 ». */
const PREFIXES: readonly (readonly [TableEchangeable, RegExp])[] = [
  ['devis', /^(?:dev(?:is)?|prov)[\s._/-]*\d/i],
  ['factures', /^fac(?:t(?:ure)?)?[\s._/-]*\d/i],
  ['affaires', /^aff(?:aire)?[\s._/-]*\d/i],
];

/**
 * Des clients sous un « N° » qui numérote des devis : les noms de colonnes ne le disent pas, les valeurs
 * si. `null` : rien ne le dit (un numéro de client, 7 ou C-0042).
 */
export function numerosDAutreTable(
  table: TableEchangeable,
  { ligneEntete, suite, trier }: TableSource,
  { description: { fichier } }: SourceTabulaire,
): Probleme | null {
  if (table !== 'clients') return null;
  const rang = ligneEntete.cellules.findIndex(
    (c) => typeof c === 'string' && NUMERO.has(nomCompare(c)),
  );
  if (rang < 0) return null;
  const numeros = premieresLignes(suite, LIGNES_EXPLOREES)
    .filter((ligne) => trier(ligne) === null && !estVide(ligne.cellules[rang]))
    .map(({ cellules }) => texteDeCellule(cellules[rang]).trim());
  for (const [autre, prefixe] of PREFIXES) {
    const siens = numeros.filter((n) => prefixe.test(n));
    const [exemple] = siens;
    if (exemple === undefined || siens.length < numeros.length * PART) continue;
    return probleme('NUMEROS_D_UNE_AUTRE_TABLE', {
      fichier,
      colonne: texteDeCellule(ligneEntete.cellules[rang]),
      exemple,
      table: autre,
      onglet: TABLES[autre].onglet,
    });
  }
  return null;
}
