import { once } from 'node:events';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '../../problems/app-error.ts';
import { GrowingBuffer, sharedMemory } from './growing-buffer.ts';
import { noMemory, tooLarge } from './read-bytes.ts';

/** The content codings in which a body may come, by their registered names (RFC 9110, 8.4.1). */
export type ContentCoding = 'gzip' | 'deflate' | 'br';

const chunkSize = 64 * 1024;
const decoders = {
  gzip: () => createGunzip({ chunkSize }),
  deflate: () => createInflate({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
} as const satisfies Record<ContentCoding, () => unknown>;
const aliases: Readonly<Record<string, ContentCoding>> = { 'x-gzip': 'gzip' };

const supported = Object.keys(decoders).join(', ');

/**
 * Beyond this size, what one byte stands for is bounded, too. Tables and logs come to a hundred; what comes to a
 * thousand was made to keep the server busy.
 */
const ratioFreeBytes = 1024 * 1024;
const ratioMax = 250;

/** A decoder of Brotli takes up to 16 MB, whatever it decodes. */
const decodersMax = 8;

/**
 * Reads Content-Encoding. One coding is taken beside `identity`: several of them one over the other have no use but to
 * multiply what a few bytes grow to.
 * @throws AppError `unsupported_media_type` (415) with `Accept-Encoding` (RFC 9110, 15.5.16)
 */
export function codingOf(header: string | undefined): ContentCoding | undefined {
  if (header === undefined) return undefined;
  const names = header.split(',').map((name) => name.trim().toLowerCase());
  const [name, ...others] = names.filter((one) => one !== '' && one !== 'identity');
  if (name === undefined) return undefined;
  const coding = isCoding(name) ? name : aliases[name];
  if (coding !== undefined && others.length === 0) return coding;
  const taken = `a body that is not compressed, or once, by one of ${supported}`;
  throw new AppError(
    'unsupported_media_type',
    415,
    { supported: taken },
    { headers: { 'accept-encoding': supported } },
  );
}

function isCoding(name: string): name is ContentCoding {
  return Object.hasOwn(decoders, name);
}

let decoding = 0;
const waiting: (() => void)[] = [];

/**
 * Undoes a content coding; a few bodies at a time.
 * @throws AppError `payload_too_large` as soon as there are more than `bytesMax`, or far more than was sent;
 *   `validation_failed` where the bytes are not of this coding; `overloaded` where there is no memory for them
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
  // What stands behind the end of the compressed bytes belongs to nothing.
  if (decoder.bytesWritten < encoded.length) throw malformed(coding);
}

function malformed(coding: ContentCoding, cause?: unknown): AppError {
  const detail = `is not what ${coding} makes, or more or less than that`;
  const violation = { in: 'body', pointer: '', code: 'malformed_encoding', detail } as const;
  return new AppError('validation_failed', 400, { count: 1 }, { violations: [violation], cause });
}
