import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  type BrotliCompress,
  type Gzip,
} from 'node:zlib';
import type { ContentEncoding } from '../../platform/request-state.ts';
import { AppError } from '../../problems/app-error.ts';
import { parseWeightedList } from '../header-elements.ts';
import type { Operation } from '../operation.ts';

// Content codings of responses (RFC 9110, 8.4). A middleware that compresses every Koa body (koa-compress) is not
// suitable: streams of records are written past Koa, and a response that contains a secret must not be compressed.

export type ResponseCoding = NonNullable<ContentEncoding['coding']>;

/** In order of preference: the first one compresses better. */
export const codings: readonly ResponseCoding[] = ['br', 'gzip'];
/** The part of a regular expression that matches any of them. */
export const anyCoding = `(?:${codings.join('|')})`;

/** Smaller bodies are not compressed: it would cost more than it saves. */
export const compressedFromBytes = 1024;

export const identity: ContentEncoding = { coding: undefined, isIdentityRefused: false };

/** The quality at which Brotli is as fast as gzip. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const gzipBytes = promisify(gzip);
const brotliBytes = promisify(brotliCompress);

/** The compressed forms of bodies that are sent again. */
const forms = new WeakMap<Buffer, Map<ResponseCoding, Promise<Buffer>>>();

/** Makes `encode` compress a body once for each coding, because it is sent again. */
export function keepEncodings(body: Buffer): void {
  if (!forms.has(body)) forms.set(body, new Map());
}

/**
 * Returns the same bytes in memory of their own. A small Buffer can be a part of a block of 8 KB, or of 16 KB if zlib has
 * made it, which stays in memory as long as the part does.
 */
export function toExactBytes(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.byteLength) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(own);
  return own;
}

/**
 * Compresses a whole body.
 * @param bytes a string is encoded as UTF-8
 */
export function encode(bytes: Buffer | string, coding: ResponseCoding): Promise<Buffer> {
  const kept = typeof bytes === 'string' ? undefined : forms.get(bytes);
  const known = kept?.get(coding);
  if (known !== undefined) return known;
  const compressed = compress(bytes, coding);
  if (kept === undefined) return compressed;
  const own = compressed.then(toExactBytes);
  kept.set(coding, own);
  return own;
}

function compress(bytes: Buffer | string, coding: ResponseCoding): Promise<Buffer> {
  return coding === 'br' ? brotliBytes(bytes, brotliOptions) : gzipBytes(bytes);
}

/** Returns a stream that compresses what is written to it. */
export function createEncoder(coding: ResponseCoding): BrotliCompress | Gzip {
  return coding === 'br' ? createBrotliCompress(brotliOptions) : createGzip();
}

/** Clients send few different values of Accept-Encoding, and nearly every request has one. */
const remembered = new Map<string, ContentEncoding>();
const REMEMBERED_MAX = 200;
const REMEMBERED_LENGTH_MAX = 100;

/**
 * Returns the coding that the caller prefers (RFC 9110, 12.5.3), or the first of ours among equals. Returns undefined
 * if the caller prefers the identity coding, sends `Cache-Control: no-transform`, or states no preference.
 */
export function negotiateEncoding(
  acceptEncoding: string | undefined,
  cacheControl: string | undefined,
): ContentEncoding {
  if (acceptEncoding === undefined) return identity;
  const encoding = remembered.get(acceptEncoding) ?? preferredEncoding(acceptEncoding);
  const isUntouched =
    cacheControl !== undefined &&
    !encoding.isIdentityRefused &&
    /(?:^|[\s,])no-transform(?=[\s,]|$)/i.test(cacheControl);
  return isUntouched ? identity : encoding;
}

function preferredEncoding(acceptEncoding: string): ContentEncoding {
  const weights = weightsOf(acceptEncoding);
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  const identityWeight = weights.get('identity') ?? (weights.get('*') === 0 ? 0 : undefined);
  const best = Math.max(...codings.map(weightOf));
  const isPreferred = best > 0 && best >= (identityWeight ?? 0);
  const coding = isPreferred ? codings.find((name) => weightOf(name) === best) : undefined;
  const encoding = { coding, isIdentityRefused: identityWeight === 0 };
  if (remembered.size < REMEMBERED_MAX && acceptEncoding.length <= REMEMBERED_LENGTH_MAX)
    remembered.set(acceptEncoding, encoding);
  return encoding;
}

/**
 * Returns the coding that the caller prefers.
 * @throws AppError `not_acceptable` (406) if the caller accepts neither the identity coding nor one of ours
 */
export function assertEncodable({ coding, isIdentityRefused }: ContentEncoding, mayCompress = true): void {
  if (!isIdentityRefused || (mayCompress && coding !== undefined)) return;
  throw new AppError('not_acceptable', 406, { offered: [...(mayCompress ? codings : []), 'identity'].join(', ') });
}

/**
 * Returns the coding of an operation's response. A response that contains a secret is never compressed: together with
 * text that callers choose, the compressed length would reveal the secret (BREACH).
 * @throws AppError `not_acceptable`
 */
export function encodingFor(
  { hasSensitiveResponse }: Pick<Operation, 'hasSensitiveResponse'>,
  encoding: ContentEncoding,
): ContentEncoding {
  assertEncodable(encoding, !hasSensitiveResponse);
  return hasSensitiveResponse ? identity : encoding;
}

/** Elements with a malformed weight or with other parameters are ignored. */
function weightsOf(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { value, parameters, quality } of parseWeightedList(header)) {
    const hasOnlyWeight = [...parameters.keys()].every((name) => name === 'q');
    if (quality !== undefined && hasOnlyWeight) weights.set(value === 'x-gzip' ? 'gzip' : value, quality);
  }
  return weights;
}
