import { createHash } from 'node:crypto';
import {
  anyCoding,
  assertEncodable,
  compressedFromBytes,
  encode,
  type ResponseCoding,
} from '../../contract/response/content-coding.ts';
import { readPrecondition } from '../../contract/request/precondition-headers.ts';
import { assertPrecondition } from '../../problems/precondition.ts';
import type { HttpContext } from '../options.ts';

export const jsonType = 'application/json; charset=utf-8';
export const markdownType = 'text/markdown; charset=utf-8';

/** Callers may cache the document, and must revalidate it on each use. */
export const documentCaching = 'public, no-cache';

/**
 * Bytes that do not change while the process runs, with their media type and a strong ETag derived from their content.
 */
export interface Representation {
  readonly type: string;
  readonly bytes: Buffer;
  /** The first sixteen hexadecimal digits of the content's SHA-256 hash. */
  readonly hash: string;
  /** Returns the compressed bytes. They are compressed on the first call and cached. */
  compressed(coding: ResponseCoding): Promise<Buffer>;
}

/**
 * Creates a representation.
 * @param type the value of Content-Type
 * @param content a string is encoded as UTF-8
 */
export function createRepresentation(type: string, content: string | Buffer): Representation {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const compressed: Partial<Record<ResponseCoding, Promise<Buffer>>> = {};
  return {
    type,
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    compressed: (coding) => (compressed[coding] ??= encode(bytes, coding)),
  };
}

/**
 * Responds with a representation: 304 if If-None-Match has its ETag, compressed if the caller prefers that.
 * @throws AppError `not_acceptable` if the caller accepts no coding; `precondition_failed` if If-Match has no ETag of it
 */
export async function send(context: HttpContext, representation: Representation, cacheControl: string): Promise<void> {
  const { bytes, hash, type } = representation;
  const { encoding } = context.state;
  assertEncodable(encoding);
  assertWanted(context, hash);
  const isLarge = bytes.length >= compressedFromBytes || encoding.isIdentityRefused;
  const coding = isLarge ? encoding.coding : undefined;
  context.set('Cache-Control', cacheControl);
  context.set('ETag', coding === undefined ? `"${hash}"` : `"${hash}-${coding}"`);
  context.status = 200;
  if (context.fresh) {
    context.status = 304;
    return;
  }
  context.type = type;
  if (coding !== undefined) context.set('Content-Encoding', coding);
  context.body = coding === undefined ? bytes : await representation.compressed(coding);
}

/** Any coding's tag is accepted, because all of them name the same content. A malformed list matches nothing. */
function assertWanted({ req }: HttpContext, hash: string): void {
  const value = req.headers['if-match']?.replace(codingSuffixes, '"');
  if (value === undefined) return;
  const { ifMatch = [] } = readPrecondition({ 'if-match': value }, []) ?? {};
  assertPrecondition({ ifMatch, ifNoneMatch: undefined }, { etag: `"${hash}"` });
}

const codingSuffixes = new RegExp(`-${anyCoding}"`, 'g');
