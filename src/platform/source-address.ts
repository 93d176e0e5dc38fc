import { isIPv6 } from 'node:net';

const MAPPED = '::ffff:';
/** Of the eight groups of an address, those of the network that its owner was given (RFC 6177: at least a /64). */
const OWNED_GROUPS = 4;

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

/** The first groups of an IPv6 address, at most six, without leading zeroes. */
export function prefixOf(address: string, groups: number): string {
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
