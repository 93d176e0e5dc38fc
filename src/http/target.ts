/**
 * The origin form (`/path?query`) of a request target. Everything behind `begin` reads this form only: Koa's parser
 * (parseurl, with node:url's `parse` behind it) throws on targets in absolute form that are no URLs, and it finds a host
 * in `//user@host/path` as soon as a `#` stands somewhere. `*` stays as it is.
 *
 * Source: RFC 9112, 3.2. Undefined for what is none of its forms: it holds bytes that no URI has, a fragment, another
 * scheme, or an authority that cannot be read.
 */
export function originForm(target: string): string | undefined {
  if (foreignBytes.test(target)) return undefined;
  if (target.startsWith('/') || target === '*') return target;
  const rest = /^https?:\/\/[^/?@\\]+(.*)$/i.exec(target)?.[1];
  if (rest === undefined || !URL.canParse(target)) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const foreignBytes = /[^!-~]|#/;

/** Whether the value of a Host header names one host, with or without a port (RFC 9112, 3.2). It may be empty. */
export function isHost(value: string): boolean {
  return hostPattern.test(value);
}

const hostPattern = /^(?:[\w.~!$&'()*+;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;
