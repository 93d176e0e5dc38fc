import { rewrite } from '../reader/grammar.ts';
import { asList, type Json } from '../reader/json.ts';
import { mapSubschemas } from '../reader/subschemas.ts';
import type { Document } from './document.ts';

// Adds to enums what authors need not write: the sentence for readers about values that may be added, and names for
// generators of code, for which `-created_at` is not an identifier.

const growing = 'Clients must accept further values in what they receive.';

/** Returns the document with complete enums. */
export function withEnumTexts(document: Document): Document {
  const changed = rewrite({ value: document, kind: 'document', pointer: '#' }, ({ value, kind }, inside) =>
    kind === 'schema' ? complete(value as Json) : inside(),
  );
  return changed as Document;
}

function complete(schema: Json): Json {
  const whole = mapSubschemas(schema, complete);
  if (!Array.isArray(whole['enum'])) return whole;
  const names = namesOf(asList(whole['enum']).map(String));
  return {
    ...whole,
    ...(whole['x-extensible-enum'] === true ? { description: withSentence(whole['description']) } : {}),
    ...(names === undefined ? {} : { 'x-enum-varnames': names }),
  };
}

function withSentence(description: unknown): string {
  return typeof description === 'string' ? `${description.trimEnd()} ${growing}` : growing;
}

/** The names of sort keys: `created_at`, `-created_at` -> `CREATED_AT_ASC`, `CREATED_AT_DESC`. Other enums have none. */
function namesOf(values: readonly string[]): readonly string[] | undefined {
  if (!values.some((value) => value.startsWith('-'))) return undefined;
  return values.map((value) => {
    const name = value.replace(/^-/, '').replaceAll(/\W/g, '_').toUpperCase();
    return `${name}_${value.startsWith('-') ? 'DESC' : 'ASC'}`;
  });
}
