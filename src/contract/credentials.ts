import type { IncomingHttpHeaders } from 'node:http';
import type { Document } from 'openapi-backend';
import type { TokenReader } from './security.ts';

/** Where each security scheme of the document finds its token. `cookiePrefix` is `__Host-` over HTTPS. */
export function tokenReadersOf(document: Document, cookiePrefix: string): Readonly<Record<string, TokenReader>> {
  const schemes: Readonly<Record<string, object>> = document.components?.securitySchemes ?? {};
  return Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]) => [name, tokenReaderOf(name, { ...scheme }, cookiePrefix)]),
  );
}

interface DeclaredScheme {
  readonly type?: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

function tokenReaderOf(scheme: string, declared: DeclaredScheme, cookiePrefix: string): TokenReader {
  const { type, name = '' } = declared;
  if (type === 'http' && declared.scheme === 'bearer') return bearerOf;
  if (type === 'apiKey' && declared.in === 'header') {
    const header = name.toLowerCase();
    return (headers) => textOf(headers[header]);
  }
  if (type === 'apiKey' && declared.in === 'cookie') {
    const cookie = `${cookiePrefix}${name}`;
    return (headers) => (headers.cookie === undefined ? undefined : cookieOf(headers.cookie, cookie));
  }
  throw new Error(`The security scheme ${scheme} is of a kind that the engine does not read`);
}

/** RFC 6750, 2.1; the scheme's name is case-insensitive. Another scheme counts as no credential. */
function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  if (authorization === undefined) return undefined;
  if (authorization.startsWith('Bearer ')) return textOf(authorization.slice(7).trim());
  return textOf(/^bearer +(\S+) *$/i.exec(authorization)?.[1]);
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The first cookie of that name (RFC 6265). */
export function cookieOf(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return textOf(pair.slice(equals + 1).trim());
  }
  return undefined;
}
