import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import type { Schema } from 'ts-json-schema-generator';

const DOSSIER = 'dist/essais';

export interface SchemaGoogle extends Schema {
  readonly definitions: Record<string, Schema>;
}

const versionDesTypes = (): string =>
  (createRequire(import.meta.url)('googleapis/package.json') as { version: string }).version;

/** Plusieurs essais le font parfois ensemble : le fichier n'apparaît qu'entier. */
function garder(chemin: string, contenu: string): void {
  mkdirSync(DOSSIER, { recursive: true });
  const provisoire = `${chemin}.${process.pid}`;
  writeFileSync(provisoire, contenu);
  renameSync(provisoire, chemin);
}

/**
 * Le schéma JSON des messages de l'API, tiré des types de `googleapis`. Il prend des secondes : il est
 * gardé, sous le nom de la version dont il vient.
 */
export function schemaGoogle(): SchemaGoogle {
  const chemin = `${DOSSIER}/schema-google-${versionDesTypes()}.json`;
  try {
    return JSON.parse(readFileSync(chemin, 'utf8')) as SchemaGoogle;
  } catch {
    const schema = createGenerator({
      path: 'test/support/types-google.ts',
      type: 'MessagesGoogle',
      skipTypeCheck: true,
      additionalProperties: false,
      jsDoc: 'none',
    }).createSchema('MessagesGoogle');
    garder(chemin, JSON.stringify(schema));
    return schema as SchemaGoogle;
  }
}

const MESSAGES = [
  'Spreadsheet',
  'BatchUpdateSpreadsheetRequest',
  'BatchUpdateSpreadsheetResponse',
  'BatchGetValuesResponse',
] as const;
export type MessageGoogle = (typeof MESSAGES)[number];
type Verificateurs = Readonly<Record<MessageGoogle, ValidateFunction>>;

let verificateurs: Verificateurs | null = null;

/** Compiler prend une seconde : le code produit est gardé, à côté du schéma. */
function compiler(): Verificateurs {
  const chemin = resolve(DOSSIER, `verifier-google-${versionDesTypes()}.cjs`);
  if (!existsSync(chemin)) {
    const ajv = new Ajv({
      ...{ strict: false, allErrors: true, inlineRefs: false },
      code: { source: true },
    }).addSchema(schemaGoogle(), 'google');
    const code = standaloneCode(
      ajv,
      Object.fromEntries(MESSAGES.map((m) => [m, `google#/definitions/${definition(m)}`])),
    );
    garder(chemin, code);
  }
  return createRequire(import.meta.url)(chemin) as Verificateurs;
}

/** Un message du nom de Google (`BatchUpdateSpreadsheetRequest`) ; rend ce qui n'y est pas conforme. */
export function ecartsAuSchema(nom: MessageGoogle, json: unknown): readonly string[] {
  verificateurs ??= compiler();
  const verifier = verificateurs[nom];
  verifier(json);
  return (verifier.errors ?? []).map(
    (e) => `${e.instancePath} ${e.message ?? ''} ${JSON.stringify(e.params)}`,
  );
}

export const definition = (nom: string): string => `sheets_v4.Schema$${nom}`;
