import { formats } from '../../contract/request/formats.ts';
import { isAnnotation } from '../reader/dialect.ts';
import { asList, isJson } from '../reader/json.ts';
import { escapeToken } from '../reader/reference.ts';
import type { Schema } from './document.ts';
import { render } from './source-text.ts';

const types = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);
const numbers = ['multipleOf', 'maximum', 'minimum', 'maxLength', 'minLength', 'maxItems', 'minItems'];
const counts = ['maxProperties', 'minProperties', 'maxContains', 'minContains'];
const anything = [
  'const',
  'default',
  'title',
  'description',
  'uniqueItems',
  'dependentRequired',
  'readOnly',
  'writeOnly',
];
const schemas = [
  ...['additionalProperties', 'unevaluatedProperties', 'items', 'unevaluatedItems', 'contains', 'propertyNames'],
  ...['not', 'if', 'then', 'else'],
];
const lists = ['prefixItems', 'oneOf', 'anyOf', 'allOf'];
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const known = new Set([
  ...[...numbers, ...counts, ...anything, ...schemas, ...lists, ...maps],
  ...['$ref', 'type', 'nullable', 'format', 'exclusiveMaximum', 'exclusiveMinimum', 'enum', 'required', 'pattern'],
]);
/** Keywords for discriminators, XML and dialects. A validator does not need them. */
const hints = new Set(['discriminator', '$schema', '$comment', 'contentEncoding', 'contentMediaType', 'contentSchema']);

/** Called for each part of the document that is left out. */
export type Omit = (pointer: string, what: string) => void;

interface Context {
  readonly omit: Omit;
  /** Whether the document is OpenAPI 3.0, where a reference has no siblings. */
  readonly isOld: boolean;
}

/**
 * Converts a schema of OpenAPI 3.0 or 3.1 to the dialect of 3.1, with the keywords that the validators support.
 * Unsupported formats, and patterns that are not valid Unicode regular expressions, are left out, which JSON
 * Schema allows. They and all unsupported keywords are reported.
 */
export function adoptSchema(written: unknown, pointer: string, context: Context): Schema | boolean {
  if (typeof written === 'boolean') return written;
  if (!isJson(written)) return {};
  const { $ref, ...own } = written;
  const siblings = Object.keys(own).filter((keyword) => !isForReaders(keyword));
  const isFlagged = own['readOnly'] === true || own['writeOnly'] === true;
  if (typeof $ref === 'string' && (context.isOld || (siblings.length === 0 && !isFlagged))) {
    for (const keyword of siblings) context.omit(pointer, `${keyword} beside $ref has no effect in OpenAPI 3.0`);
    return referenceOf(written, pointer, context);
  }
  for (const keyword of siblings)
    if (!known.has(keyword)) context.omit(pointer, `the keyword ${keyword} is not supported`);
  // ajv takes every item for evaluated where there is `contains`.
  if ('contains' in own && 'unevaluatedItems' in own)
    context.omit(pointer, 'unevaluatedItems is not checked beside contains');
  return addRequiredProperties({
    ...referenceOf(written, pointer, context),
    ...typeOf(written, pointer, context),
    ...boundsOf(written),
    ...valuesOf(written, pointer, context),
    ...membersOf(written, pointer, context),
  });
}

function referenceOf({ $ref }: Schema, pointer: string, { omit }: Context): Schema {
  if (typeof $ref !== 'string') return {};
  if ($ref.startsWith('#/')) return { $ref };
  omit(pointer, `the reference ${$ref} points outside the document`);
  return {};
}

/**
 * Adds required members to the properties, because the validators need them there. Objects that allow additional
 * members keep allowing them.
 */
function addRequiredProperties(schema: Record<string, unknown>): Schema {
  const { required = [], properties, additionalProperties } = schema;
  const names = (required as string[]).filter((name) => !isJson(properties) || !Object.hasOwn(properties, name));
  const missing = names.map((name) => [name, additionalProperties ?? {}] as const);
  if (missing.length > 0 && additionalProperties !== false) {
    schema['properties'] = { ...(isJson(properties) ? properties : {}), ...Object.fromEntries(missing) };
  }
  // Not `additionalProperties: true`, because an outer schema may have `unevaluatedProperties`.
  if ('properties' in schema && additionalProperties === undefined) schema['x-open'] = true;
  return schema;
}

/** Merges the `nullable` of 3.0 into the type. Without a type, `nullable` has no meaning (OpenAPI 3.0.3). */
function typeOf({ type, nullable, format }: Schema, pointer: string, { omit }: Context): Schema {
  const named = [type].flat().filter((one): one is string => typeof one === 'string' && types.has(one));
  const all = nullable === true && named.length > 0 ? [...new Set([...named, 'null'])] : named;
  const isChecked = typeof format === 'string' && Object.hasOwn(formats, format);
  if (format !== undefined && !isChecked) omit(pointer, `the format ${render(format)} is not checked`);
  return {
    ...(all.length === 0 ? {} : { type: all.length === 1 ? all[0] : all }),
    ...(isChecked ? { format } : {}),
  };
}

/** Exclusive bounds are booleans beside the bound in 3.0, and numbers of their own in 3.1. */
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

function valuesOf(written: Schema, pointer: string, { omit }: Context): Schema {
  const values: Record<string, unknown> = {};
  for (const keyword of anything) if (keyword in written) values[keyword] = written[keyword];
  const { enum: listed, required, pattern } = written;
  if (Array.isArray(listed) && listed.length > 0) values['enum'] = [...new Set(listed)];
  if (Array.isArray(required)) values['required'] = [...new Set(required.filter((name) => typeof name === 'string'))];
  if (typeof pattern === 'string' && isPattern(pattern)) values['pattern'] = pattern;
  else if (pattern !== undefined) omit(pointer, `the pattern ${render(pattern)} is not a valid regular expression`);
  return values;
}

/** Whether a keyword is for readers and code generators only. */
function isForReaders(keyword: string): boolean {
  return isAnnotation(keyword) || hints.has(keyword);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

function membersOf(written: Schema, pointer: string, context: Context): Schema {
  const members: Record<string, unknown> = {};
  for (const keyword of schemas) {
    const value = written[keyword];
    if (typeof value === 'boolean' || isJson(value))
      members[keyword] = adoptSchema(value, `${pointer}/${keyword}`, context);
  }
  for (const keyword of lists) {
    const value = asList(written[keyword]);
    const adopted = value.map((one, index) => adoptSchema(one, `${pointer}/${keyword}/${index}`, context));
    if (value.length > 0) members[keyword] = adopted;
  }
  for (const keyword of maps) {
    const value = written[keyword];
    if (!isJson(value)) continue;
    const entries = Object.entries(value).flatMap(([name, member]) => {
      const place = `${pointer}/${keyword}/${escapeToken(name)}`;
      if (keyword !== 'patternProperties' || isPattern(name))
        return [[name, adoptSchema(member, place, context)] as const];
      context.omit(place, 'the pattern is not a valid regular expression');
      return [];
    });
    members[keyword] = Object.fromEntries(entries);
  }
  return members;
}
