import { isJson } from '../../src/documents/reader/json.ts';
import { resolve } from '../../src/documents/reader/reference.ts';
import type { Document, Schema } from '../../src/documents/generate/document.ts';
import { textLike } from './pattern.ts';

// Values that a schema lets through. Where it leaves a choice, the variant makes it, so that a caller can try others.

export interface Taste {
  /** Which alternative of `oneOf` and `anyOf`, counted round. */
  readonly variant: number;
  /** Whether optional members are there. */
  readonly isFull: boolean;
  /** Whether the members of the other alternatives of a `oneOf` are there too, as values that those cannot be. */
  readonly isApart?: boolean;
}

const formats: Readonly<Record<string, string>> = {
  uuid: '01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f',
  'date-time': '2026-11-02T09:30:00Z',
  date: '2026-11-02',
  time: '09:30:00Z',
  duration: 'P1D',
  email: 'ada@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/',
  byte: 'YQ==',
};
const texts = ['text', 'a', '1', 'aB3', '2026-11-02', 'https://example.com/'];
const depthMax = 6;

export function sampleOf(document: Document, written: unknown, taste: Taste, depth = 0): unknown {
  // A schema that must contain itself has no finite value; the sample ends, and is refused.
  if (depth > 3 * depthMax) return undefined;
  if (!isJson(written)) return 'text';
  const schema = flattened(document, written, taste);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[])[0];
  const types = [schema['type'] ?? guessed(schema)].flat().map(String);
  const type = types.find((one) => one !== 'null') ?? 'null';
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'array':
      return arrayOf(document, schema, taste, depth);
    case 'object':
      return objectOf(document, schema, taste, depth);
    default:
      return textOf(schema);
  }
}

function guessed(schema: Schema): string {
  if ('properties' in schema || 'required' in schema || 'additionalProperties' in schema) return 'object';
  return 'items' in schema ? 'array' : 'string';
}

/** References followed, `allOf` brought together, one alternative chosen. */
function flattened(document: Document, written: Schema, taste: Taste, depth = 0): Schema {
  let schema: Schema = resolve<Schema>(document, written);
  if (depth > depthMax) return schema;
  for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
    const alternatives = schema[keyword];
    if (!Array.isArray(alternatives)) continue;
    const { [keyword]: _taken, ...rest } = schema;
    const chosen: unknown[] = keyword === 'allOf' ? alternatives : [alternatives[taste.variant % alternatives.length]];
    const flat = (one: Schema): Schema => flattened(document, one, taste, depth + 1);
    schema = chosen.filter(isJson).map(flat).reduce<Schema>(merged, rest);
    if (keyword !== 'oneOf' || taste.isApart !== true) continue;
    const others = alternatives.filter((one) => one !== chosen[0]).filter(isJson);
    schema = others.map(flat).reduce<Schema>(unlike, schema);
  }
  return schema;
}

/** The schema, with members that the other one has alone, in a form that it refuses. */
function unlike(schema: Schema, other: Schema): Schema {
  const members = isJson(schema['properties']) ? schema['properties'] : {};
  const strangers = Object.entries(isJson(other['properties']) ? other['properties'] : {})
    .filter(([name]) => !Object.hasOwn(members, name))
    .map(([name, member]) => [name, { const: isJson(member) && member['type'] === 'string' ? 0 : 'apart' }] as const);
  const apart = { properties: Object.fromEntries(strangers), required: strangers.map(([name]) => name) };
  return strangers.length === 0 ? schema : merged(schema, apart);
}

function merged(left: Schema, right: Schema): Schema {
  const list = (schema: Schema): unknown[] => (Array.isArray(schema['required']) ? schema['required'] : []);
  const members = (schema: Schema): Schema => (isJson(schema['properties']) ? schema['properties'] : {});
  const properties: Record<string, unknown> = { ...members(left) };
  for (const [name, member] of Object.entries(members(right))) {
    const known = properties[name];
    properties[name] = isJson(known) && isJson(member) ? { allOf: [known, member] } : member;
  }
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(list(left).length + list(right).length === 0 ? {} : { required: [...list(left), ...list(right)] }),
  };
}

function numberOf(schema: Schema): number {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === 'number' ? multipleOf : 1;
  const least =
    typeof exclusiveMinimum === 'number' ? exclusiveMinimum + step : typeof minimum === 'number' ? minimum : undefined;
  const most =
    typeof exclusiveMaximum === 'number' ? exclusiveMaximum - step : typeof maximum === 'number' ? maximum : undefined;
  const value = least ?? Math.min(step, most ?? step);
  return Math.ceil(value / step) * step;
}

function textOf(schema: Schema): string {
  const { format, pattern, minLength = 0, maxLength = Infinity } = schema;
  const known = typeof format === 'string' ? formats[format] : undefined;
  const like = typeof pattern === 'string' ? [textLike(pattern)] : [];
  const candidates = [...(known === undefined ? [] : [known]), ...texts, ...like];
  const fits = (text: string): boolean =>
    text.length >= Number(minLength) &&
    text.length <= Number(maxLength) &&
    (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text));
  return candidates.find(fits) ?? 'a'.repeat(Math.max(1, Number(minLength)));
}

function arrayOf(document: Document, schema: Schema, taste: Taste, depth: number): unknown[] {
  const { minItems = 0, items = {} } = schema;
  const length = Math.max(Number(minItems), taste.isFull && depth < depthMax ? 1 : 0);
  return Array.from({ length }, (_, index) => {
    const value = sampleOf(document, items, taste, depth + 1);
    return index > 0 && typeof value === 'string' ? `${value}${index}` : value;
  });
}

function objectOf(document: Document, schema: Schema, taste: Taste, depth: number): Record<string, unknown> {
  const properties = isJson(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const names = taste.isFull && depth < depthMax ? [...new Set([...required, ...Object.keys(properties)])] : required;
  const entries = names.map((name) => [name, sampleOf(document, properties[name] ?? {}, taste, depth + 1)] as const);
  const { minProperties = 0, additionalProperties } = schema;
  if (entries.length < Number(minProperties)) {
    entries.push(...Object.entries({ text: sampleOf(document, additionalProperties, taste, depth + 1) }));
  }
  return Object.fromEntries(entries);
}
