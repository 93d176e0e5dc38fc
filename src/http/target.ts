/**
 * Converts a request target to origin form (`/path?query`). Code after `begin` reads this form only: Koa's parser
 * (parseurl, based on node:url's `parse`) throws on invalid URLs in absolute form, and finds a host in
 * `//user@host/path` if the target contains a `#`. `*` is returned unchanged.
 * Returns undefined for a target in none of the forms of RFC 9112, 3.2: it contains bytes that no URI may contain, a
 * fragment, another scheme, or an invalid authority.
 */
export function originForm(target: string): string | undefined {
  if (foreignBytes.test(target)) return undefined;
  if (target.startsWith('/') || target === '*') return target;
  const rest = /^https?:\/\/[^/?@\\]+(.*)$/i.exec(target)?.[1];
  if (rest === undefined || !URL.canParse(target)) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const foreignBytes = /[^!-~]|#/;

/** Whether the value of a Host header is one host, with or without a port (RFC 9112, 3.2). It may be empty. */
export function isHost(value: string): boolean {
  return hostPattern.test(value);
}

const hostPattern = /^(?:[\w.~!$&'()*+;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;
