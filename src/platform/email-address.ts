import { isIPv4 } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';

// Addresses of RFC 5321 and RFC 6531, without quoted local parts and address literals. Requests take domains in their
// own script (U-labels) or in ASCII (A-labels); both are the same domain.

const asciiPattern = /^[\0-\x7f]*$/;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domainPattern = new RegExp(`^(?:${LABEL}\\.)+${LABEL}$`, 'i');
/** The atext of RFC 5322 with the UTF8-non-ascii of RFC 6531. */
const localPattern = /^[\w!#$%&'*+/=?^`{|}~\-\x80-\u{10ffff}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\x80-\u{10ffff}]+)*$/u;
/** RFC 5321, 4.5.3.1: octets of the local part, and of all that may stand in a path. */
const LOCAL_OCTETS_MAX = 64;
const ADDRESS_OCTETS_MAX = 254;
/** Characters of more than one UTF-16 unit may fill an address. */
const TEXT_LENGTH_MAX = 2 * ADDRESS_OCTETS_MAX;
/** What UTS #46 keeps of ASCII. The URL parser behind domainToASCII would decode `%`, and stop at `/`. */
const domainCharacters = /^[a-z0-9.\-\x80-\u{10ffff}]+$/iu;
const hyphenAtEdge = /(?:^|\.)-|-(?:\.|$)/;

/**
 * An address of mail as it is stored and compared: lower case in NFC (RFC 6532, 3.1), the domain as A-labels (RFC 5890).
 * The domain has no case; no mail server of today tells the case of the rest. A text that is no address stays close to
 * itself and equals no address.
 */
export function normalizeEmail(address: string): string {
  if (asciiPattern.test(address)) return address.toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address
    .slice(0, at + 1)
    .normalize('NFC')
    .toLowerCase();
  return local.normalize('NFC') + toAsciiDomain(address.slice(at + 1));
}

/** Whether a text is an address that mail can go to, in any of its forms. */
export function isEmailAddress(text: string): boolean {
  if (text.length > TEXT_LENGTH_MAX || !text.isWellFormed()) return false;
  const normal = normalizeEmail(text);
  const at = normal.lastIndexOf('@');
  const local = normal.slice(0, Math.max(at, 0));
  return (
    Buffer.byteLength(normal) <= ADDRESS_OCTETS_MAX &&
    Buffer.byteLength(local) <= LOCAL_OCTETS_MAX &&
    localPattern.test(local) &&
    domainPattern.test(normal.slice(at + 1))
  );
}

function toAsciiDomain(domain: string): string {
  if (asciiPattern.test(domain)) return domain.toLowerCase();
  const ascii = domainCharacters.test(domain) ? domainToASCII(domain) : '';
  // The URL parser takes numbers for an IPv4 address, which is no domain. UTS #46 leaves hyphens to its callers.
  const isDomain = ascii !== '' && !isIPv4(ascii) && !hyphenAtEdge.test(domainToUnicode(ascii));
  return isDomain ? ascii : domain;
}
