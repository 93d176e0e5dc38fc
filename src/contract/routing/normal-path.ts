/** What a path holds as it is (RFC 3986, 3.3: `pchar` and the slash); percent signs are looked at one by one. */
const foreign = /[^\w\-.~!$&'()*+,;=:@/]/;
const pieces = /%[\da-f]{2}|[^\w\-.~!$&'()*+,;=:@/%]/gi;
const unreserved = /[\w\-.~]/;

/**
 * One spelling for all paths that are the same (RFC 3986, 6.2.2): unreserved characters are not encoded, what may not
 * stand in a path is, and hexadecimal digits are in upper case. Whoever reads the path after this compares it as text.
 * What cannot be decoded stays as it is.
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

/** C0 and C1 controls, and the slash: what no segment may hold once it is decoded. */
const separators = /[\p{Cc}/]/u;

/**
 * What a segment of a path says. Undefined for one that names nothing: it is no UTF-8, or it decodes to a slash or a
 * control character, so that another reader of the path could take it for two segments, or for the end of the path.
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
