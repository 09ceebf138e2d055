import type { CelluleBrute, SourceClasseur } from '../src/classeur/source';

/** Les erreurs de formule que Sheets rend comme du texte. */
const ERREURS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#ERROR!',
]);

function cellule(valeur: unknown): CelluleBrute {
  if (typeof valeur === 'string') return ERREURS.has(valeur) ? { erreur: valeur } : valeur;
  return typeof valeur === 'number' || typeof valeur === 'boolean' ? valeur : null;
}

/** Tout le classeur Google en un seul appel, dates en numéros de série. */
export function lireClasseurGoogle(id: string): SourceClasseur {
  const service = Sheets?.Spreadsheets;
  if (!service) throw new Error('Le service avancé Google Sheets n’est pas activé.');
  const { sheets = [] } = service.get(id, { fields: 'sheets.properties.title' });
  const onglets = sheets.map((s) => s.properties?.title ?? '');
  const { valueRanges = [] } = service.Values.batchGet(id, {
    ranges: onglets.map((nom) => `'${nom.replace(/'/g, "''")}'`),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  const grilles = new Map(
    onglets.map((nom, i) => [nom, (valueRanges[i]?.values ?? []).map((l) => l.map(cellule))]),
  );
  return {
    onglets,
    entete: (onglet) => grilles.get(onglet)?.[0] ?? [],
    lignes: (onglet) =>
      (grilles.get(onglet) ?? []).slice(1).map((cellules, i) => ({ ligne: i + 2, cellules })),
  };
}
