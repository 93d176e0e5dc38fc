import { isSent, type Subject, type AddFinding } from './change.ts';
import { isExpressible } from './dialect.ts';
import { isSame, type Place } from '../reader/place.ts';
import type { Schemas, SchemaView } from './view.ts';

type Range = readonly [bound: string, exclusive: string, sign: number];

const ranges: readonly Range[] = [
  ['maximum', 'exclusiveMaximum', 1],
  ['minimum', 'exclusiveMinimum', -1],
];
const uppers = ['maxLength', 'maxItems', 'maxProperties', 'maxContains'];
const lowers = ['minLength', 'minItems', 'minProperties', 'minContains'];
/** A lower bound of zero has no effect on a length or count. */
const counts = new Set(['minLength', 'minItems', 'minProperties']);

const singleKeywords = [...uppers, ...lowers, 'multipleOf', 'uniqueItems', 'pattern', 'format'];

export const boundKeywords: readonly string[] = [
  ...singleKeywords,
  ...ranges.flatMap(([bound, exclusive]) => [bound, exclusive]),
];

type Movement = 'same' | 'tightened' | 'loosened' | 'changed';

/**
 * Compares bounds, patterns and formats. Tightening breaks clients that send the value. Loosening breaks clients that
 * receive it.
 */
export function compareBounds(schemas: Schemas, subject: Subject, addFinding: AddFinding): void {
  const { was, is, before, place } = schemas;
  for (const limits of ranges) compareLimits(schemas, limits, subject, addFinding);
  for (const keyword of singleKeywords) {
    const [old, current] = [was.keywords.get(keyword), is.keywords.get(keyword)];
    if (isSame(old, current) || !isExpressible(keyword, old, before) || !isExpressible(keyword, current, place))
      continue;
    const movement = movementOf(keyword, old?.value, current?.value);
    if (movement === 'same') continue;
    const name = keyword === 'pattern' || keyword === 'format' ? keyword : 'bound';
    const what = name === 'bound' ? movement : wordOf(movement);
    const isBreaking = movement === 'changed' || (movement === 'tightened') === isSent(subject);
    const isHarmless = keyword === 'format' && [old, current].every((one) => isHint(one?.value));
    const reason = `${keyword} was ${textOf(old)} and is ${textOf(current)}`;
    addFinding(
      isBreaking && !isHarmless ? 'breaking' : 'additive',
      `${subject}-${name}-${what}`,
      current ?? place,
      reason,
    );
  }
}

/** Formats that describe how a value is stored, and refuse no value. */
function isHint(format: unknown): boolean {
  return format === undefined || (typeof format === 'string' && ['int64', 'double', 'password'].includes(format));
}

/**
 * The bound and its exclusive form are one limit: 3.0 writes `minimum: 0, exclusiveMinimum: true`, 3.1
 * `exclusiveMinimum: 0`.
 */
function compareLimits(
  { was, is, place }: Schemas,
  [bound, exclusive, sign]: Range,
  subject: Subject,
  addFinding: AddFinding,
): void {
  const [old, current] = [limitOf(was, bound, exclusive, sign), limitOf(is, bound, exclusive, sign)];
  const isSameEdge = old.isExclusive === current.isExclusive;
  if (old.value === current.value && isSameEdge) return;
  const isTighter = old.value === current.value ? current.isExclusive : (current.value - old.value) * sign < 0;
  const at = is.keywords.get(bound) ?? is.keywords.get(exclusive) ?? place;
  const reason = `${bound} was ${limitText(old)} and is ${limitText(current)}`;
  const what = isTighter ? 'tightened' : 'loosened';
  addFinding(isTighter === isSent(subject) ? 'breaking' : 'additive', `${subject}-bound-${what}`, at, reason);
}

interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
}

/** @param sign 1 for an upper limit, -1 for a lower one */
function limitOf({ keywords, types }: SchemaView, bound: string, exclusive: string, sign: number): Limit {
  const [inclusive, edge] = [keywords.get(bound)?.value, keywords.get(exclusive)?.value];
  const limits = [
    { value: numberOr(inclusive, sign * Infinity), isExclusive: edge === true },
    ...(typeof edge === 'number' ? [{ value: edge, isExclusive: true }] : []),
  ];
  const [first, second] = limits.sort((left, right) => (left.value - right.value) * sign);
  const limit = first?.value === second?.value ? { ...first, isExclusive: true } : first;
  const { value = Number.NaN, isExclusive = false } = limit ?? {};
  const isWhole = isExclusive && Number.isInteger(value) && types?.length === 1 && types[0] === 'integer';
  return isWhole ? { value: value - sign, isExclusive: false } : { value, isExclusive };
}

function limitText({ value, isExclusive }: Limit): string {
  return Number.isFinite(value) ? `${value}${isExclusive ? ' (exclusive)' : ''}` : 'absent';
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
  if (uppers.includes(keyword)) return compareUpperBounds(numberOr(before, Infinity), numberOr(after, Infinity));
  if (lowers.includes(keyword)) {
    const neutral = counts.has(keyword) ? 0 : -Infinity;
    return compareUpperBounds(-numberOr(before, neutral), -numberOr(after, neutral));
  }
  if (before === undefined) return 'tightened';
  if (after === undefined) return 'loosened';
  if (keyword === 'multipleOf' && typeof before === 'number' && typeof after === 'number') {
    if (isMultiple(after, before)) return 'tightened';
    if (isMultiple(before, after)) return 'loosened';
  }
  return 'changed';
}

/** The direction in which an upper bound moved. */
function compareUpperBounds(before: number, after: number): Movement {
  if (before === after) return 'same';
  if (Number.isNaN(before) || Number.isNaN(after)) return 'changed';
  return after < before ? 'tightened' : 'loosened';
}

function numberOr(value: unknown, neutral: number): number {
  if (value === undefined) return neutral;
  return typeof value === 'number' ? value : Number.NaN;
}

/** Decimal fractions are not exact in binary: 0.3 / 0.1 is 2.9999999999999996. */
function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) <= Number.EPSILON * Math.abs(quotient);
}
