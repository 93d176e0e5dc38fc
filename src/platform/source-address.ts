import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = '::ffff:';
/** Of the eight groups of an address, those of the network that its owner was given (RFC 6177: at least a /64). */
const OWNED_GROUPS = 4;
/** Providers hand addresses out of one /48, and of one /24 in IPv4, to the same place. */
const PLACE_GROUPS = 3;
/** Behind proxies an address is the caller's to choose. */
const NETWORK_LENGTH_MAX = 50;

/**
 * One spelling for an address: IPv6 in its short form (RFC 5952) without the zone, IPv4 also where it comes as
 * `::ffff:192.0.2.1`. Undefined for what is no address.
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
 * Whom requests from an address are counted for: the address itself, of IPv6 its /64, within which everybody has more
 * addresses than can be counted. What is no address stands for itself.
 */
export function sourceOf(address: string): string {
  // Most addresses: no parsing.
  if (!address.includes(':')) return address;
  const lower = address.toLowerCase();
  if (lower.startsWith(MAPPED) && lower.includes('.')) return lower.slice(MAPPED.length);
  return isIPv6(lower) ? `${prefixOf(lower, OWNED_GROUPS)}::/64` : address;
}

/** The network of a client's address: `192.0.2.0/24`, `2001:db8:1::/48`. What is no address is a network of its own. */
export function networkOf(address: string): string {
  // Every request of a session comes by: no parsing for the common form.
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

/** The first groups of an IPv6 address, at most six, without leading zeroes. */
function prefixOf(address: string, groups: number): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const all = tail === undefined ? left : [...left, ...zeroesBetween(left, tail.split(':'))];
  return Array.from({ length: groups }, (_, index) => Number.parseInt(all[index] ?? '0', 16).toString(16)).join(':');
}

/** What `::` stands for, and what comes after it; a dotted quad at the end stands for two groups. */
function zeroesBetween(left: readonly string[], right: readonly string[]): readonly string[] {
  const missing = 8 - left.length - right.length - (right.at(-1)?.includes('.') === true ? 1 : 0);
  return [...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right];
}
