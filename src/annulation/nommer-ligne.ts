import { TABLES, type CleTable } from '../classeur/tables';
import { nommer } from '../import/nommer';

/** L'enregistrement d'une ligne, pour un message : « Devis DEV-2026-0042 », « Actions, ligne 12 ». */
export function nommerLigne(table: CleTable, enregistrement: Enregistrement): string {
  const { onglet } = TABLES[table];
  const nom = nommer(enregistrement);
  return nom === '' || TABLES[table].identite.length === 0
    ? `${onglet}, ligne ${enregistrement.ligne}`
    : `${onglet} ${nom}`;
}

/** Un enregistrement de n'importe quelle table. */
export type Enregistrement = Readonly<Record<string, unknown>> & { readonly ligne: number };
