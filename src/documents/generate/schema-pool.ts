import { createHash } from 'node:crypto';
import { canonicalJson } from '../reader/json.ts';
import { isRef, lookUp } from '../reader/reference.ts';
import type { Document, Schema } from './document.ts';
import { isAnnotation, normaliseSchema, type Direction, type References } from './normal-schema.ts';

export interface PooledSchema {
  readonly direction: Direction;
  readonly schema: Schema;
  /** Schemas that an operation refers to; the others are there because those refer to them. */
  isEntry: boolean;
}

export interface SchemaPool {
  /** Takes in a schema of a document and returns its key in the table of validators. */
  add(document: Document, schema: Schema, direction: Direction): string;
  readonly schemas: ReadonlyMap<string, PooledSchema>;
}

/** Where a schema stands, and which way its values go. */
interface Place {
  readonly document: Document;
  readonly direction: Direction;
}

/**
 * Collects the distinct schemas of both documents. A schema's key is made of its name and its content (annotations
 * apart), so v1 and v2, and all operations, share what is equal. Objects of responses are closed: what has
 * `properties` and says nothing of others allows no others.
 */
export function createSchemaPool(): SchemaPool {
  const schemas = new Map<string, PooledSchema>();
  const keys = new Map<string, string>();
  const byRef = new WeakMap<Document, Map<string, string>>();

  /** References that are being entered, and the keys of those that their own schema leads back to. */
  const open = new Map<string, string | undefined>();

  function enterRef(place: Place, $ref: string): string {
    const memo = byRef.get(place.document) ?? new Map<string, string>();
    byRef.set(place.document, memo);
    const name = `${place.direction} ${$ref}`;
    const known = memo.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) {
      const key = open.get(name) ?? circularKey(place, $ref);
      open.set(name, key);
      return key;
    }
    open.set(name, undefined);
    const key = enter(place, { $ref }, () => open.get(name));
    open.delete(name);
    memo.set(name, key);
    return key;
  }

  /** @param circle returns, once the schema has been walked, the key that it calls itself by */
  function enter(place: Place, schema: Schema, circle = (): string | undefined => undefined): string {
    const { document, direction } = place;
    const { name, target } = followRefs(document, schema);
    const references = referencesIn(document, ($ref) => enterRef(place, $ref));
    const normal = normaliseSchema(target, direction, references);
    const canonical = `${direction} ${canonicalJson(normal)}`;
    const key = circle() ?? keys.get(canonical) ?? keyOf(name, direction, canonical);
    keys.set(canonical, key);
    if (!schemas.has(key)) schemas.set(key, { direction, schema: normal, isEntry: false });
    return key;
  }

  return {
    schemas,
    add(document, schema, direction) {
      const place = { document, direction };
      const key = isRef(schema) && isBare(schema) ? enterRef(place, schema.$ref) : enter(place, schema);
      const entry = schemas.get(key);
      if (entry !== undefined) entry.isEntry = true;
      return key;
    },
  };
}

function referencesIn(document: Document, keyOf: ($ref: string) => string): References {
  return { keyOf, lookUp: ($ref) => lookUp(document, $ref) };
}

/** What a schema that is nothing but a reference stands for, and the name it has there. */
function followRefs(document: Document, schema: Schema): { readonly name: string; readonly target: Schema } {
  let target = schema;
  let name = typeof schema['type'] === 'string' ? schema['type'] : 'schema';
  const path: string[] = [];
  while (isRef(target) && isBare(target)) {
    if (path.includes(target.$ref)) throw new Error(`circular reference: ${[...path, target.$ref].join(' -> ')}`);
    path.push(target.$ref);
    name = nameOf(target.$ref);
    target = lookUp(document, target.$ref) as Schema;
  }
  return { name, target };
}

function nameOf($ref: string): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

/** Whether nothing that means something to a validator stands beside the reference. */
function isBare(reference: object): boolean {
  return Object.keys(reference).every((key) => key === '$ref' || isAnnotation(key));
}

function keyOf(name: string, direction: Direction, content: string): string {
  return `${direction}:${name}~${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
}

/** The content of a schema that leads back to itself cannot name it; all that it reaches, as it is written, does. */
function circularKey({ document, direction }: Place, $ref: string): string {
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
  return keyOf(nameOf($ref), direction, `${$ref} ${canonicalJson(Object.fromEntries(reached))}`);
}
