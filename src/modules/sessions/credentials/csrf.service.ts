import type { Keyring } from '../../../platform/crypto.ts';
import type { Actor } from '../../../platform/unit.ts';

const PURPOSE = 'csrf';

export interface CsrfTokens {
  /** The token of a session. It is computed, not stored, so it is the same as long as the session lives. */
  issue(sessionId: string): string;
  /** The actor whose session the token belongs to; undefined where it is another's, made up, or sent by a foreign page. */
  check(presented: PresentedCsrfToken): Actor | undefined;
}

export interface PresentedCsrfToken {
  readonly token: string;
  readonly actor: Actor | undefined;
  /** What the browser says of the page that sends the request. */
  readonly headers: { readonly 'sec-fetch-site'?: unknown; readonly origin?: string | undefined };
}

/** CSRF tokens by HMAC over the session's id (OWASP: signed double submit, bound to the session). */
export function createCsrfTokens(keyring: Pick<Keyring, 'sign' | 'verify'>, publicUrl: string): CsrfTokens {
  const { origin } = new URL(publicUrl);
  return {
    issue: (sessionId) => keyring.sign(PURPOSE, sessionId),
    check: ({ token, actor, headers }) => {
      if (actor?.credential_type !== 'session' || isFromElsewhere(headers, origin)) return undefined;
      return keyring.verify(PURPOSE, actor.credential_id, token) ? actor : undefined;
    },
  };
}

/**
 * Browsers of today say where a request comes from (Fetch Metadata); of those that do not, the origin tells. Programs
 * send neither, and no page can make a browser leave both out.
 */
function isFromElsewhere(headers: PresentedCsrfToken['headers'], ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && headers.origin !== ownOrigin;
}
