import { readFile } from 'node:fs/promises';
import { TABLES } from '../../src/classeur/tables';
import { ClasseurXlsx } from './xlsx/classeur-xlsx';

/** Un fichier qui est un classeur entier, et non l'export d'une table : il a un Journal et un Registre. */
export async function estUnClasseur(fichier: string): Promise<boolean> {
  try {
    const { onglets } = ClasseurXlsx.ouvrir(await readFile(fichier), fichier).source();
    return [TABLES.journal, TABLES.registre].every(({ onglet }) => onglets.includes(onglet));
  } catch {
    return false; // absent, ou d'un autre genre : rien du produit n'y serait perdu
  }
}
