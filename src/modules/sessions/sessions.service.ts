import { problems } from '../../../generated/problems.ts';
import type { SessionFacts, User } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { expiryOf, idleSince } from './sessions.policy.ts';
import * as repository from './sessions.repository.ts';
import type { Client } from './sessions.types.ts';

export interface StartedSession {
  readonly session: SessionFacts;
  /** Known to the client only; the server keeps its hash. */
  readonly token: string;
}

// What the contract shows of them; behind proxies both are the caller's to choose.
const ADDRESS_LENGTH_MAX = 45;
const USER_AGENT_LENGTH_MAX = 500;

/** Begins a session for a user who has just proved who they are. */
export async function startSession(unit: AnonymousUnit, user: User, client: Client): Promise<StartedSession> {
  const now = unit.now.toISOString();
  const token = newToken('ses_');
  const session: SessionFacts = {
    id: newId(),
    user_id: user.id,
    organization_id: user.home_organization_id,
    address: client.address.slice(0, ADDRESS_LENGTH_MAX),
    user_agent: client.user_agent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
    created_at: now,
    last_active_at: now,
    expires_at: expiryOf(unit.now).toISOString(),
  };
  await repository.insertSession(unit.db, session, hashToken(token));
  await record(unit, {
    audit: 'session.create',
    event: 'session.created',
    resource: { type: 'session', id: session.id },
    organization_id: user.home_organization_id,
    user_id: user.id,
    after: session,
    data: session,
  });
  return { session, token };
}

/** The live sessions of the acting user. */
export async function listOwnSessions(unit: Unit, page: PageRequest): Promise<Slice<SessionFacts>> {
  return repository.listSessionRows(unit.db, unit.actor.user_id, livenessAt(unit.now), page);
}

/** Ends a session of the acting user, everywhere at once. @throws AppError `not_found` where there is none */
export async function endOwnSession(unit: Unit, sessionId: string): Promise<void> {
  const session = await repository.takeSession(unit.db, unit.actor.user_id, sessionId, livenessAt(unit.now));
  if (session === undefined) throw problems.not_found();
  await record(unit, {
    audit: 'session.revoke',
    event: 'session.revoked',
    resource: { type: 'session', id: session.id },
    organization_id: session.organization_id,
    before: session,
    data: session,
  });
}

/** Whether the user has a session that was begun at this address, so that it is no stranger's. */
export async function isKnownAddress(unit: AnonymousUnit, userId: string, address: string): Promise<boolean> {
  return repository.hasSessionFrom(unit.db, userId, address, unit.now);
}

function livenessAt(now: Date): repository.Liveness {
  return { now, idleSince: idleSince(now) };
}
