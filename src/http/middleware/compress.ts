import type { ServerResponse } from 'node:http';
import { anyCoding, compressedFromBytes, encode, negotiateEncoding } from '../../contract/response/content-coding.ts';
import { addVary } from '../../contract/response/vary.ts';
import type { HttpMiddleware } from '../options.ts';

const compressible = /^(?:text\/|application\/(?:[\w.-]+\+)?json\b)/;

/**
 * The ETag of a row version, and the same tag of a compressed response, which is another representation and needs
 * another tag.
 */
const versionTag = /^"(\d{1,15})"$/;
const codedVersionTags = new RegExp(`"(\\d{1,15})-${anyCoding}"`, 'g');

/**
 * Compresses responses of one kilobyte or more if the caller prefers that. For responses that must not be compressed,
 * earlier code has reset the encoding in the state. Conditional requests may use the tag of any coding, because all of
 * them name the same version.
 */
export function compress(): HttpMiddleware {
  return async (context, next) => {
    const { req, res, state } = context;
    state.encoding = negotiateEncoding(req.headers['accept-encoding'], req.headers['cache-control']);
    addVary(res, 'Accept-Encoding');
    const known = takeCodedTags(req.headers);
    await next();
    const { coding, isIdentityRefused } = state.encoding;
    if (res.headersSent || res.hasHeader('Content-Encoding')) return;
    const etag = res.getHeader('ETag');
    if (context.status === 304) {
      const [tag] = known.filter((one) => one.replace(codedVersionTags, '"$1"') === etag);
      if (tag !== undefined) res.setHeader('ETag', tag);
      return;
    }
    const body: unknown = context.body;
    if (coding === undefined || !(typeof body === 'string' || Buffer.isBuffer(body)) || !isCompressible(res)) return;
    if (Buffer.byteLength(body) < compressedFromBytes && !isIdentityRefused) return;
    context.body = await encode(body, coding);
    res.setHeader('Content-Encoding', coding);
    if (typeof etag === 'string') res.setHeader('ETag', etag.replace(versionTag, `"$1-${coding}"`));
  };
}

function isCompressible(response: ServerResponse): boolean {
  return compressible.test(String(response.getHeader('Content-Type')));
}

/**
 * Replaces the tags of compressed representations by the tags of their versions.
 * @returns the replaced tags
 */
function takeCodedTags(headers: Record<string, string | string[] | undefined>): readonly string[] {
  const known: string[] = [];
  for (const name of ['if-match', 'if-none-match'] as const) {
    const value = headers[name];
    if (typeof value !== 'string' || !value.includes('-')) continue;
    known.push(...(value.match(codedVersionTags) ?? []));
    headers[name] = value.replace(codedVersionTags, '"$1"');
  }
  return known;
}
