import type { SessionFacts } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import type { AuthenticatedSession } from '../sessions.types.ts';
import { hourBefore, suspicionOfMove, suspicionOfStart, type Suspicion } from './suspicion.policy.ts';
import * as repository from './suspicion.repository.ts';

/**
 * Stores where a session starts, and marks it if that is unusual for its user.
 * @returns the session, with its mark
 */
export async function assessStart(
  unit: AnonymousUnit,
  session: SessionFacts,
  place: Omit<repository.Place, 'user_id'>,
): Promise<SessionFacts> {
  const history = await remember(unit, { user_id: session.user_id, ...place });
  const suspicion = suspicionOfStart(history);
  return suspicion === undefined ? session : ((await suspect(unit, session.id, suspicion)) ?? session);
}

/** Marks a session that moves to another network if that is unusual for its user. */
export async function noticeMove(unit: AnonymousUnit, session: AuthenticatedSession, network: string): Promise<void> {
  const { id, user_id, network: from } = session;
  if (from === null) return;
  const agent = await repository.moveSession(unit.db, id, { from, to: network }, unit.now);
  if (agent === undefined) return;
  await unit.db.touch([`session:${id}`]);
  const history = await remember(unit, { user_id, network, agent });
  const suspicion = suspicionOfMove(unit.now.getTime() - Date.parse(session.last_active_at), history);
  if (suspicion !== undefined) await suspect(unit, id, suspicion);
}

function remember({ db, now }: AnonymousUnit, place: repository.Place) {
  return repository.rememberPlace(db, place, { now, hourBefore: hourBefore(now) });
}

/** The event makes the auth module mail the user. */
async function suspect(unit: AnonymousUnit, id: string, suspicion: Suspicion): Promise<SessionFacts | undefined> {
  const session = await repository.markSuspected(unit.db, id, suspicion, unit.now);
  if (session === undefined) return undefined;
  await record(unit, {
    audit: 'session.suspect',
    event: 'session.suspicious',
    resource: { type: 'session', id },
    organization_id: session.organization_id,
    is_system: true,
    before: { ...session, suspicion: null, suspected_at: null },
    after: session,
    data: session,
  });
  return session;
}
