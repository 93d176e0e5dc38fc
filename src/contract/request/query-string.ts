import type { Violation } from '../../problems/app-error.ts';
import type { Parameter, ParameterType } from '../operation.ts';
import { objectOf } from './parameter-styles.ts';
import { decodeQuery, MalformedText, primitiveOf } from './parameter-values.ts';

// In queries and form-style cookies one parameter can consist of several pieces. A plan maps each name on the wire to
// its parameter. Collecting a query fills one slot per parameter.

/**
 * The pieces of one parameter: one text, the texts of an exploded array, or alternating names and texts of an object.
 */
export type Slot = string | string[];

interface Place {
  readonly index: number;
  readonly kind: 'single' | 'many' | 'member';
}

interface QueryPlan {
  readonly parameters: readonly Parameter[];
  readonly places: ReadonlyMap<string, Place>;
  /** deepObject parameters by name: `filter` for `filter[status]=done`. */
  readonly deep: ReadonlyMap<string, number>;
  /** The exploded object that takes every name that no other parameter has. */
  readonly catchAll: number | undefined;
  readonly in: 'query' | 'cookie';
  /** Names that are not parameters: the security schemes read them. */
  readonly foreign: ReadonlySet<string>;
}

/** Plans the names on the wire of an operation's query parameters or cookies. */
export function planQuery(
  parameters: readonly Parameter[],
  location: 'query' | 'cookie',
  foreign: readonly string[] = [],
): QueryPlan {
  const places = new Map<string, Place>();
  const deep = new Map<string, number>();
  let catchAll: number | undefined;
  parameters.forEach(({ name, style, explode, type }, index) => {
    if (style === 'deepObject') deep.set(name, index);
    else if (explode && type.kind === 'array') places.set(name, { index, kind: 'many' });
    else if (explode && type.kind === 'object') {
      for (const member of Object.keys(type.properties)) places.set(member, { index, kind: 'member' });
      if (type.additional) catchAll = index;
    } else places.set(name, { index, kind: 'single' });
  });
  return { parameters, places, deep, catchAll, in: location, foreign: new Set(foreign) };
}

/**
 * Puts each pair of a raw query (without `?`) into the slot of its parameter. A name without a parameter is a
 * violation.
 */
export function collectQuery(plan: QueryPlan, query: string, violations: Violation[]): (Slot | undefined)[] {
  const slots = new Array<Slot | undefined>(plan.parameters.length).fill(undefined);
  let from = 0;
  while (from < query.length) {
    let end = query.indexOf('&', from);
    if (end === -1) end = query.length;
    if (end > from) collectPair(plan, query.slice(from, end), { slots, violations });
    from = end + 1;
  }
  return slots;
}

interface Collection {
  readonly slots: (Slot | undefined)[];
  readonly violations: Violation[];
}

/** Puts one `name=value` pair into its slot. */
export function collectPair(plan: QueryPlan, pair: string, collection: Collection): void {
  const equals = pair.indexOf('=');
  const rawName = equals === -1 ? pair : pair.slice(0, equals);
  const raw = equals === -1 ? '' : pair.slice(equals + 1);
  let name: string;
  try {
    name = decodeQuery(rawName);
  } catch {
    report(plan, collection, [rawName, 'malformed_encoding', 'must be UTF-8, percent-encoded']);
    return;
  }
  const place = plan.places.get(name) ?? deepPlace(plan, name);
  if (place === undefined) {
    if (plan.in === 'query' && !plan.foreign.has(name))
      report(plan, collection, [name, 'unknown_parameter', 'is not a parameter of this operation']);
    return;
  }
  put(plan, collection, { place, name, raw });
}

function put(plan: QueryPlan, collection: Collection, piece: { place: Place; name: string; raw: string }): void {
  const { place, name, raw } = piece;
  const present = collection.slots[place.index];
  if (place.kind === 'single') {
    if (present === undefined) collection.slots[place.index] = raw;
    else report(plan, collection, [name, 'duplicate_parameter', 'must be given once']);
    return;
  }
  const texts = Array.isArray(present) ? present : [];
  collection.slots[place.index] = texts;
  if (place.kind === 'many') texts.push(raw);
  else if (texts.some((text, index) => index % 2 === 0 && text === name)) {
    report(plan, collection, [name, 'duplicate_parameter', 'must be given once']);
  } else texts.push(name, raw);
}

/** `filter[status]` -> the member `status` of the parameter `filter`. */
function deepPlace(plan: QueryPlan, name: string): Place | undefined {
  if (plan.deep.size > 0 && name.endsWith(']')) {
    const index = plan.deep.get(name.slice(0, name.indexOf('[')));
    if (index !== undefined) return { index, kind: 'member' };
  }
  return plan.catchAll === undefined ? undefined : { index: plan.catchAll, kind: 'member' };
}

function report(
  plan: QueryPlan,
  { violations }: Collection,
  [parameter, code, detail]: [string, string, string],
): void {
  violations.push({ in: plan.in, parameter: parameter.slice(0, 200), code, detail });
}

/** The decoder of an exploded array: each text is one item. @throws MalformedText */
export function explodedArray(items: ParameterType): (texts: readonly string[]) => unknown {
  return (texts) => texts.map((text) => primitiveOf(items, decodeQuery(text)));
}

/**
 * The decoder of an exploded form object, or of a deepObject with its names in brackets.
 * @throws MalformedText
 */
export function spreadObject(
  type: Extract<ParameterType, { kind: 'object' }>,
  prefix: string | undefined,
): (namesAndTexts: readonly string[]) => unknown {
  return (namesAndTexts) => {
    const members: [string, string][] = [];
    for (let at = 0; at < namesAndTexts.length; at += 2) {
      const name = namesAndTexts[at] ?? '';
      members.push([prefix === undefined ? name : bracketed(name, prefix), decodeQuery(namesAndTexts[at + 1] ?? '')]);
    }
    return objectOf(type, members);
  };
}

function bracketed(name: string, prefix: string): string {
  const member = name.slice(prefix.length + 1, -1);
  if (member === '' || member.includes('[')) {
    throw new MalformedText('malformed_style', `must have the form ${prefix}[name]=value`);
  }
  return member;
}
