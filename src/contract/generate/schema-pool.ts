import { createHash } from 'node:crypto';
import { canonicalJson, isRecord, isRef, lookUp, type Document, type Schema } from './document.ts';

export type Direction = 'request' | 'reply';

export interface PooledSchema {
  readonly direction: Direction;
  readonly schema: Schema;
  /** Schemas that an operation refers to; the others are there because those refer to them. */
  isEntry: boolean;
}

export interface SchemaPool {
  /** Takes in a schema of a document and answers its key in the table of validators. */
  add(document: Document, schema: Schema, direction: Direction): string;
  readonly schemas: ReadonlyMap<string, PooledSchema>;
}

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
 * Collects the distinct schemas of both documents. A schema's key is made of its name and its content (annotations
 * apart), so v1 and v2, and all operations, share what is equal. Objects of replies are closed: what has
 * `properties` and says nothing of others allows no others.
 */
export function createSchemaPool(): SchemaPool {
  const schemas = new Map<string, PooledSchema>();
  const keys = new Map<string, string>();
  const byRef = new WeakMap<Document, Map<string, string>>();

  function enterRef(document: Document, $ref: string, direction: Direction, trail: readonly string[]): string {
    const memo = byRef.get(document) ?? new Map<string, string>();
    byRef.set(document, memo);
    const known = memo.get(`${direction} ${$ref}`);
    if (known !== undefined) return known;
    const key = enter(document, { $ref }, direction, trail);
    memo.set(`${direction} ${$ref}`, key);
    return key;
  }

  function enter(document: Document, schema: Schema, direction: Direction, trail: readonly string[]): string {
    let target = schema;
    let name = typeof schema['type'] === 'string' ? schema['type'] : 'schema';
    const path = [...trail];
    while (isRef(target) && Object.keys(target).every((key) => key === '$ref' || isAnnotation(key))) {
      if (path.includes(target.$ref)) throw new Error(`circular reference: ${[...path, target.$ref].join(' -> ')}`);
      path.push(target.$ref);
      name = target.$ref.slice(target.$ref.lastIndexOf('/') + 1);
      target = lookUp(document, target.$ref) as Schema;
    }
    const normal = normalise(document, target, direction, path);
    const canonical = `${direction} ${canonicalJson(normal)}`;
    const known = keys.get(canonical);
    if (known !== undefined) return known;
    const key = `${direction}:${name}~${createHash('sha256').update(canonical).digest('hex').slice(0, 8)}`;
    keys.set(canonical, key);
    schemas.set(key, { direction, schema: normal, isEntry: false });
    return key;
  }

  function normalise(document: Document, schema: Schema, direction: Direction, path: readonly string[]): Schema {
    const visit = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(visit);
      return isRecord(value) ? normalise(document, value, direction, path) : value;
    };
    const normal: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (isAnnotation(keyword)) continue;
      if (keyword === '$ref') normal['$ref'] = enterRef(document, String(value), direction, path);
      else if (keyword === 'discriminator' && isRecord(value)) {
        normal['discriminator'] = { propertyName: value['propertyName'] };
      } else if (literals.has(keyword)) normal[keyword] = value;
      else if (maps.has(keyword) && isRecord(value)) {
        normal[keyword] = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, visit(member)]));
      } else normal[keyword] = visit(value);
    }
    if (direction === 'reply' && 'properties' in normal && !openers.some((keyword) => keyword in normal)) {
      normal['additionalProperties'] = false;
    }
    return normal;
  }

  return {
    schemas,
    add(document, schema, direction) {
      const key = isRef(schema)
        ? enterRef(document, schema.$ref, direction, [])
        : enter(document, schema, direction, []);
      const entry = schemas.get(key);
      if (entry !== undefined) entry.isEntry = true;
      return key;
    },
  };
}

function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}
