import { asJson, isJson, type Json } from '../../documents/reader/json.ts';
import { isRef, resolve } from '../../documents/reader/reference.ts';

/**
 * Returns a value with the members of its objects in the order of their schema. Returns the same object if they have
 * that order already.
 */
export type MemberOrder = (value: unknown) => unknown;

type Orders = Map<string, { order: MemberOrder }>;

const asItIs: MemberOrder = (value) => value;

/** Prepares the ordering of members for a schema of a document. Database rows have their members in any order. */
export function memberOrderOf(document: object, schema: unknown, known: Orders = new Map()): MemberOrder {
  if (!isJson(schema)) return asItIs;
  if (isRef(schema)) {
    const { $ref } = schema;
    const present = known.get($ref);
    // Lazy, because a schema can contain itself.
    if (present !== undefined) return (value) => present.order(value);
    const entry = { order: asItIs };
    known.set($ref, entry);
    entry.order = memberOrderOf(document, resolve(document, schema), known);
    return entry.order;
  }
  const alternatives = [schema['oneOf'], schema['anyOf']].flat().filter(isJson);
  if (alternatives.length > 0) return orderOfAlternatives(document, alternatives, known);
  if (isJson(schema['items'])) return orderOfItems(memberOrderOf(document, schema['items'], known));
  return isJson(schema['properties']) ? orderOfObject(document, schema['properties'], known) : asItIs;
}

function orderOfItems(order: MemberOrder): MemberOrder {
  if (order === asItIs) return asItIs;
  return (value) => {
    if (!Array.isArray(value)) return value;
    let ordered: unknown[] = value;
    for (let index = 0; index < value.length; index += 1) {
      const item = order(value[index]);
      if (item === value[index]) continue;
      if (ordered === value) ordered = [...(value as unknown[])];
      ordered[index] = item;
    }
    return ordered;
  };
}

function orderOfObject(document: object, properties: Json, known: Orders): MemberOrder {
  const names = Object.keys(properties);
  const inner = Object.entries(properties).flatMap(([name, schema]) => {
    const order = memberOrderOf(document, schema, known);
    return order === asItIs ? [] : [[name, order] as const];
  });
  const places = new Map(names.map((name, index) => [name, index]));
  return (value) => {
    if (!isJson(value)) return value;
    let result = isInOrder(value, names, places) ? value : inOrder(value, names);
    for (const [name, order] of inner) {
      const member = result[name];
      const ordered = order(member);
      if (ordered !== member) result = { ...result, [name]: ordered };
    }
    return result;
  };
}

/** Most members are at the position of their schema already and need no look-up. */
function isInOrder(value: Json, names: readonly string[], places: ReadonlyMap<string, number>): boolean {
  let next = 0;
  for (const name in value) {
    if (names[next] === name) {
      next += 1;
      continue;
    }
    const place = places.get(name) ?? names.length;
    if (place < next) return false;
    next = place + 1;
  }
  return true;
}

function inOrder(value: Json, names: readonly string[]): Json {
  const ordered: Record<string, unknown> = {};
  for (const name of names) if (Object.hasOwn(value, name)) ordered[name] = value[name];
  return Object.assign(ordered, value);
}

/** Of several schemas, selects the one that declares all members of the value. */
function orderOfAlternatives(document: object, schemas: readonly Json[], known: Orders): MemberOrder {
  const alternatives = schemas.map((schema) => {
    const { properties } = resolve(document, schema);
    return { names: new Set(Object.keys(asJson(properties))), order: memberOrderOf(document, schema, known) };
  });
  if (alternatives.every(({ order }) => order === asItIs)) return asItIs;
  return (value) => {
    if (!isJson(value)) return value;
    const members = Object.keys(value);
    const fitting = alternatives.find(({ names }) => members.every((name) => names.has(name)));
    return fitting === undefined ? value : fitting.order(value);
  };
}
