import { problems } from '../../../generated/problems.ts';
import type { Session, User } from '../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import { endOwnSession, listOwnSessions } from '../sessions/index.ts';
import { findUser } from '../users/index.ts';

/** @throws AppError `unauthenticated` where the user was deleted while the request was under way */
export async function getMe(unit: Unit): Promise<User> {
  const user = await findUser(unit, unit.actor.user_id);
  if (user === undefined) throw problems.unauthenticated();
  return user;
}

export async function listMySessions(unit: Unit, page: PageRequest): Promise<Slice<Session>> {
  const slice = await listOwnSessions(unit, page);
  const current = unit.actor.credential_id;
  return { ...slice, rows: slice.rows.map((session) => ({ ...session, is_current: session.id === current })) };
}

export { endOwnSession };
