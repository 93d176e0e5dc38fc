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

  /** References that are being entered, and the keys of those that their own schema leads back to. */
  const open = new Map<string, string | undefined>();

  function enterRef(document: Document, $ref: string, direction: Direction): string {
    const memo = byRef.get(document) ?? new Map<string, string>();
    byRef.set(document, memo);
    const place = `${direction} ${$ref}`;
    const known = memo.get(place);
    if (known !== undefined) return known;
    if (open.has(place)) {
      const key = open.get(place) ?? circularKey(document, $ref, direction);
      open.set(place, key);
      return key;
    }
    open.set(place, undefined);
    const key = enter(document, { $ref }, direction, () => open.get(place));
    open.delete(place);
    memo.set(place, key);
    return key;
  }

  /** @param circle answers, once the schema has been walked, the key that it calls itself by */
  function enter(
    document: Document,
    schema: Schema,
    direction: Direction,
    circle = (): string | undefined => undefined,
  ) {
    let target = schema;
    let name = typeof schema['type'] === 'string' ? schema['type'] : 'schema';
    const path: string[] = [];
    while (isRef(target) && Object.keys(target).every((key) => key === '$ref' || isAnnotation(key))) {
      if (path.includes(target.$ref)) throw new Error(`circular reference: ${[...path, target.$ref].join(' -> ')}`);
      path.push(target.$ref);
      name = target.$ref.slice(target.$ref.lastIndexOf('/') + 1);
      target = lookUp(document, target.$ref) as Schema;
    }
    const normal = normalise(document, target, direction);
    const canonical = `${direction} ${canonicalJson(normal)}`;
    const key = circle() ?? keys.get(canonical) ?? keyOf(name, direction, canonical);
    keys.set(canonical, key);
    if (!schemas.has(key)) schemas.set(key, { direction, schema: normal, isEntry: false });
    return key;
  }

  function normalise(document: Document, schema: Schema, direction: Direction): Schema {
    const visit = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(visit);
      return isRecord(value) ? normalise(document, value, direction) : value;
    };
    const normal: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (isAnnotation(keyword)) continue;
      if (keyword === '$ref') normal['$ref'] = enterRef(document, String(value), direction);
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
      const key = isRef(schema) ? enterRef(document, schema.$ref, direction) : enter(document, schema, direction);
      const entry = schemas.get(key);
      if (entry !== undefined) entry.isEntry = true;
      return key;
    },
  };
}

function keyOf(name: string, direction: Direction, content: string): string {
  return `${direction}:${name}~${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
}

/** The content of a schema that leads back to itself cannot name it; all that it reaches, as it is written, does. */
function circularKey(document: Document, $ref: string, direction: Direction): string {
  const reached = new Map<string, unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isRef(value) && !reached.has(value.$ref)) {
      reached.set(value.$ref, lookUp(document, value.$ref));
      visit(reached.get(value.$ref));
    }
    Object.values(value).forEach(visit);
  };
  visit({ $ref });
  return keyOf(
    $ref.slice($ref.lastIndexOf('/') + 1),
    direction,
    `${$ref} ${canonicalJson(Object.fromEntries(reached))}`,
  );
}

function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}
