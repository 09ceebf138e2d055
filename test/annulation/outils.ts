import { consignerImport } from '../../src/annulation/consigner';
import { origineAnnulation } from '../../src/import/origines';
import { planAnnuler } from '../../src/annulation/plan-annuler';
import { journaliser } from '../../src/classeur/journaliser';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { messageDe } from '../../src/messages/probleme';
import type { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

export const CTX = contexte('2026-03-02');

/** Importe, Journal compris ; rend le numéro de l'import. */
export function importer(
  classeur: ClasseurEnMemoire,
  table: TableEchangeable,
  csv: string,
  ctx = CTX,
): number {
  const snapshot = classeur.snapshot();
  const { resultat, changements } = planImport(snapshot, table, sourceCsv(csv), null, ctx);
  const origine = `import n° ${resultat.import}`;
  const consigner = consignerImport(snapshot);
  classeur.appliquer(journaliser(changements, 'importer', { ...ctx, origine }, consigner));
  return resultat.import;
}

/** Annule, Journal compris ; `messages` : les refus. */
export function annuler(classeur: ClasseurEnMemoire, numero: number, ctx = CTX) {
  const { resultat, changements, problemes } = planAnnuler(classeur.snapshot(), numero, ctx);
  const origine = origineAnnulation(numero);
  classeur.appliquer(journaliser(changements, 'annuler', { ...ctx, origine }));
  return {
    resultat,
    codes: problemes.map((p) => p.code),
    messages: problemes.map(messageDe),
  };
}

/** Toutes les cellules des onglets, Journal à part ; les lignes vides de la fin ne comptent pas. */
export function cellules(classeur: ClasseurEnMemoire): Record<string, unknown[][]> {
  const tout: Record<string, unknown[][]> = {};
  for (const [onglet, grille] of classeur.grilles) {
    if (onglet === 'Journal') continue;
    const lignes = grille.map((l) => {
      const pleines = Array.from(l, (c) => c ?? null);
      while (pleines.length > 0 && pleines.at(-1) === null) pleines.pop();
      return pleines;
    });
    while (lignes.at(-1)?.length === 0) lignes.pop();
    tout[onglet] = lignes;
  }
  return tout;
}

export const inverser = <T>(liste: readonly T[]): T[] =>
  liste.map((_, i) => liste[liste.length - 1 - i] as T);
