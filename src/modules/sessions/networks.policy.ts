import { isIPv6 } from 'node:net';
import { prefixOf } from '../../platform/source-address.ts';

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
  return isIPv6(lower) ? `${prefixOf(lower, IPV6_GROUPS)}::/48` : other(address);
}

function networkOfIPv4(address: string): string {
  const end = address.lastIndexOf('.');
  return end === -1 ? other(address) : other(`${address.slice(0, end)}.0/24`);
}

function other(text: string): string {
  return text.slice(0, OTHER_LENGTH_MAX);
}
