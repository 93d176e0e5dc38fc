import { problems } from '../../../generated/problems.ts';
import type { SessionFacts, User } from '../../../generated/v2/types.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import { recordAll } from '../../outbox/record-all.ts';
import { record, type FullChange } from '../../outbox/record.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import { networkOf, sourceOf } from '../../platform/source-address.ts';
import { resourceIdOf, type AnonymousUnit, type Unit } from '../../platform/unit.ts';
import { expiryOf, idleSince, isFresh } from './sessions.policy.ts';
import { hasLoggedInFrom, rememberAddress } from './credentials/known-addresses.repository.ts';
import * as repository from './sessions.repository.ts';
import type { Client } from './sessions.types.ts';
import { placesForgottenBefore } from './suspicion/suspicion.policy.ts';
import { assessStart } from './suspicion/suspicion.service.ts';

export interface StartedSession {
  readonly session: SessionFacts;
  /** Sent to the client only; the server stores its hash. */
  readonly token: string;
}

/** The bound from the contract. */
const USER_AGENT_LENGTH_MAX = 500;

/** What the user has proved in addition to the password when the session starts. */
interface Proof {
  readonly isFactorShown: boolean;
}

/** Starts a session for a user who has just proved their identity. */
export async function startSession(
  unit: AnonymousUnit,
  user: User,
  client: Client,
  { isFactorShown }: Proof = { isFactorShown: false },
): Promise<StartedSession> {
  const now = unit.now.toISOString();
  const token = newToken('ses_');
  const session: SessionFacts = {
    id: resourceIdOf(unit),
    user_id: user.id,
    organization_id: user.home_organization_id,
    address: client.address,
    user_agent: client.user_agent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
    suspicion: null,
    suspected_at: null,
    created_at: now,
    last_active_at: now,
    expires_at: expiryOf(unit.now).toISOString(),
  };
  const network = networkOf(client.address);
  const secret = { token_hash: hashToken(token), network, factor_shown_at: isFactorShown ? unit.now : null };
  const agent = await repository.insertSession(unit.db, session, secret);
  await rememberAddress(unit.db, user.id, sourceOf(client.address), unit.now);
  await record(unit, {
    audit: 'session.create',
    event: 'session.created',
    resource: { type: 'session', id: session.id },
    organization_id: user.home_organization_id,
    user_id: user.id,
    after: session,
    data: session,
  });
  return { session: await assessStart(unit, session, { network, agent }), token };
}

/** Lists the live sessions of the acting user. */
export async function listOwnSessions(unit: Unit, page: PageRequest): Promise<Slice<SessionFacts>> {
  return repository.listSessionRows(unit.db, unit.actor.user_id, livenessAt(unit.now), page);
}

/**
 * Ends a session of the acting user.
 * @throws AppError `not_found` if there is none
 */
export async function endOwnSession(unit: Unit, sessionId: string): Promise<void> {
  const session = await repository.takeSession(unit.db, unit.actor.user_id, sessionId, livenessAt(unit.now));
  if (session === undefined) throw problems.not_found();
  await recordEnd(unit, session);
}

/** Ends the sessions of a user except `keptId`; null ends all of them. */
export async function endOtherSessions(unit: AnonymousUnit, userId: string, keptId: string | null): Promise<void> {
  const ended = await repository.takeOtherSessions(unit.db, userId, keptId, livenessAt(unit.now));
  await recordAll(unit, ended.map(endOf));
}

/**
 * Replaces the id and token of a session of the acting user, so that the old ones no longer work. The session's end
 * stays, because rotation must not extend a session, unless the user has proved their identity again.
 * @throws AppError `unauthenticated` if the session ended during the request
 */
export async function rotateOwnSession(
  unit: Unit,
  sessionId: string,
  { isProvenAnew = false, isFactorShown = false }: Partial<Proof & { readonly isProvenAnew: boolean }> = {},
): Promise<StartedSession> {
  const token = newToken('ses_');
  const own = { id: sessionId, user_id: unit.actor.user_id };
  const times = {
    ...(isProvenAnew ? { created_at: unit.now, expires_at: expiryOf(unit.now) } : {}),
    ...(isFactorShown ? { factor_shown_at: unit.now } : {}),
  };
  const successor = { id: newId(), token_hash: hashToken(token), ...times };
  const session = await repository.rotateSessionRow(unit.db, own, successor, livenessAt(unit.now));
  if (session === undefined) throw problems.unauthenticated({}, bearerChallenge);
  const place = { organization_id: session.organization_id };
  const before = { ...session, id: sessionId };
  await record(unit, {
    audit: 'session.rotate',
    event: 'session.revoked',
    resource: { type: 'session', id: sessionId },
    ...place,
    before,
    after: session,
    data: before,
  });
  await record(unit, {
    event: 'session.created',
    resource: { type: 'session', id: session.id },
    ...place,
    data: session,
  });
  return { session, token };
}

/**
 * Returns the id of the request's session.
 * @throws AppError `session_required` (403) for an API key
 */
export function requireSession({ actor }: Unit): string {
  if (actor.credential_type !== 'session') throw problems.session_required();
  return actor.credential_id;
}

/** Returns whether the user has logged in from this address within the last months. */
export async function isKnownAddress(unit: AnonymousUnit, userId: string, address: string): Promise<boolean> {
  return hasLoggedInFrom(unit.db, userId, sourceOf(address), placesForgottenBefore(unit.now));
}

/**
 * Returns the id of the request's session if it began with a log-in moments ago.
 * @param isFactorAsked whether the session must also have shown the second factor moments ago
 * @throws AppError `session_required`, `fresh_session_required` (403)
 */
export async function requireFreshSession(unit: Unit, isFactorAsked = false): Promise<string> {
  const sessionId = requireSession(unit);
  const proofs = await repository.findProofs(unit.db, sessionId);
  // The session ended during the request.
  if (proofs === undefined) throw problems.unauthenticated({}, bearerChallenge);
  const { created_at, factor_shown_at } = proofs;
  const times = isFactorAsked ? [created_at, factor_shown_at] : [created_at];
  if (!times.every((time) => typeof time === 'string' && isFresh(time, unit.now)))
    throw problems.fresh_session_required();
  return sessionId;
}

/** Records that a session was ended. */
export async function recordEnd(unit: AnonymousUnit, session: SessionFacts): Promise<void> {
  await record(unit, endOf(session));
}

function endOf(session: SessionFacts): FullChange<'session.revoked'> {
  return {
    audit: 'session.revoke',
    event: 'session.revoked',
    resource: { type: 'session', id: session.id },
    organization_id: session.organization_id,
    user_id: session.user_id,
    before: session,
    data: session,
  };
}

/** Returns the bounds that decide whether a session is live at that time. */
export function livenessAt(now: Date): repository.Liveness {
  return { now, idleSince: idleSince(now) };
}
