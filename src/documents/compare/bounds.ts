import type { Subject, Tell } from './change.ts';
import { isSent } from './change.ts';
import { isSame, type Members, type Place } from '../reader/place.ts';

const uppers = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'];
const lowers = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'];
/** A lower bound of zero on what cannot be negative says nothing. */
const counts = new Set(['minLength', 'minItems', 'minProperties']);

export const boundKeywords: readonly string[] = [
  ...uppers,
  ...lowers,
  'multipleOf',
  'uniqueItems',
  'pattern',
  'format',
];

type Movement = 'same' | 'tightened' | 'loosened' | 'changed';

export interface Schemas {
  readonly was: Members;
  readonly is: Members;
  /** The schema as it is now, for findings that have no keyword to point at. */
  readonly place: Place;
}

/** Bounds, patterns and formats: what clients send must not be tightened, what they receive not loosened. */
export function compareBounds({ was, is, place }: Schemas, subject: Subject, tell: Tell): void {
  for (const keyword of boundKeywords) {
    const [old, current] = [was.get(keyword), is.get(keyword)];
    if (isSame(old, current)) continue;
    const movement = movementOf(keyword, old?.value, current?.value);
    if (movement === 'same') continue;
    const name = keyword === 'pattern' || keyword === 'format' ? keyword : 'bound';
    const what = name === 'bound' ? movement : wordOf(movement);
    const isBreaking = movement === 'changed' || (movement === 'tightened') === isSent(subject);
    const reason = `${keyword} was ${textOf(old)} and is ${textOf(current)}`;
    tell(isBreaking ? 'breaking' : 'additive', `${subject}-${name}-${what}`, current ?? place, reason);
  }
}

function wordOf(movement: Movement): string {
  return movement === 'tightened' ? 'added' : movement === 'loosened' ? 'removed' : 'changed';
}

function textOf(place: Place | undefined): string {
  return place === undefined ? 'absent' : JSON.stringify(place.value);
}

function movementOf(keyword: string, before: unknown, after: unknown): Movement {
  if (keyword === 'uniqueItems') {
    if ((before === true) === (after === true)) return 'same';
    return after === true ? 'tightened' : 'loosened';
  }
  if (uppers.includes(keyword)) return between(numberOr(before, Infinity), numberOr(after, Infinity));
  if (lowers.includes(keyword)) {
    const neutral = counts.has(keyword) ? 0 : -Infinity;
    return between(-numberOr(before, neutral), -numberOr(after, neutral));
  }
  if (before === undefined) return 'tightened';
  if (after === undefined) return 'loosened';
  if (keyword === 'multipleOf' && typeof before === 'number' && typeof after === 'number') {
    if (after % before === 0) return 'tightened';
    if (before % after === 0) return 'loosened';
  }
  return 'changed';
}

/** How an upper bound moved. Booleans, as OpenAPI 3.0 has them for exclusive bounds, cannot be compared as numbers. */
function between(before: number, after: number): Movement {
  if (before === after) return 'same';
  if (Number.isNaN(before) || Number.isNaN(after)) return 'changed';
  return after < before ? 'tightened' : 'loosened';
}

function numberOr(value: unknown, neutral: number): number {
  if (value === undefined) return neutral;
  return typeof value === 'number' ? value : Number.NaN;
}
