import { etagOf } from '../../problems/precondition.ts';

type Headers = Readonly<Record<string, string>>;

interface Versioned {
  readonly version: number;
}

/** Returns 200 with a body. */
export function ok<Body>(body: Body, headers: Headers = {}) {
  return { status: 200 as const, body, headers };
}

/** Returns 200 with a versioned resource and its ETag. */
export function okVersioned<Body extends Versioned>(body: Body, headers: Headers = {}) {
  return { status: 200 as const, body, headers: { etag: etagOf(body), ...headers } };
}

/** Returns 201 with a versioned resource, its ETag and its Location. */
export function created<Body extends Versioned>(body: Body, location: string) {
  return { status: 201 as const, body, headers: { location, etag: etagOf(body) } };
}

/**
 * Returns 202 for work that is done later.
 * @param location the path of the resource that shows its progress
 */
export function accepted<Body>(body: Body, location: string) {
  return { status: 202 as const, body, headers: { location } };
}

/**
 * Returns 200 with records that are read while they are sent, as a download.
 * @param file its name, and whether it begins with a byte order mark; without one, Excel does not read the file as
 *   UTF-8
 */
export function streamed<MediaType extends string, Record>(
  mediaType: MediaType,
  records: AsyncIterable<Record>,
  file: { readonly name: string; readonly bom?: boolean },
) {
  const { name: fileName, bom = false } = file;
  const headers = { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` };
  return { status: 200 as const, headers, body: records, lead: bom ? '\uFEFF' : '' };
}

/** Returns 204 without a body. */
export function noContent(headers: Headers = {}) {
  return { status: 204 as const, body: undefined, headers };
}

/** Returns the `pagination` member of a list of v1. */
export function paginationOf(range: { readonly limit: number; readonly offset: number }, total: number) {
  return { limit: range.limit, offset: range.offset, total, pages: Math.ceil(total / range.limit) };
}
