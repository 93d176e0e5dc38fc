import { AppError } from './app-error.ts';

/** The entity tags of a header, each as it is written (`"3"`, `W/"3"`); `*` matches any. */
export type EntityTags = '*' | readonly string[];

/** The precondition of a request (RFC 9110, 13.1.1 and 13.1.2). */
export interface Precondition {
  readonly ifMatch: EntityTags | undefined;
  readonly ifNoneMatch: EntityTags | undefined;
}

/** The condition in `If-Match` and `If-None-Match`; undefined if the request has neither. */
export type VersionPrecondition = Precondition | undefined;

/** An existing resource. */
export interface Selected {
  /** The strong entity tag; undefined if the resource has none. */
  readonly etag: string | undefined;
}

/**
 * Returns the strong ETag of a row. Every change increments the version, and the representation depends on no other
 * row.
 */
export function etagOf(row: { readonly version: number }): string {
  return `"${row.version}"`;
}

/** Returns the precondition for a version that the request body states instead of `If-Match`. */
export function inVersion(version: number | undefined): VersionPrecondition {
  return version === undefined ? undefined : { ifMatch: [etagOf({ version })], ifNoneMatch: undefined };
}

/**
 * Returns the header whose condition is false, evaluated in the order of RFC 9110, 13.2.2; undefined if both are true.
 * @param selected the resource before the request; undefined if it does not exist
 */
export function failingCondition(
  { ifMatch, ifNoneMatch }: Precondition,
  selected: Selected | undefined,
): keyof Precondition | undefined {
  if (ifMatch !== undefined && !isNamed(ifMatch, selected, isSame)) return 'ifMatch';
  if (ifNoneMatch !== undefined && isNamed(ifNoneMatch, selected, isWeaklySame)) return 'ifNoneMatch';
  return undefined;
}

/** @throws AppError `precondition_failed` (412) if the precondition is false */
export function assertPrecondition(precondition: VersionPrecondition, selected: Selected | undefined): void {
  if (precondition === undefined || failingCondition(precondition, selected) === undefined) return;
  throw new AppError('precondition_failed', 412);
}

/** Checks the precondition for a row; undefined if it does not exist. @throws AppError `precondition_failed` (412) */
export function assertVersion(row: { readonly version: number } | undefined, precondition: VersionPrecondition): void {
  if (precondition !== undefined) assertPrecondition(precondition, row && { etag: etagOf(row) });
}

type Comparison = (tag: string, etag: string) => boolean;

function isNamed(tags: EntityTags, selected: Selected | undefined, isEqual: Comparison): boolean {
  if (selected === undefined) return false;
  const { etag } = selected;
  return tags === '*' || (etag !== undefined && tags.some((tag) => isEqual(tag, etag)));
}

/** The strong comparison: a weak tag never matches, not even itself (RFC 9110, 8.8.3.2). */
const isSame: Comparison = (tag, etag) => tag === etag && !etag.startsWith('W/');

const isWeaklySame: Comparison = (tag, etag) => opaqueOf(tag) === opaqueOf(etag);

function opaqueOf(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}
