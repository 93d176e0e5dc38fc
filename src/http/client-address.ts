import type { IncomingHttpHeaders } from 'node:http';
import { canonicalAddress } from '../platform/source-address.ts';

/** The header in which proxies name their client. */
export type ForwardingHeader = 'x-forwarded-for' | 'forwarded';

interface TrustSettings {
  /** How many proxies in front of this server are trusted; 0 trusts none. */
  readonly trustedProxies: number;
  /** Only this header is read, because a proxy passes the other one on as its client wrote it. */
  readonly proxyHeader: ForwardingHeader;
}

/** The part of an IncomingMessage that is read here. */
interface Connected {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** The identifier that a proxy sends if it does not know or does not disclose its client (RFC 7239, 6.2). */
const unknown = 'unknown';

/**
 * Returns the address of the caller: of the connection, or behind trusted proxies the address that the outermost of
 * them has seen. IPv6 addresses are in their short form, without port and zone. An obfuscated identifier (RFC 7239,
 * 6.3) is returned unchanged. Any other text counts as `unknown`.
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
 * Returns the elements of a list without the empty ones (RFC 9110, 5.6.1). A comma within quotes is no separator. The
 * list is read from its end, which the trusted proxies wrote, so that an unclosed quote of the caller cannot hide their
 * elements.
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

/** Returns the nodes in the `for` parameters of Forwarded. An element without one counts as unknown. */
function forwardedNodes(text: string): string[] {
  return elementsOf(text).map(
    (element) => /(?:^|;)\s*for\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)/i.exec(element)?.[1] ?? unknown,
  );
}

/** Returns the address of a node, which may be quoted, in brackets, and followed by a port (RFC 7239, 6). */
function nodeAddress(text: string): string {
  const node = text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
  const withoutPort = node.trim().replace(portPattern, '');
  const bracketed = /^\[([^\]]*)\]$/.exec(withoutPort)?.[1];
  const candidates = bracketed === undefined ? [node.trim(), withoutPort] : [bracketed];
  for (const candidate of candidates) {
    const address = canonicalAddress(candidate);
    if (address !== undefined) return address;
  }
  return identifierPattern.test(withoutPort) ? withoutPort : unknown;
}

/** A port, or an obfuscated one (RFC 7239, 6). */
const portPattern = /:(?:\d+|_[\w.-]+)$/;
/** The greatest length of an address. Addresses are stored with sessions. */
const identifierPattern = /^_[\w.-]{1,44}$/;
