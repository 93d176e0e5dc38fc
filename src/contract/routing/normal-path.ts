/**
 * Characters that a path contains unencoded (RFC 3986, 3.3: `pchar` and the slash). Percent signs are checked one by
 * one.
 */
const foreign = /[^\w\-.~!$&'()*+,;=:@/]/;
const pieces = /%[\da-f]{2}|[^\w\-.~!$&'()*+,;=:@/%]/gi;
const unreserved = /[\w\-.~]/;

/**
 * Returns the normal form of a path (RFC 3986, 6.2.2): unreserved characters are decoded, characters that a path must
 * not contain are encoded, and hexadecimal digits are in upper case. Later code can compare paths as text.
 * Percent-encodings that cannot be decoded are kept.
 *
 * @param path of a request target, without its query
 */
export function normalPath(path: string): string {
  return foreign.test(path) ? path.replace(pieces, normalPiece) : path;
}

function normalPiece(piece: string): string {
  if (piece.length !== 3) return encodeURIComponent(piece);
  const character = String.fromCharCode(Number.parseInt(piece.slice(1), 16));
  return unreserved.test(character) ? character : piece.toUpperCase();
}

/** C0 and C1 control characters and the slash: a decoded segment must not contain them. */
const separators = /[\p{Cc}/]/u;

/**
 * Returns the decoded text of a path segment. Returns undefined if it is not UTF-8, or if it contains a slash or a
 * control character: another reader of the path could take it for two segments, or for the end of the path.
 */
export function decodedSegment(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    const text = decodeURIComponent(segment);
    return separators.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
