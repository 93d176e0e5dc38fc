import { asJson, asList, isJson } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
import type { Schema } from './document.ts';

// Finds members that are sent in one direction only. Their flag can stand beside a reference, in the schema that it
// names, or in a part of a combined schema.

/** The direction in which the values of a schema are sent. */
export type Direction = 'request' | 'response';

/** Resolves the references in a schema. */
export interface References {
  /** Returns the name of a reference in the normal schema. */
  keyOf($ref: string): string;
  /** Returns the referenced schema. */
  lookUp($ref: string): unknown;
}

/** The maximum number of references and nested schemas that a search follows. */
const depthMax = 8;
const alternativeKeywords = ['oneOf', 'anyOf'];

/**
 * Returns the members that are absent in a direction: `readOnly` ones in requests, `writeOnly` ones in responses. A
 * member that alternatives describe is absent if each alternative says so.
 */
export function findOneWayMembers(schema: Schema, direction: Direction, references: References, depth = 0): string[] {
  const flag = direction === 'request' ? 'readOnly' : 'writeOnly';
  const own = Object.entries(asJson(schema['properties'])).filter(([, member]) => isFlagged(member, flag, references));
  const names = own.map(([name]) => name);
  if (depth >= depthMax) return names;
  const inside = (one: unknown) => findOneWayMembers(asJson(one), direction, references, depth + 1);
  const parts = [...targetsOf(schema, references), ...asList(schema['allOf'])].flatMap(inside);
  const common = alternativeKeywords.flatMap((keyword) => {
    const [first = [], ...others] = asList(schema[keyword]).map(inside);
    return first.filter((name) => others.every((list) => list.includes(name)));
  });
  return [...names, ...parts, ...common];
}

function isFlagged(member: unknown, flag: string, references: References, depth = 0): boolean {
  if (!isJson(member)) return false;
  if (member[flag] === true) return true;
  if (depth >= depthMax) return false;
  const inside = (one: unknown) => isFlagged(one, flag, references, depth + 1);
  if ([...targetsOf(member, references), ...asList(member['allOf'])].some(inside)) return true;
  const alternatives = alternativeKeywords.map((keyword) => asList(member[keyword]));
  return alternatives.some((list) => list.length > 0 && list.every(inside));
}

/** Whether a schema, or a part of it that applies to the same value, requires a member. */
export function isRequiredIn(schema: Schema, name: string, references: References, depth = 0): boolean {
  if (asList(schema['required']).includes(name)) return true;
  if (depth >= depthMax) return false;
  const lists = ['allOf', ...alternativeKeywords].flatMap((keyword) => asList(schema[keyword]));
  const parts = [...targetsOf(schema, references), ...lists, schema['then'], schema['else']];
  return parts.some((one) => isRequiredIn(asJson(one), name, references, depth + 1));
}

function targetsOf(schema: Schema, references: References): unknown[] {
  return isRef(schema) ? [references.lookUp(schema.$ref)] : [];
}
