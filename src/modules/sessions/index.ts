// What other modules may use of sessions.
export { createCsrfTokens, type CsrfTokens } from './credentials/csrf.service.ts';
export { createSessionAuthenticator } from './credentials/session-authenticator.service.ts';
export { createSessionCookie, type SessionCookie } from './credentials/session-cookie.service.ts';
export {
  endOtherSessions,
  endOwnSession,
  isKnownAddress,
  listOwnSessions,
  requireFreshSession,
  requireSession,
  rotateOwnSession,
  startSession,
  type StartedSession,
} from './sessions.service.ts';
