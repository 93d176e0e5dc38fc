const NAME = 'architect_session';
const LIFE_S = 30 * 24 * 60 * 60;

export interface SessionCookie {
  /**
   * The prefix of the cookie's name: `__Host-` over HTTPS, so that no other host or path can set the cookie (RFC
   * 6265bis, 4.1.3.2).
   */
  readonly prefix: '__Host-' | '';
  /** Returns the `Set-Cookie` value that gives the token to the browser. */
  set(token: string): string;
  /** Returns the `Set-Cookie` value that deletes the cookie. */
  clear(): string;
}

/**
 * Manages the session cookie. Scripts cannot read it, and browsers do not send it with unsafe requests from other
 * sites.
 */
export function createSessionCookie(publicUrl: string): SessionCookie {
  const isHttps = publicUrl.startsWith('https:');
  const prefix = isHttps ? '__Host-' : '';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  return {
    prefix,
    set: (token) => `${prefix}${NAME}=${token}; Max-Age=${LIFE_S}; ${attributes}`,
    clear: () => `${prefix}${NAME}=; Max-Age=0; ${attributes}`,
  };
}
