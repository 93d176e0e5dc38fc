import { problems } from '../../../generated/problems.ts';
import type { MeUpdate, Session, User } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import { requireFullProof } from '../auth/index.ts';
import { isMember } from '../organizations/index.ts';
import * as sessions from '../sessions/index.ts';
import { lockOwnUser, requireUser, updateProfile, type EraseUser } from '../users/index.ts';

/** @throws AppError `home_organization_not_joined` (409) */
export async function updateMe(unit: Unit, change: MeUpdate, precondition: VersionPrecondition): Promise<User> {
  const user = await lockOwnUser(unit);
  assertVersion(user, precondition);
  const home = change.home_organization_id;
  if (home !== undefined && !(await isMember(unit, home, unit.actor.user_id))) {
    throw problems.home_organization_not_joined({ organization_id: home });
  }
  return updateProfile(unit, user, change);
}

/**
 * Deletes the account of the acting user, who must have logged in recently.
 * @throws AppError `unauthenticated` (401), `session_required`, `fresh_session_required` (403), `last_owner` (409),
 *   `precondition_failed` (412)
 */
export type DeleteMe = (unit: Unit, precondition: VersionPrecondition) => Promise<void>;

export function createDeletion({ eraseUser }: { readonly eraseUser: EraseUser }): DeleteMe {
  return async (unit, precondition) => {
    await requireFullProof(unit);
    // A concurrent request has deleted the account, and with it the credential of this request.
    if (!(await eraseUser(unit, unit.actor.user_id, precondition))) throw problems.unauthenticated({}, bearerChallenge);
  };
}

export async function listMySessions(unit: Unit, page: PageRequest): Promise<Slice<Session>> {
  const slice = await sessions.listOwnSessions(unit, page);
  const current = unit.actor.credential_id;
  return { ...slice, rows: slice.rows.map((session) => ({ ...session, is_current: session.id === current })) };
}

// An API key must not do this: with a stolen key, somebody could log the owner out repeatedly while they secure the
// account.

/**
 * Ends every session of the acting user except that of the request.
 * @throws AppError `session_required` (403) for an API key
 */
export async function endOtherSessions(unit: Unit): Promise<void> {
  await sessions.endOtherSessions(unit, unit.actor.user_id, sessions.requireSession(unit));
}

/** @throws AppError `session_required` (403) for an API key, `not_found` */
export async function endOwnSession(unit: Unit, sessionId: string): Promise<void> {
  sessions.requireSession(unit);
  await sessions.endOwnSession(unit, sessionId);
}

export { requireUser as getMe };
export { listOwnInvitations } from '../organizations/index.ts';
export type { MfaService } from '../auth/index.ts';
