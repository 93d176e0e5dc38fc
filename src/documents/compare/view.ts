import { canonicalJson } from '../reader/json.ts';
import { itemsOf, membersOf, textsOf, type Members, type Place } from '../reader/place.ts';
import { isProse, isSent, type Subject } from './change.ts';
import { isNull, partsOf, takesNull } from './parts.ts';

/** The meaning of a schema for values that are sent in one direction, independent of its spelling. */
export interface SchemaView {
  /** The keywords of the schema and of all schemas that apply together with it. */
  readonly keywords: Members;
  /** Property name -> the schemas that it must match. */
  readonly properties: ReadonlyMap<string, readonly Place[]>;
  readonly required: ReadonlySet<string>;
  /** The allowed types apart from null; undefined for any. */
  readonly types: readonly string[] | undefined;
  /** The listed values apart from null, as canonical JSON; undefined if none are listed. */
  readonly listed: readonly string[] | undefined;
  readonly isNullable: boolean;
  readonly name: string | undefined;
  readonly mayGrow: boolean;
}

/** A schema before and after, as clients see it. */
export interface Schemas {
  readonly was: SchemaView;
  readonly is: SchemaView;
  readonly before: Place;
  /** The current schema, for findings that have no keyword to point at. */
  readonly place: Place;
}

const alternatives = ['oneOf', 'anyOf'];

/**
 * `readOnly` members do not count in requests, `writeOnly` members do not count in responses (OpenAPI 3.1, Schema
 * Object).
 */
export function viewOf(place: Place, subject: Subject): SchemaView {
  const { members: parts, name, mayGrow } = partsOf(place);
  const listings = parts.map(listedIn);
  const typings = parts.map(typesIn);
  const listed = intersect(listings.flatMap((one) => (one === undefined ? [] : [one.values])));
  const hidden = isSent(subject) ? 'readOnly' : 'writeOnly';
  const properties = propertiesOf(parts, hidden);
  const keywords = new Map<string, Place>();
  parts.forEach((members, index) => {
    const described = [listings[index]?.keyword, typings[index]?.keyword];
    for (const [keyword, value] of members) {
      const isDescribed = alternatives.includes(keyword) && described.includes(keyword);
      if (!isDescribed && !keywords.has(keyword)) keywords.set(keyword, value);
    }
  });
  const required = parts.flatMap((members) => textsOf(members.get('required')));
  return {
    keywords,
    properties: properties.shown,
    required: new Set(required.filter((one) => !properties.hidden.has(one))),
    types: typesOfBoth(intersect(typings.flatMap((one) => (one === undefined ? [] : [one.types]))), listed),
    listed: listed?.filter((value) => value !== 'null'),
    isNullable: takesNull(place),
    name,
    mayGrow,
  };
}

function propertiesOf(parts: readonly Members[], keyword: 'readOnly' | 'writeOnly') {
  const shown = new Map<string, Place[]>();
  const hidden = new Set<string>();
  for (const [name, schema] of parts.flatMap((members) => [...membersOf(members.get('properties'))])) {
    if (partsOf(schema).members.some((members) => members.get(keyword)?.value === true)) hidden.add(name);
    shown.set(name, [...(shown.get(name) ?? []), schema]);
  }
  for (const name of hidden) shown.delete(name);
  return { shown, hidden };
}

/** Returns the intersection of several lists; undefined if there are none. */
function intersect(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.some((one) => one === value || isWider(one, value))));
}

function isWider(type: string, other: string): boolean {
  return type === 'number' && other === 'integer';
}

interface Listing {
  readonly keyword: string;
  readonly values: readonly string[];
}

/** The values of `enum`, of `const`, or of alternatives that consist of such lists. */
function listedIn(members: Members): Listing | undefined {
  const list = members.get('enum')?.value;
  if (Array.isArray(list)) return { keyword: 'enum', values: list.map((value) => canonicalJson(value)) };
  const constant = members.get('const');
  if (constant !== undefined) return { keyword: 'const', values: [canonicalJson(constant.value)] };
  for (const keyword of alternatives) {
    const lists = itemsOf(members.get(keyword)).map((one) => {
      const inner = membersOf(one);
      return isOnly(inner, ['enum', 'const', 'type']) ? listedIn(inner)?.values : undefined;
    });
    const values = lists.flatMap((one) => one ?? []);
    if (lists.length > 0 && !lists.includes(undefined)) return { keyword, values };
  }
  return undefined;
}

interface Typing {
  readonly keyword: string;
  readonly types: readonly string[];
}

/** The keywords of an alternative that says its type only. */
const typing = ['type', 'nullable'];

/** The types of `type`, or of alternatives that consist of types. */
function typesIn(members: Members): Typing | undefined {
  const type = members.get('type')?.value;
  if (type !== undefined) return { keyword: 'type', types: withoutNull([type].flat().map(String)) };
  for (const keyword of alternatives) {
    const choices = itemsOf(members.get(keyword)).filter((one) => !isNull(one));
    const types = choices.flatMap((one) => {
      const inner = membersOf(one);
      return inner.has('type') && isOnly(inner, typing) ? [inner.get('type')?.value].flat().map(String) : [];
    });
    const isPlain = choices.length > 0 && choices.every((one) => isOnly(membersOf(one), typing));
    // For `oneOf` with number and integer, integers match both and are refused.
    const isExact = keyword === 'anyOf' || !types.includes('number') || !types.includes('integer');
    if (isPlain && isExact && types.length >= choices.length) return { keyword, types: withoutNull(types) };
  }
  return undefined;
}

function withoutNull(types: readonly string[]): string[] {
  return types.filter((type) => type !== 'null');
}

function isOnly(members: Members, keywords: readonly string[]): boolean {
  return [...members.keys()].every((keyword) => keywords.includes(keyword) || isProse(keyword));
}

/** The types of the listed values, as far as the type keyword allows them. */
function typesOfBoth(
  types: readonly string[] | undefined,
  listed: readonly string[] | undefined,
): readonly string[] | undefined {
  const values = withoutNull(listed?.map(typeOfText) ?? []);
  if (values.length === 0) return types;
  if (types === undefined) return [...new Set(values)];
  const fitting = types.filter((type) => values.some((one) => one === type || isWider(type, one)));
  return fitting.length === 0 ? types : fitting;
}

function typeOfText(text: string): string {
  const value: unknown = JSON.parse(text);
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
