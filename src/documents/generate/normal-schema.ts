import { isJson } from '../reader/json.ts';
import type { Schema } from './document.ts';
import { canonicalIdKeyword } from './request-keywords.ts';

// What a schema says to a validator, and nothing else, so that schemas that accept the same are the same text.

/** Which way the values of a schema go. */
export type Direction = 'request' | 'response';

/** Keywords that say something to readers and nothing to a validator. */
const annotations = new Set([
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
  '$comment',
]);
/** Keywords whose value maps free names to schemas, so that its keys are no keywords. */
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);
/** Keywords whose value is data, never a schema. */
const literals = new Set(['enum', 'const', 'required', 'dependentRequired', 'type']);
const openers = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];

/**
 * A schema without annotations, its references named by `keyOf`. Objects of responses are closed: what has `properties`
 * and says nothing of others allows no others. Ids in requests are made canonical.
 */
export function normaliseSchema(schema: Schema, direction: Direction, keyOf: ($ref: string) => string): Schema {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    return isJson(value) ? normaliseSchema(value, direction, keyOf) : value;
  };
  const normal: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (isAnnotation(keyword)) continue;
    if (keyword === '$ref') normal['$ref'] = keyOf(String(value));
    else if (keyword === 'discriminator' && isJson(value)) {
      normal['discriminator'] = { propertyName: value['propertyName'] };
    } else if (literals.has(keyword)) normal[keyword] = value;
    else if (maps.has(keyword) && isJson(value)) {
      normal[keyword] = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, visit(member)]));
    } else normal[keyword] = visit(value);
  }
  if (direction === 'request' && normal['format'] === 'uuid') normal[canonicalIdKeyword] = true;
  if (direction === 'response' && 'properties' in normal && !openers.some((keyword) => keyword in normal)) {
    normal['additionalProperties'] = false;
  }
  return normal;
}

/** Whether a keyword says something to readers and nothing to a validator. */
export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}
