import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import type { Schema } from 'ts-json-schema-generator';

const DOSSIER = 'dist/essais';

export interface SchemaGoogle extends Schema {
  readonly definitions: Record<string, Schema>;
}

/**
 * Le schéma JSON des messages de l'API, tiré des types de `googleapis`. Il prend des secondes : il est
 * gardé, sous le nom de la version dont il vient.
 */
export function schemaGoogle(): SchemaGoogle {
  const { version } = createRequire(import.meta.url)('googleapis/package.json') as {
    version: string;
  };
  const chemin = `${DOSSIER}/schema-google-${version}.json`;
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
    mkdirSync(DOSSIER, { recursive: true });
    const provisoire = `${chemin}.${process.pid}`;
    writeFileSync(provisoire, JSON.stringify(schema));
    renameSync(provisoire, chemin);
    return schema as SchemaGoogle;
  }
}

const compiles = new Map<string, ValidateFunction>();

function compiler(nom: string): ValidateFunction {
  const connu = compiles.get(nom);
  if (connu) return connu;
  const ajv = new Ajv({ strict: false, allErrors: true });
  const verifier = ajv.compile({ ...schemaGoogle(), $ref: `#/definitions/${definition(nom)}` });
  compiles.set(nom, verifier);
  return verifier;
}

/** Un message du nom de Google (`BatchUpdateSpreadsheetRequest`) ; rend ce qui n'y est pas conforme. */
export function ecartsAuSchema(nom: string, json: unknown): readonly string[] {
  const verifier = compiler(nom);
  verifier(json);
  return (verifier.errors ?? []).map(
    (e) => `${e.instancePath} ${e.message ?? ''} ${JSON.stringify(e.params)}`,
  );
}

export const definition = (nom: string): string => `sheets_v4.Schema$${nom}`;
