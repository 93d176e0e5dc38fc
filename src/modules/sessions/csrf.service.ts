import type { Keyring } from '../../platform/crypto.ts';
import type { Actor } from '../../platform/unit.ts';

const PURPOSE = 'csrf';

export interface CsrfTokens {
  /** The token of a session. It is computed, not stored, so it is the same as long as the session lives. */
  issue(sessionId: string): string;
  /** The actor whose session the token belongs to; undefined where it is another's, or made up. */
  check(presented: { readonly token: string; readonly actor: Actor | undefined }): Actor | undefined;
}

/** CSRF tokens by HMAC over the session's id (OWASP: signed double submit, bound to the session). */
export function createCsrfTokens(keyring: Pick<Keyring, 'sign' | 'verify'>): CsrfTokens {
  return {
    issue: (sessionId) => keyring.sign(PURPOSE, sessionId),
    check: ({ token, actor }) =>
      actor?.credential_type === 'session' && keyring.verify(PURPOSE, actor.credential_id, token) ? actor : undefined,
  };
}
