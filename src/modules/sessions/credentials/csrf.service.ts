import type { Keyring } from '../../../platform/crypto.ts';
import type { Actor } from '../../../platform/unit.ts';

const PURPOSE = 'csrf';

export interface CsrfTokens {
  /** Returns the token of a session. It is computed, not stored, so it stays the same while the session lives. */
  issue(sessionId: string): string;
  /**
   * Returns the actor of the session that the token belongs to; undefined if the token is forged, belongs to another
   * session, or was sent by a page of another origin.
   */
  check(presented: PresentedCsrfToken): Actor | undefined;
}

export interface PresentedCsrfToken {
  readonly token: string;
  readonly actor: Actor | undefined;
  /** Headers in which the browser names the page that sends the request. */
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
 * Returns whether a page of another origin sent the request. Current browsers say so in Fetch Metadata; for older ones
 * the origin decides. Programs send neither header, and no page can make a browser omit both.
 */
function isFromElsewhere(headers: PresentedCsrfToken['headers'], ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && headers.origin !== ownOrigin;
}
