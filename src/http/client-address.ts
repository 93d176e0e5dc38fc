import type { IncomingHttpHeaders } from 'node:http';
import { canonicalAddress } from '../platform/source-address.ts';

/** The header in which the proxies in front say whom they serve. */
export type ForwardingHeader = 'x-forwarded-for' | 'forwarded';

interface TrustSettings {
  /** How many proxies in front are trusted to have written the header; 0 trusts none. */
  readonly trustedProxies: number;
  /** Only this one is read: a proxy passes on what its caller has written into the other. */
  readonly proxyHeader: ForwardingHeader;
}

/** As much of an IncomingMessage as is read here. */
interface Connected {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** What a proxy names that does not know its caller, or does not want to tell (RFC 7239, 6.2). */
const unknown = 'unknown';

/**
 * The address of the caller: of the connection, or behind trusted proxies the one that the outermost of them has seen.
 * IPv6 in its short form, without port and zone. An obfuscated identifier (RFC 7239, 6.3) stands for itself; what is
 * neither an address nor such an identifier counts as `unknown`.
 */
export function clientAddress({ headers, socket }: Connected, { trustedProxies, proxyHeader }: TrustSettings): string {
  const header = trustedProxies > 0 ? headers[proxyHeader] : undefined;
  const text = typeof header === 'string' ? header : header?.join(',');
  const nodes = text === undefined ? [] : proxyHeader === 'forwarded' ? forwardedNodes(text) : elementsOf(text);
  const node = nodes.at(-trustedProxies) ?? nodes[0];
  if (node !== undefined) return nodeAddress(node);
  const peer = socket.remoteAddress ?? '';
  return canonicalAddress(peer) ?? peer;
}

/**
 * The elements of a list; empty ones do not count (RFC 9110, 5.6.1). A comma within quotes separates nothing. Read from
 * the end, which the trusted proxies wrote: a quote that a caller opens and does not close swallows none of theirs.
 */
function elementsOf(text: string): string[] {
  const elements: string[] = [];
  let end = text.length;
  let isQuoted = false;
  for (let index = text.length - 1; index >= 0; index--) {
    const character = text[index];
    if (character === '"' && !isEscaped(text, index)) isQuoted = !isQuoted;
    if (character !== ',' || isQuoted) continue;
    elements.unshift(text.slice(index + 1, end));
    end = index;
  }
  return [text.slice(0, end), ...elements].map((element) => element.trim()).filter((element) => element !== '');
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** The nodes that the elements of Forwarded name by `for`; where one names none, it is unknown. */
function forwardedNodes(text: string): string[] {
  return elementsOf(text).map(
    (element) => /(?:^|;)\s*for\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)/i.exec(element)?.[1] ?? unknown,
  );
}

/** The address of a node, which may be quoted, in brackets, and followed by a port (RFC 7239, 6). */
function nodeAddress(text: string): string {
  const node = text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
  const bracketed = /^\[([^\]]*)\](?::\w+)?$/.exec(node.trim())?.[1];
  const withoutPort = node.trim().replace(/:\w+$/, '');
  const candidates = bracketed === undefined ? [node.trim(), withoutPort] : [bracketed];
  for (const candidate of candidates) {
    const address = canonicalAddress(candidate);
    if (address !== undefined) return address;
  }
  return identifierPattern.test(withoutPort) ? withoutPort : unknown;
}

/** As long as an address can be; somebody's address is stored with their session. */
const identifierPattern = /^_[\w.-]{1,44}$/;
