const NAME = 'architect_session';
const LIFE_S = 30 * 24 * 60 * 60;

export interface SessionCookie {
  /** What stands before the name: `__Host-` over HTTPS, so that no other host or path can set it (RFC 6265bis, 4.1.3.2). */
  readonly prefix: '__Host-' | '';
  /** `Set-Cookie` that hands the token to the browser. */
  set(token: string): string;
  /** `Set-Cookie` that takes it back. */
  clear(): string;
}

/** The cookie that carries a session. Scripts cannot read it, and other sites cannot send it with unsafe requests. */
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
