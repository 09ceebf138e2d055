import { expect, it } from 'vitest';
import { direEcriture, direSortie } from '../../cli/workbooks/xlsx/erreurs-disque';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { messageDe } from '../../src/messages/probleme';

/** Le conseil va à qui écrit : le classeur est là où il est, un export va où l'on veut. */

const dire = (e: unknown): string =>
  e instanceof ErreurClasseur ? e.problemes.map(messageDe).join() : String(e);
const panne = (code?: string) => Object.assign(new Error('panne'), { code });

it.each([
  [direEcriture, 'EACCES', 'copiez le classeur dans un autre dossier'],
  [direSortie, 'EACCES', 'Donnez-lui un autre dossier'],
  [direSortie, 'EPERM', 'Donnez-lui un autre dossier'],
  [direSortie, 'EROFS', '« /a/x.csv » n’a pas pu être écrit'],
  [direSortie, 'ENOSPC', 'plein'],
  [direSortie, 'ENOENT', 'son dossier n’existe pas'],
  [direSortie, 'ERR_BOGUE', 'panne'],
  [direSortie, undefined, 'panne'],
] as const)('%o', (fonction, code, attendu) => {
  expect(dire(fonction(panne(code), '/a/x.csv'))).toContain(attendu);
});
