import { isAnnotation } from '../reader/dialect.ts';
import { asJson, asList, isJson, mapMembers, memberOf } from '../reader/json.ts';
import type { Schema } from './document.ts';
import { findOneWayMembers, isRequiredIn, type Direction, type References } from './one-way-members.ts';
import { canonicalKeywords } from './request-keywords.ts';

// Reduces schemas to what matters to a validator, so that schemas that accept the same values have the same text.

/** Formats of OpenAPI 3.1, 4.4. */
const numberFormats = new Set(['int32', 'int64', 'float', 'double']);
/** Keywords whose value maps names to schemas. The names are not keywords. */
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);
/** Keywords whose value is data, never a schema. */
const literals = new Set(['enum', 'const', 'type']);
const openers = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];

/**
 * Keywords whose schemas apply to the same value as the schema that contains them. `not` and `if` are missing, because
 * what they require need not be there.
 */
const appliers = new Set(['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas']);

/**
 * Returns a schema without annotations, with references named by `keyOf`. Objects of responses are closed: an object
 * with `properties` allows no additional members unless a keyword or `x-open` allows them. Required members that are
 * `readOnly` may be absent in requests, and those that are `writeOnly` may be absent in responses (OpenAPI 3.0.3,
 * Schema Object). Ids and times in requests are converted to canonical form.
 */
export function normaliseSchema(schema: Schema, direction: Direction, references: References): Schema {
  return normalise(schema, direction, { references, absent: new Set(), inserted: new Set() });
}

interface Context {
  readonly references: References;
  /** Members that the enclosing schemas exclude in this direction. */
  readonly absent: ReadonlySet<string>;
  /** The references whose schemas contain this one. */
  readonly inserted: ReadonlySet<string>;
}

function normalise(schema: Schema, direction: Direction, { references, absent, inserted }: Context): Schema {
  const missing = new Set([...absent, ...findOneWayMembers(schema, direction, references)]);
  const visit = (value: unknown, isApplied: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => visit(one, isApplied));
    if (!isJson(value)) return value;
    return normalise(value, direction, { references, absent: isApplied ? missing : new Set(), inserted });
  };
  const normal: Record<string, unknown> = {};
  const insertions = findInsertions(schema, direction, { references, absent: missing, inserted });
  for (const [keyword, value] of Object.entries(schema)) {
    if (isAnnotation(keyword) || isNumberFormat(keyword, schema)) continue;
    if (keyword === '$ref') {
      if (insertions.length === 0) normal['$ref'] = references.keyOf(String(value));
    } else if (keyword === 'discriminator' && isJson(value)) {
      normal['discriminator'] = { propertyName: value['propertyName'] };
    } else if (keyword === 'required') {
      const required = asList(value).filter((name) => !missing.has(String(name)));
      if (required.length > 0) normal['required'] = required;
    } else if (keyword === 'dependentRequired') {
      normal[keyword] = mapMembers(asJson(value), (names) =>
        asList(names).filter((name) => !missing.has(String(name))),
      );
    } else if (literals.has(keyword)) normal[keyword] = value;
    else if (maps.has(keyword) && isJson(value))
      normal[keyword] = mapMembers(value, (member) => visit(member, appliers.has(keyword)));
    else normal[keyword] = visit(value, appliers.has(keyword));
  }
  if (insertions.length > 0) normal['allOf'] = [...asList(normal['allOf']), ...insertions];
  const canonical = canonicalKeywords[String(normal['format'])];
  if (direction === 'request' && canonical !== undefined) normal[canonical] = true;
  if (direction === 'response' && 'properties' in normal && !isOpen(schema)) normal['additionalProperties'] = false;
  // With a discriminator, ajv validates objects only and accepts all other values.
  if ('discriminator' in normal) normal['type'] = 'object';
  return withoutProto(normal);
}

/**
 * Returns the referenced schema if it requires members that only this place excludes. The reference itself would require
 * them.
 */
function findInsertions({ $ref }: Schema, direction: Direction, context: Context): Schema[] {
  const { references, absent, inserted } = context;
  if (typeof $ref !== 'string' || absent.size === 0 || inserted.has($ref)) return [];
  const target = asJson(references.lookUp($ref));
  const own = new Set(findOneWayMembers(target, direction, references));
  const names = [...absent].filter((name) => !own.has(name));
  if (!names.some((name) => isRequiredIn(target, name, references))) return [];
  return [normalise(target, direction, { references, absent, inserted: new Set([...inserted, $ref]) })];
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

/** The format of a number says how a client stores it. The bounds say which values it has. */
function isNumberFormat(keyword: string, { type, format }: Schema): boolean {
  if (keyword !== 'format' || !numberFormats.has(String(format))) return false;
  return [type].flat().every((one) => one === 'integer' || one === 'number' || one === 'null');
}
