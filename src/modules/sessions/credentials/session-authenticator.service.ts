import { hashToken } from '../../../platform/crypto.ts';
import type { Db } from '../../../platform/database.ts';
import { networkOf } from '../../../platform/source-address.ts';
import type { Actor } from '../../../platform/unit.ts';
import { idleSince, isTouchDue } from '../sessions.policy.ts';
import { authenticateSession, touchSession } from '../sessions.repository.ts';
import type { AuthenticatedSession, PresentedToken } from '../sessions.types.ts';
import { noticeMove } from '../suspicion/suspicion.service.ts';

const tokenPattern = /^ses_[A-Za-z0-9_-]{43}$/;

/**
 * Finds the session of a token; undefined for a token without a live session. The actor's organization is the one that
 * the request names, else the user's home organization. The actor has no organization if the user is no member of it.
 */
export function createSessionAuthenticator({ db }: { readonly db: Db }) {
  return async ({ token, organization_id, address, request_id, now }: PresentedToken): Promise<Actor | undefined> => {
    if (!tokenPattern.test(token)) return undefined;
    const liveness = { now, idleSince: idleSince(now) };
    const session = await authenticateSession(db, hashToken(token), organization_id, liveness);
    if (session === undefined) return undefined;
    const network = networkOf(address);
    if (hasMoved(session, network)) {
      await db.transaction((tx) => noticeMove({ db: tx, actor: undefined, request_id, now }, session, network));
    } else if (isTouchDue(session.last_active_at, now)) await touchSession(db, session, network, now);
    return {
      user_id: session.user_id,
      credential_id: session.id,
      credential_type: 'session',
      organization_id: session.organization_id ?? '',
      role: session.role ?? 'viewer',
      scopes: undefined,
      is_operator: session.is_operator,
    };
  };
}

/**
 * Returns whether the session moved to another network and must be assessed. A marked session is no longer watched,
 * because each mark costs a write.
 */
function hasMoved({ network, is_suspicious }: AuthenticatedSession, current: string): boolean {
  return !is_suspicious && network !== null && network !== current;
}
