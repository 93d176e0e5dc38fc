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
import type { Operation } from '../operation.ts';

// Content codings of responses (RFC 9110, 8.4). A middleware that compresses whatever Koa is given (koa-compress) does not
// do: streams of records are written past Koa, and a response that holds a secret must be left alone.

export type ResponseCoding = NonNullable<ContentEncoding['coding']>;

/** Of equals the first is taken: it compresses better. */
const codings: readonly ResponseCoding[] = ['br', 'gzip'];

/** Compressing less costs more than it saves. */
export const compressedFromBytes = 1024;

export const identity: ContentEncoding = { coding: undefined, isIdentityRefused: false };

/** Quality of Brotli at which it takes no longer than gzip. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const gzipBytes = promisify(gzip);
const brotliBytes = promisify(brotliCompress);

export function encode(bytes: Buffer | string, coding: ResponseCoding): Promise<Buffer> {
  return coding === 'br' ? brotliBytes(bytes, brotliOptions) : gzipBytes(bytes);
}

export function createEncoder(coding: ResponseCoding): BrotliCompress | Gzip {
  return coding === 'br' ? createBrotliCompress(brotliOptions) : createGzip();
}

/**
 * What a caller takes (RFC 9110, 12.5.3): the coding that it prefers, ours of equals; none where it prefers the bytes as
 * they are, asks by `Cache-Control: no-transform` to have them so, or does not say anything.
 */
export function negotiateEncoding(
  acceptEncoding: string | undefined,
  cacheControl: string | undefined,
): ContentEncoding {
  if (acceptEncoding === undefined) return identity;
  const weights = weightsOf(acceptEncoding);
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  const identityWeight = weights.get('identity') ?? (weights.get('*') === 0 ? 0 : undefined);
  const isIdentityRefused = identityWeight === 0;
  const isUntouched = !isIdentityRefused && /(?:^|[\s,])no-transform(?=[\s,]|$)/i.test(cacheControl ?? '');
  if (isUntouched) return identity;
  const best = Math.max(...codings.map(weightOf));
  const isPreferred = best > 0 && best >= (identityWeight ?? 0);
  return { coding: isPreferred ? codings.find((name) => weightOf(name) === best) : undefined, isIdentityRefused };
}

/** @throws AppError `not_acceptable` (406) where the caller takes neither the bytes as they are nor a coding that there is */
export function assertEncodable({ coding, isIdentityRefused }: ContentEncoding, mayCompress = true): void {
  if (!isIdentityRefused || (mayCompress && coding !== undefined)) return;
  throw new AppError('not_acceptable', 406, { offered: [...(mayCompress ? codings : []), 'identity'].join(', ') });
}

/**
 * The encoding of an operation's response: none where it holds a secret, which could be guessed from the length of the
 * bytes when they are compressed together with text that callers choose (BREACH).
 * @throws AppError `not_acceptable`
 */
export function encodingFor(
  { hasSensitiveResponse }: Pick<Operation, 'hasSensitiveResponse'>,
  encoding: ContentEncoding,
): ContentEncoding {
  assertEncodable(encoding, !hasSensitiveResponse);
  return hasSensitiveResponse ? identity : encoding;
}

/** Elements that name no coding are left out, as are weights that are none. */
function weightsOf(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const element of header.toLowerCase().split(',')) {
    const [, name, weight = '1'] =
      /^\s*([\w!#$%&'*+.^`|~-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(element) ?? [];
    if (name !== undefined) weights.set(name === 'x-gzip' ? 'gzip' : name, Math.min(1, Number(weight)));
  }
  return weights;
}
