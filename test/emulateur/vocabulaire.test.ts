import { expect, it } from 'vitest';
import { champsDe, estListe, estType, TYPES } from '../../cli/preview/emulateur/schema/types';
import type { Genre, NomType } from '../../cli/preview/emulateur/schema/types';
import { definition, schemaGoogle } from '../support/schema-google';

/** Le genre d'un champ, dans les mots du schéma tiré de `googleapis` ; une énumération y est un texte. */
function attendu(genre: Genre): unknown {
  if (estListe(genre)) return { liste: attendu(genre[0]) };
  if (estType(genre)) return { ref: definition(genre) };
  if (genre === 'nombre' || genre === 'entier') return 'number';
  return genre === 'booleen' ? 'boolean' : 'string';
}

interface Champ {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly items?: Champ;
  readonly anyOf?: readonly Champ[];
}

/** Le champ de Google dans les mêmes mots ; `null` y est toujours permis, et ne compte pas. */
function observe(champ: Champ | undefined): unknown {
  if (!champ) return 'absent';
  const seul = champ.anyOf?.find((c) => c.type !== 'null');
  if (seul) return observe(seul);
  if (champ.$ref) return { ref: decodeURIComponent(champ.$ref.replace('#/definitions/', '')) };
  const type = [champ.type ?? []].flat().find((t) => t !== 'null');
  return type === 'array' ? { liste: observe(champ.items) } : type;
}

const google = schemaGoogle().definitions;

it.each(Object.keys(TYPES) as NomType[])('%s a les champs que Google lui connaît', (nom) => {
  const proprietes = (google[definition(nom)]?.properties ?? {}) as Record<string, Champ>;
  const declares = Object.entries(champsDe(nom));
  expect(declares.map(([cle, genre]) => [cle, attendu(genre)])).toEqual(
    declares.map(([cle]) => [cle, observe(proprietes[cle])]),
  );
});
