import { asJson, asList, isJson, mapMembers, memberOf } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
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
const literals = new Set(['enum', 'const', 'dependentRequired', 'type']);
/** How many references and schemas deep it is looked for members that do not travel one way. */
const depthMax = 8;
const openers = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];

/** Keywords whose schemas hold for the same value as the schema that they stand in. */
const appliers = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else']);

/** How the references in a schema are followed. */
export interface References {
  /** What a reference is called in the normal schema. */
  keyOf($ref: string): string;
  /** The schema that it leads to. */
  lookUp($ref: string): unknown;
}

/**
 * A schema without annotations, its references named by `keyOf`. Objects of responses are closed: what has `properties`
 * and says nothing of others allows no others, unless its author left it open (`x-open`). What is `readOnly` need not
 * be sent, and what is `writeOnly` is not returned, even where it is required (OpenAPI 3.0.3, Schema Object). Ids in
 * requests are made canonical.
 */
export function normaliseSchema(schema: Schema, direction: Direction, references: References): Schema {
  return normalised(schema, direction, { references, absent: new Set() });
}

interface Means {
  readonly references: References;
  /** Members that do not travel this way, as the schemas around this one say. */
  readonly absent: ReadonlySet<string>;
}

function normalised(schema: Schema, direction: Direction, { references, absent }: Means): Schema {
  const missing = new Set([...absent, ...absentIn(schema, direction, references)]);
  const visit = (value: unknown, isApplied: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => visit(one, isApplied));
    if (!isJson(value)) return value;
    return normalised(value, direction, { references, absent: isApplied ? missing : new Set() });
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
  // Where a tag chooses, ajv looks at objects only, and takes everything else.
  if ('discriminator' in normal) normal['type'] = 'object';
  return withoutProto(normal);
}

function isOpen(schema: Schema): boolean {
  return schema['x-open'] === true || openers.some((keyword) => keyword in schema);
}

/** ajv leaves a property called `__proto__` out; a pattern that only this name has says the same. */
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

/** The members that do not travel in a direction, by the schema itself and by those that hold together with it. */
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

/** Whether a keyword says something to readers and nothing to a validator. */
export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}
