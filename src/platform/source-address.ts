import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = '::ffff:';
/** The leading groups (of eight) that identify the owner's network (RFC 6177: at least a /64). */
const OWNED_GROUPS = 4;
/** Providers assign addresses of one /48, and of one /24 in IPv4, to the same site. */
const PLACE_GROUPS = 3;
/** Bounds the stored text: behind proxies, clients can choose the address. */
const NETWORK_LENGTH_MAX = 50;

/**
 * Returns the canonical form of an address: IPv6 in its short form (RFC 5952) without the zone; IPv4 also for
 * `::ffff:192.0.2.1`. Undefined if the text is not an address.
 */
export function canonicalAddress(text: string): string | undefined {
  if (!text.includes(':')) return isIPv4(text) ? text : undefined;
  const address = text.replace(/%[\w.%~-]+$/, '');
  if (!isIPv6(address)) return undefined;
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  return [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join('.');
}

/**
 * Returns the key under which rate limits count an address: the address itself, or for IPv6 its /64, because one client
 * can use every address of its /64. Other texts are returned unchanged.
 */
export function sourceOf(address: string): string {
  // IPv4, the most frequent case, needs no parsing.
  if (!address.includes(':')) return address;
  const lower = address.toLowerCase();
  if (lower.startsWith(MAPPED) && lower.includes('.')) return lower.slice(MAPPED.length);
  return isIPv6(lower) ? `${prefixOf(lower, OWNED_GROUPS)}::/64` : address;
}

/**
 * Returns the network of a client's address: `192.0.2.0/24`, `2001:db8:1::/48`. Any other text counts as its own
 * network.
 */
export function networkOf(address: string): string {
  // Called for every request of a session, so the most frequent form is not parsed.
  if (!address.includes(':')) return networkOfIPv4(address);
  const lower = address.toLowerCase();
  if (lower.startsWith(MAPPED) && lower.includes('.')) return networkOfIPv4(lower.slice(MAPPED.length));
  return isIPv6(lower) ? `${prefixOf(lower, PLACE_GROUPS)}::/48` : cut(address);
}

function networkOfIPv4(address: string): string {
  const end = address.lastIndexOf('.');
  return cut(end === -1 ? address : `${address.slice(0, end)}.0/24`);
}

function cut(text: string): string {
  return text.slice(0, NETWORK_LENGTH_MAX);
}

/** Returns the first groups (at most six) of an IPv6 address, without leading zeros. */
function prefixOf(address: string, groups: number): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const all = tail === undefined ? left : [...left, ...zeroesBetween(left, tail.split(':'))];
  return Array.from({ length: groups }, (_, index) => Number.parseInt(all[index] ?? '0', 16).toString(16)).join(':');
}

/** Expands `::` and returns the groups after it too. A dotted quad at the end stands for two groups. */
function zeroesBetween(left: readonly string[], right: readonly string[]): readonly string[] {
  const missing = 8 - left.length - right.length - (right.at(-1)?.includes('.') === true ? 1 : 0);
  return [...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right];
}
