import { asJson, asList, isJson, mapMembers, memberOf } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
import type { Schema } from './document.ts';
import { canonicalIdKeyword } from './request-keywords.ts';

// Reduces schemas to what matters to a validator, so that schemas that accept the same values have the same text.

/** The direction in which the values of a schema are sent. */
export type Direction = 'request' | 'response';

/** Keywords without effect on validation. */
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
/** Keywords whose value maps names to schemas. The names are not keywords. */
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);
/** Keywords whose value is data, never a schema. */
const literals = new Set(['enum', 'const', 'dependentRequired', 'type']);
/** The maximum number of references and nested schemas that the search for readOnly and writeOnly members follows. */
const depthMax = 8;
const openers = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];

/** Keywords whose schemas apply to the same value as the schema that contains them. */
const appliers = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else']);

/** Resolves the references in a schema. */
export interface References {
  /** Returns the name of a reference in the normal schema. */
  keyOf($ref: string): string;
  /** Returns the referenced schema. */
  lookUp($ref: string): unknown;
}

/**
 * Returns a schema without annotations, with references named by `keyOf`. Objects of responses are closed: an object
 * with `properties` allows no additional members unless a keyword or `x-open` allows them. Required members that are
 * `readOnly` may be absent in requests, and those that are `writeOnly` may be absent in responses (OpenAPI 3.0.3,
 * Schema Object). Ids in requests are converted to canonical form.
 */
export function normaliseSchema(schema: Schema, direction: Direction, references: References): Schema {
  return normalise(schema, direction, { references, absent: new Set() });
}

interface Context {
  readonly references: References;
  /** Members that the enclosing schemas exclude in this direction. */
  readonly absent: ReadonlySet<string>;
}

function normalise(schema: Schema, direction: Direction, { references, absent }: Context): Schema {
  const missing = new Set([...absent, ...absentIn(schema, direction, references)]);
  const visit = (value: unknown, isApplied: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => visit(one, isApplied));
    if (!isJson(value)) return value;
    return normalise(value, direction, { references, absent: isApplied ? missing : new Set() });
  };
  const normal: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (isAnnotation(keyword)) continue;
    if (keyword === '$ref') normal['$ref'] = references.keyOf(String(value));
    else if (keyword === 'discriminator' && isJson(value)) {
      normal['discriminator'] = { propertyName: value['propertyName'] };
    } else if (keyword === 'required') {
      const required = asList(value).filter((name) => !missing.has(String(name)));
      if (required.length > 0) normal['required'] = required;
    } else if (literals.has(keyword)) normal[keyword] = value;
    else if (maps.has(keyword) && isJson(value)) normal[keyword] = mapMembers(value, (member) => visit(member, false));
    else normal[keyword] = visit(value, appliers.has(keyword));
  }
  if (direction === 'request' && normal['format'] === 'uuid') normal[canonicalIdKeyword] = true;
  if (direction === 'response' && 'properties' in normal && !isOpen(schema)) normal['additionalProperties'] = false;
  // With a discriminator, ajv validates objects only and accepts all other values.
  if ('discriminator' in normal) normal['type'] = 'object';
  return withoutProto(normal);
}

function isOpen(schema: Schema): boolean {
  return schema['x-open'] === true || openers.some((keyword) => keyword in schema);
}

/** ajv ignores a property named `__proto__`. A pattern that matches only this name replaces it. */
function withoutProto(schema: Schema): Schema {
  const { properties, patternProperties } = schema;
  if (!isJson(properties) || !Object.hasOwn(properties, '__proto__')) return schema;
  const others = Object.entries(properties).filter(([name]) => name !== '__proto__');
  const pattern = { '^__proto__$': memberOf(properties, '__proto__') };
  return {
    ...schema,
    properties: Object.fromEntries(others),
    patternProperties: { ...asJson(patternProperties), ...pattern },
  };
}

/** Returns the members that the schema, or a schema that applies to the same value, excludes in a direction. */
function absentIn(schema: Schema, direction: Direction, references: References, depth = 0): string[] {
  const flag = direction === 'request' ? 'readOnly' : 'writeOnly';
  const isAbsent = (member: unknown, steps = 0): boolean => {
    if (!isJson(member)) return false;
    if (member[flag] === true) return true;
    return isRef(member) && steps < depthMax && isAbsent(references.lookUp(member.$ref), steps + 1);
  };
  const own = Object.entries(asJson(schema['properties'])).filter(([, member]) => isAbsent(member));
  const referred = isRef(schema) ? [references.lookUp(schema.$ref)] : [];
  const inner = depth < depthMax ? [...referred, ...asList(schema['allOf'])] : [];
  const names = own.map(([name]) => name);
  return [...names, ...inner.flatMap((one) => absentIn(asJson(one), direction, references, depth + 1))];
}

/** Whether a keyword has no effect on validation. */
export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}
