import { isIPv6 } from 'node:net';

// Providers hand addresses out of one /24 (IPv4) and one /48 (IPv6) to the same place.
const IPV6_GROUPS = 3;
const MAPPED = '::ffff:';
const OTHER_LENGTH_MAX = 50;

/** The network of a client's address: `192.0.2.0/24`, `2001:db8:1::/48`. What is no address is a network of its own. */
export function networkOf(address: string): string {
  // Every request of a session comes by: no parsing for the common form.
  if (!address.includes(':')) return networkOfIPv4(address);
  const lower = address.toLowerCase();
  if (lower.startsWith(MAPPED) && lower.includes('.')) return networkOfIPv4(lower.slice(MAPPED.length));
  return isIPv6(lower) ? networkOfIPv6(lower) : other(address);
}

function networkOfIPv4(address: string): string {
  const end = address.lastIndexOf('.');
  return end === -1 ? other(address) : other(`${address.slice(0, end)}.0/24`);
}

function networkOfIPv6(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const groups = tail === undefined ? left : [...left, ...zeroesBetween(left, tail.split(':'))];
  const first = Array.from({ length: IPV6_GROUPS }, (_, index) =>
    Number.parseInt(groups[index] ?? '0', 16).toString(16),
  );
  return `${first.join(':')}::/48`;
}

/** What `::` stands for, and what comes after it; dotted quads at the end count as two groups, and lie beyond the third. */
function zeroesBetween(left: readonly string[], right: readonly string[]): readonly string[] {
  const missing = 8 - left.length - right.length - (right.at(-1)?.includes('.') === true ? 1 : 0);
  return [...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right];
}

function other(text: string): string {
  return text.slice(0, OTHER_LENGTH_MAX);
}
