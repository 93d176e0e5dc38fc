import type { IncomingHttpHeaders } from 'node:http';
import type { Document } from 'openapi-backend';
import type { Operation } from '../operation.ts';
import type { TokenReader } from './security.ts';

/**
 * Returns, for each security scheme of the document, the function that reads its token from a request.
 * @param cookiePrefix `__Host-` over HTTPS, else empty
 * @throws Error for a kind of scheme that the engine cannot read
 */
export function tokenReadersOf(document: Document, cookiePrefix: string): Readonly<Record<string, TokenReader>> {
  const schemes: Readonly<Record<string, object>> = document.components?.securitySchemes ?? {};
  return Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]) => [name, tokenReaderOf(name, { ...scheme }, cookiePrefix)]),
  );
}

/** The names of the query parameters that carry API keys for an operation. */
export function queryCredentialsOf(document: Document, operation: Operation): string[] {
  const schemes: Readonly<Record<string, object>> = document.components?.securitySchemes ?? {};
  return operation.security.flatMap(Object.keys).flatMap((scheme) => {
    const declared: DeclaredScheme = { ...schemes[scheme] };
    return declared.type === 'apiKey' && declared.in === 'query' ? (declared.name ?? []) : [];
  });
}

/**
 * The names of the headers in which a page can send credentials for an operation. Cookies are not among them: the
 * browser sends those.
 */
export function credentialHeadersOf(document: Document, operation: Operation): string[] {
  const schemes: Readonly<Record<string, object>> = document.components?.securitySchemes ?? {};
  return operation.security.flatMap(Object.keys).flatMap((scheme) => {
    const declared: DeclaredScheme = { ...schemes[scheme] };
    if (declared.type === 'apiKey') return declared.in === 'header' ? (declared.name ?? []) : [];
    return declared.type === 'mutualTLS' ? [] : 'Authorization';
  });
}

interface DeclaredScheme {
  readonly type?: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

function tokenReaderOf(scheme: string, declared: DeclaredScheme, cookiePrefix: string): TokenReader {
  const { type, name = '' } = declared;
  // OpenAPI 3.1: OAuth 2 and OpenID Connect tokens are sent as bearer tokens.
  if (type === 'oauth2' || type === 'openIdConnect') return bearerOf;
  if (type === 'http' && declared.scheme?.toLowerCase() === 'bearer') return bearerOf;
  if (type === 'http' && declared.scheme !== undefined) return credentialsOf(declared.scheme);
  if (type === 'apiKey' && declared.in === 'query') return queryReaderOf(name);
  if (type === 'apiKey' && declared.in === 'header') {
    const header = name.toLowerCase();
    return (headers) => textOf(headers[header]);
  }
  if (type === 'apiKey' && declared.in === 'cookie') {
    const cookie = `${cookiePrefix}${name}`;
    return (headers) => (headers.cookie === undefined ? undefined : cookieOf(headers.cookie, cookie));
  }
  // A client certificate is not part of the HTTP message. Installations that use one end TLS in front of the engine.
  if (type === 'mutualTLS') return () => undefined;
  throw new Error(`The engine does not support the kind of the security scheme ${scheme}`);
}

/**
 * Reads a bearer token (RFC 6750, 2.1). The scheme's name is case-insensitive. Another scheme counts as no credential.
 */
function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  if (authorization === undefined) return undefined;
  if (authorization.startsWith('Bearer ')) return textOf(authorization.slice(7).trim());
  return textOf(/^bearer +(\S+) *$/i.exec(authorization)?.[1]);
}

/** Reads the credentials that follow the name of a scheme: `Basic dXNlcjpwYXNz` (RFC 9110, 11.4). */
function credentialsOf(scheme: string): TokenReader {
  const prefix = `${scheme.toLowerCase()} `;
  return ({ authorization }) =>
    authorization?.toLowerCase().startsWith(prefix) === true
      ? textOf(authorization.slice(prefix.length).trim())
      : undefined;
}

/** Reads an API key from the query, percent-decoded. A key that cannot be decoded counts as absent. */
function queryReaderOf(name: string): TokenReader {
  return (_headers, query) => textOf(new URLSearchParams(query).get(name) ?? undefined);
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Returns the value of the first cookie of that name (RFC 6265). */
function cookieOf(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return textOf(pair.slice(equals + 1).trim());
  }
  return undefined;
}
