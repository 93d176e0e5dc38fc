import { formats } from '../../contract/request/formats.ts';
import { isJson } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
import type { Schema } from './document.ts';

const types = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);
const numbers = ['multipleOf', 'maximum', 'minimum', 'maxLength', 'minLength', 'maxItems', 'minItems'];
const counts = ['maxProperties', 'minProperties', 'maxContains', 'minContains'];
const anything = ['const', 'default', 'title', 'description', 'uniqueItems', 'dependentRequired'];
const schemas = ['additionalProperties', 'items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'];
const lists = ['prefixItems', 'oneOf', 'anyOf', 'allOf'];
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/**
 * A schema of OpenAPI 3.0 or 3.1 in the dialect of 3.1, with the keywords that the validators understand. Formats
 * that nobody here checks, and patterns that are no regular expressions with Unicode, are left out, as JSON Schema
 * allows: they are words to readers.
 */
export function adoptSchema(written: unknown): Schema | boolean {
  if (typeof written === 'boolean') return written;
  if (!isJson(written)) return {};
  if (isRef(written)) return written.$ref.startsWith('#/') ? { $ref: written.$ref } : {};
  return opened({
    ...typeOf(written),
    ...boundsOf(written),
    ...valuesOf(written),
    ...membersOf(written),
  });
}

/**
 * Every required member is among the properties, as the validators ask; and what the author left open stays open, in
 * responses too, where our own are closed.
 */
function opened(schema: Record<string, unknown>): Schema {
  const { required = [], properties, additionalProperties } = schema;
  const names = (required as string[]).filter((name) => !isJson(properties) || !Object.hasOwn(properties, name));
  const missing = names.map((name) => [name, additionalProperties ?? {}] as const);
  if (missing.length > 0 && additionalProperties !== false) {
    schema['properties'] = { ...(isJson(properties) ? properties : {}), ...Object.fromEntries(missing) };
  }
  if ('properties' in schema && !('patternProperties' in schema)) schema['additionalProperties'] ??= true;
  return schema;
}

/** The type, with the `nullable` of 3.0 in it; without a type, `nullable` means nothing (OpenAPI 3.0.3). */
function typeOf({ type, nullable, format }: Schema): Schema {
  const named = [type].flat().filter((one): one is string => typeof one === 'string' && types.has(one));
  const all = nullable === true && named.length > 0 ? [...new Set([...named, 'null'])] : named;
  return {
    ...(all.length === 0 ? {} : { type: all.length === 1 ? all[0] : all }),
    ...(typeof format === 'string' && Object.hasOwn(formats, format) ? { format } : {}),
  };
}

/** Exclusive bounds are booleans beside the bound in 3.0, numbers of their own in 3.1. */
function boundsOf(written: Schema): Schema {
  const bounds: Record<string, unknown> = {};
  for (const keyword of [...numbers, ...counts]) {
    if (typeof written[keyword] === 'number') bounds[keyword] = written[keyword];
  }
  for (const [exclusive, inclusive] of [
    ['exclusiveMaximum', 'maximum'],
    ['exclusiveMinimum', 'minimum'],
  ] as const) {
    const value = written[exclusive];
    if (typeof value === 'number') bounds[exclusive] = value;
    else if (value === true && typeof bounds[inclusive] === 'number') {
      bounds[exclusive] = bounds[inclusive];
      Reflect.deleteProperty(bounds, inclusive);
    }
  }
  return bounds;
}

function valuesOf(written: Schema): Schema {
  const values: Record<string, unknown> = {};
  for (const keyword of anything) if (keyword in written) values[keyword] = written[keyword];
  const { enum: listed, required, pattern } = written;
  if (Array.isArray(listed) && listed.length > 0) values['enum'] = [...new Set(listed)];
  if (Array.isArray(required)) values['required'] = [...new Set(required.filter((name) => typeof name === 'string'))];
  if (typeof pattern === 'string' && isPattern(pattern)) values['pattern'] = pattern;
  return values;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

function membersOf(written: Schema): Schema {
  const members: Record<string, unknown> = {};
  for (const keyword of schemas) {
    const value = written[keyword];
    if (typeof value === 'boolean' || isJson(value)) members[keyword] = adoptSchema(value);
  }
  for (const keyword of lists) {
    const value = written[keyword];
    if (Array.isArray(value) && value.length > 0) members[keyword] = value.map(adoptSchema);
  }
  for (const keyword of maps) {
    const value = written[keyword];
    if (!isJson(value)) continue;
    const entries = Object.entries(value).filter(([name]) => keyword !== 'patternProperties' || isPattern(name));
    members[keyword] = Object.fromEntries(entries.map(([name, member]) => [name, adoptSchema(member)]));
  }
  return members;
}
