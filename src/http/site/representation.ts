import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HttpContext } from '../options.ts';

const compress = promisify(gzip);
const compressedFromBytes = 1024;

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
  compressed(): Promise<Buffer>;
}

export function createRepresentation(type: string, content: string | Buffer): Representation {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  let compressed: Promise<Buffer> | undefined;
  return {
    type,
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    compressed: () => (compressed ??= compress(bytes)),
  };
}

/** Responds with a representation: 304 where If-None-Match has it already, compressed where the caller takes that. */
export async function send(context: HttpContext, representation: Representation, cacheControl: string): Promise<void> {
  const { bytes, hash, type } = representation;
  const isCompressed = bytes.length >= compressedFromBytes && context.acceptsEncodings('gzip', 'identity') === 'gzip';
  context.vary('Accept-Encoding');
  context.set('Cache-Control', cacheControl);
  context.set('ETag', isCompressed ? `"${hash}-gzip"` : `"${hash}"`);
  context.status = 200;
  if (context.fresh) {
    context.status = 304;
    return;
  }
  context.type = type;
  if (isCompressed) context.set('Content-Encoding', 'gzip');
  context.body = isCompressed ? await representation.compressed() : bytes;
}
