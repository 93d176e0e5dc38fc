import { AppError } from './app-error.ts';

/** The entity tags that a header lists, each as it is written (`"3"`, `W/"3"`); `*` stands for any. */
export type EntityTags = '*' | readonly string[];

/** What a request asks of the resource that it names (RFC 9110, 13.1.1 and 13.1.2). */
export interface Precondition {
  readonly ifMatch: EntityTags | undefined;
  readonly ifNoneMatch: EntityTags | undefined;
}

/** What `If-Match` and `If-None-Match` ask of a row, or (undefined) nothing. */
export type VersionPrecondition = Precondition | undefined;

/** A resource that is there, with its strong entity tag where it has one. */
export interface Selected {
  readonly etag: string | undefined;
}

/** The strong ETag of a row: its version is counted up by every change, and a representation holds nothing of other rows. */
export function etagOf(row: { readonly version: number }): string {
  return `"${row.version}"`;
}

/** What asks for a version that is named otherwise than by `If-Match`: as a member of a body. */
export function inVersion(version: number | undefined): VersionPrecondition {
  return version === undefined ? undefined : { ifMatch: [etagOf({ version })], ifNoneMatch: undefined };
}

/**
 * The header whose condition does not hold, in the order of RFC 9110, 13.2.2; undefined where both hold.
 * @param selected the resource as it is before the request; undefined where there is none
 */
export function failingCondition(
  { ifMatch, ifNoneMatch }: Precondition,
  selected: Selected | undefined,
): keyof Precondition | undefined {
  if (ifMatch !== undefined && !isNamed(ifMatch, selected, isSame)) return 'ifMatch';
  if (ifNoneMatch !== undefined && isNamed(ifNoneMatch, selected, isWeaklySame)) return 'ifNoneMatch';
  return undefined;
}

/** @throws AppError `precondition_failed` (412) when the resource is not as the caller asks. */
export function assertPrecondition(precondition: VersionPrecondition, selected: Selected | undefined): void {
  if (precondition === undefined || failingCondition(precondition, selected) === undefined) return;
  throw new AppError('precondition_failed', 412);
}

/** The same for a row; undefined stands for one that is not there. */
export function assertVersion(row: { readonly version: number } | undefined, precondition: VersionPrecondition): void {
  if (precondition !== undefined) assertPrecondition(precondition, row && { etag: etagOf(row) });
}

type Comparison = (tag: string, etag: string) => boolean;

function isNamed(tags: EntityTags, selected: Selected | undefined, isEqual: Comparison): boolean {
  if (selected === undefined) return false;
  const { etag } = selected;
  return tags === '*' || (etag !== undefined && tags.some((tag) => isEqual(tag, etag)));
}

/** The strong comparison: a weak tag is no other's equal, not even its own (RFC 9110, 8.8.3.2). */
const isSame: Comparison = (tag, etag) => tag === etag && !etag.startsWith('W/');

const isWeaklySame: Comparison = (tag, etag) => opaqueOf(tag) === opaqueOf(etag);

function opaqueOf(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}
