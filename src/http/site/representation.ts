import { createHash } from 'node:crypto';
import {
  assertEncodable,
  compressedFromBytes,
  encode,
  type ResponseCoding,
} from '../../contract/response/content-coding.ts';
import type { HttpContext } from '../options.ts';

export const jsonType = 'application/json; charset=utf-8';

/** Callers keep it, and ask each time whether it is still the same. */
export const documentCaching = 'public, no-cache';

/** Bytes that do not change while the program runs, with their type and a strong ETag made of their content. */
export interface Representation {
  readonly type: string;
  readonly bytes: Buffer;
  /** Sixteen hexadecimal digits of the content's SHA-256. */
  readonly hash: string;
  /** The same bytes compressed; made once, when first asked for. */
  compressed(coding: ResponseCoding): Promise<Buffer>;
}

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

/** Responds with a representation: 304 where If-None-Match has it already, compressed where the caller takes that. */
export async function send(context: HttpContext, representation: Representation, cacheControl: string): Promise<void> {
  const { bytes, hash, type } = representation;
  const { encoding } = context.state;
  assertEncodable(encoding);
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
