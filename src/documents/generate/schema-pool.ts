import { createHash } from 'node:crypto';
import { isAnnotation } from '../reader/dialect.ts';
import { canonicalJson } from '../reader/json.ts';
import { isRef, lookUp } from '../reader/reference.ts';
import { referencesIn as schemaReferencesIn } from '../reader/structure.ts';
import type { Document, Schema } from './document.ts';
import { normaliseSchema } from './normal-schema.ts';
import type { Direction, References } from './one-way-members.ts';

export interface PooledSchema {
  readonly direction: Direction;
  readonly schema: Schema;
  /** Whether an operation refers to the schema directly. Others are in the pool because those refer to them. */
  isEntry: boolean;
}

export interface SchemaPool {
  /** Adds a schema of a document and returns its key in the table of validators. */
  add(document: Document, schema: Schema, direction: Direction): string;
  readonly schemas: ReadonlyMap<string, PooledSchema>;
}

/** The place of a schema, and the direction of its values. */
interface Place {
  readonly document: Document;
  readonly direction: Direction;
}

/**
 * Collects the distinct schemas of both documents. The key of a schema consists of its name and its content without
 * annotations, so that v1, v2 and all operations share equal schemas. Response objects are closed: an object with
 * `properties` that does not mention others allows no others.
 */
export function createSchemaPool(): SchemaPool {
  const schemas = new Map<string, PooledSchema>();
  const keys = new Map<string, string>();
  const byRef = new WeakMap<Document, Map<string, string>>();

  /** References that are being resolved, and the keys of those that their own schema refers to. */
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

  /** @param circle returns, after the schema has been walked, the key by which the schema refers to itself */
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

/** Resolves a schema that is nothing but a reference, to the schema and its name there. */
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

/** Whether the reference has no siblings that matter to a validator. */
function isBare(reference: object): boolean {
  return Object.keys(reference).every((key) => key === '$ref' || isAnnotation(key));
}

function keyOf(name: string, direction: Direction, content: string): string {
  return `${direction}:${name}~${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
}

/** The hash of a recursive schema cannot include its own key. It includes the text of all schemas that it reaches. */
function circularKey({ document, direction }: Place, $ref: string): string {
  const reached = new Map<string, unknown>();
  const visit = (reference: string): void => {
    if (reached.has(reference)) return;
    reached.set(reference, lookUp(document, reference));
    for (const one of schemaReferencesIn(reached.get(reference))) visit(one);
  };
  visit($ref);
  return keyOf(nameOf($ref), direction, `${$ref} ${canonicalJson(Object.fromEntries(reached))}`);
}
