import { isDeepStrictEqual } from 'node:util';
import { isJson, memberOf, type Json } from './json.ts';
import { escapeToken, isRef, tokensOf } from './reference.ts';

// A value of a document together with its place, so that every finding has a pointer.

export interface Place {
  readonly document: Json;
  /** The place of the value, with references resolved: `/components/schemas/Task/properties/title`. */
  readonly pointer: string;
  readonly value: unknown;
}

export interface Pair {
  readonly before: Place;
  readonly after: Place;
}

/** Returns the place of the whole document. */
export function rootOf(document: Json): Place {
  return { document, pointer: '', value: document };
}

/** Returns the place of a member, or undefined if it is absent. Follows no reference. */
export function child(place: Place, key: string | number): Place | undefined {
  const { document, pointer, value } = place;
  const member = memberOf(value, key);
  return member === undefined ? undefined : { document, pointer: `${pointer}/${escapeToken(key)}`, value: member };
}

/**
 * Resolves a chain of references.
 * @throws Error for a reference that has no target or is circular
 */
export function follow(place: Place): Place {
  const seen = new Set<string>();
  let current = place;
  while (isRef(current.value)) {
    const target = current.value.$ref;
    if (seen.has(target)) throw new Error(`the reference ${target} is circular`);
    seen.add(target);
    current = targetOf(place.document, target);
  }
  return current;
}

/**
 * Returns the place that a reference leads to, which may be another reference.
 * @throws Error for a reference that has no target
 */
export function targetOf(document: Json, reference: string): Place {
  if (!reference.startsWith('#/'))
    throw new Error(`the reference ${reference} points outside the document: bundle the document first`);
  let place = rootOf(document);
  for (const token of tokensOf(reference)) {
    const next = child(place, token);
    if (next === undefined) throw new Error(`the reference ${reference} has no target in the document`);
    place = next;
  }
  return place;
}

export type Members = ReadonlyMap<string, Place>;

/**
 * Returns the members of an object, with references resolved. Siblings of a reference override the members of the
 * referenced object.
 */
export function membersOf(place: Place | undefined): Members {
  if (place === undefined) return new Map();
  const target = follow(place);
  const members = new Map<string, Place>();
  for (const source of target === place ? [place] : [target, place]) {
    if (!isJson(source.value)) continue;
    for (const key of Object.keys(source.value)) {
      const member = key === '$ref' ? undefined : child(source, key);
      if (member !== undefined) members.set(key, member);
    }
  }
  return members;
}

/** Returns the items of a list, each with its place. */
export function itemsOf(place: Place | undefined): Place[] {
  if (place === undefined || !Array.isArray(place.value)) return [];
  return place.value.flatMap((_item, index) => child(place, index) ?? []);
}

/** Returns the texts of a list. */
export function textsOf(place: Place | undefined): string[] {
  return itemsOf(place).map(({ value }) => String(value));
}

/** Returns the value if it is a text, else undefined. */
export function textOf(place: Place | undefined): string | undefined {
  return typeof place?.value === 'string' ? place.value : undefined;
}

/** Whether two values are equal as JSON, whatever the order of members. */
export function isSame(before: Place | undefined, after: Place | undefined): boolean {
  return isDeepStrictEqual(before?.value, after?.value);
}
