/** Names that are not written with one capital per word. */
const unusual: Readonly<Record<string, string>> = {
  etag: 'ETag',
  ratelimit: 'RateLimit',
  'ratelimit-policy': 'RateLimit-Policy',
  'www-authenticate': 'WWW-Authenticate',
};

const known = new Map(Object.entries(unusual));

/**
 * Returns the name of a response header as it is sent: `content-type` -> `Content-Type`. Case has no meaning (RFC 9110,
 * 5.1), but people read headers. For names that the program chooses only, because each name is cached.
 */
export function headerNameOf(name: string): string {
  let written = known.get(name);
  if (written === undefined) {
    written = name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
    known.set(name, written);
  }
  return written;
}
