import type { SessionStart, User } from '../../../../generated/v2/types.ts';
import type { CsrfTokens, SessionCookie, StartedSession } from '../../sessions/index.ts';

interface SessionResponseSettings {
  readonly csrf: Pick<CsrfTokens, 'issue'>;
  readonly cookie: SessionCookie;
}

/** What a client receives when a session starts: the session, and the cookie that carries its token. */
export interface SessionResponse {
  readonly start: SessionStart;
  readonly cookie: string;
}

export type ToSessionResponse = (started: StartedSession, user: User) => SessionResponse;

export function createSessionResponse({ csrf, cookie }: SessionResponseSettings): ToSessionResponse {
  return ({ session, token }, user) => ({
    start: {
      kind: 'session',
      token,
      csrf_token: csrf.issue(session.id),
      session: { ...session, is_current: true },
      user,
    },
    cookie: cookie.set(token),
  });
}
