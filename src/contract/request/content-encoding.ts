import { once } from 'node:events';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '../../problems/app-error.ts';
import { GrowingBuffer, sharedMemory } from './growing-buffer.ts';
import { noMemory, tooLarge } from './read-bytes.ts';

/** The accepted content codings of request bodies, by their registered names (RFC 9110, 8.4.1). */
export type ContentCoding = 'gzip' | 'deflate' | 'br';

const chunkSize = 64 * 1024;
const decoders = {
  gzip: () => createGunzip({ chunkSize }),
  deflate: () => createInflate({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
} as const satisfies Record<ContentCoding, () => unknown>;
const aliases: ReadonlyMap<string, ContentCoding> = new Map([['x-gzip', 'gzip']]);

const supported = Object.keys(decoders).join(', ');

/**
 * The ratio of decoded to sent bytes is limited for bodies above this size. Tables and logs reach a ratio of about 100.
 * A ratio of 1000 occurs only in bodies that are made to keep the server busy.
 */
const ratioFreeBytes = 1024 * 1024;
const ratioMax = 250;

/** A Brotli decoder takes up to 16 MB, whatever the size of its input. */
const decodersMax = 8;

/**
 * Reads Content-Encoding. At most one coding besides `identity` is accepted: several of them would only multiply the
 * size that a few bytes decode to.
 * @throws AppError `unsupported_media_type` (415) with `Accept-Encoding` (RFC 9110, 15.5.16)
 */
export function codingOf(header: string | undefined): ContentCoding | undefined {
  if (header === undefined) return undefined;
  const names = header.split(',').map((name) => name.trim().toLowerCase());
  const [name, ...others] = names.filter((one) => one !== '' && one !== 'identity');
  if (name === undefined) return undefined;
  const coding = isCoding(name) ? name : aliases.get(name);
  if (coding !== undefined && others.length === 0) return coding;
  const accepted = `an uncompressed body, or one with a single content coding of ${supported}`;
  throw new AppError(
    'unsupported_media_type',
    415,
    { supported: accepted },
    { headers: { 'accept-encoding': supported } },
  );
}

function isCoding(name: string): name is ContentCoding {
  return Object.hasOwn(decoders, name);
}

let decoding = 0;
const waiting: (() => void)[] = [];

/**
 * Undoes a content coding. Only a few bodies are decoded at the same time.
 * @throws AppError `payload_too_large` as soon as there are more than `bytesMax` bytes, or far more than were sent;
 *   `validation_failed` if the bytes are malformed in this coding; `overloaded` if there is no memory for them
 */
export async function decode(
  encoded: Buffer,
  coding: ContentCoding,
  bytesMax: number,
  memory = sharedMemory,
): Promise<Buffer> {
  if (decoding >= decodersMax) await new Promise<void>((resolve) => waiting.push(resolve));
  else decoding += 1;
  const body = new GrowingBuffer(memory, bytesMax);
  try {
    await decodeInto(body, encoded, { coding, bytesMax });
    return body.release();
  } finally {
    body.release();
    const next = waiting.shift();
    if (next === undefined) decoding -= 1;
    else next();
  }
}

async function decodeInto(
  body: GrowingBuffer,
  encoded: Buffer,
  { coding, bytesMax }: { readonly coding: ContentCoding; readonly bytesMax: number },
): Promise<void> {
  const decoder = decoders[coding]();
  const lengthMax = Math.min(bytesMax, Math.max(ratioFreeBytes, encoded.length * ratioMax));
  let length = 0;
  let refusal: AppError | undefined;
  decoder.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > lengthMax) refusal = tooLarge(bytesMax);
    else if (!body.add(chunk)) refusal = noMemory();
    if (refusal !== undefined) decoder.destroy();
  });
  decoder.end(encoded);
  try {
    await once(decoder, 'close');
  } catch (error) {
    throw refusal ?? malformed(coding, error);
  }
  if (refusal !== undefined) throw refusal;
  // Bytes after the end of the compressed data are refused.
  if (decoder.bytesWritten < encoded.length) throw malformed(coding);
}

function malformed(coding: ContentCoding, cause?: unknown): AppError {
  const detail = `must be exactly one complete ${coding} stream`;
  const violation = { in: 'body', pointer: '', code: 'malformed_encoding', detail } as const;
  return new AppError('validation_failed', 400, { count: 1 }, { violations: [violation], cause });
}
