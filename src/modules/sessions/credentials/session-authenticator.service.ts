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
 * Finds out whose session a token is; undefined for a token that opens none. The actor's organization is the one that
 * the request names, else the user's home; it is empty where the user is no member of it.
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

/** Whether it must be looked at. What was marked once is not watched any longer: marks cost writes. */
function hasMoved({ network, is_suspicious }: AuthenticatedSession, current: string): boolean {
  return !is_suspicious && network !== null && network !== current;
}
