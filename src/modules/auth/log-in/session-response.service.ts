import type { SessionStart, User } from '../../../../generated/v2/types.ts';
import type { CsrfTokens, SessionCookie, StartedSession } from '../../sessions/index.ts';

interface AnswerSettings {
  readonly csrf: Pick<CsrfTokens, 'issue'>;
  readonly cookie: SessionCookie;
}

/** What a client is told of a session that has just begun, and the cookie that carries it. */
export interface SessionAnswer {
  readonly start: SessionStart;
  readonly cookie: string;
}

export type AnswerSession = (started: StartedSession, user: User) => SessionAnswer;

export function createSessionAnswer({ csrf, cookie }: AnswerSettings): AnswerSession {
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
