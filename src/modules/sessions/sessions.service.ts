import { problems } from '../../../generated/problems.ts';
import type { SessionFacts, User } from '../../../generated/v2/types.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import { recordAll } from '../../outbox/record-all.ts';
import { record, type FullChange } from '../../outbox/record.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import { networkOf, sourceOf } from '../../platform/source-address.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { expiryOf, idleSince, isFresh } from './sessions.policy.ts';
import { hasLoggedInFrom, rememberAddress } from './credentials/known-addresses.repository.ts';
import * as repository from './sessions.repository.ts';
import type { Client } from './sessions.types.ts';
import { placesForgottenBefore } from './suspicion/suspicion.policy.ts';
import { assessStart } from './suspicion/suspicion.service.ts';

export interface StartedSession {
  readonly session: SessionFacts;
  /** Known to the client only; the server keeps its hash. */
  readonly token: string;
}

// What the contract shows of them; behind proxies both are the caller's to choose.
const ADDRESS_LENGTH_MAX = 45;
const USER_AGENT_LENGTH_MAX = 500;
const SOURCE_LENGTH_MAX = 64;

/** What a session's user has just proved beside the password. */
interface Proof {
  readonly isFactorShown: boolean;
}

/** Begins a session for a user who has just proved who they are. */
export async function startSession(
  unit: AnonymousUnit,
  user: User,
  client: Client,
  { isFactorShown }: Proof = { isFactorShown: false },
): Promise<StartedSession> {
  const now = unit.now.toISOString();
  const token = newToken('ses_');
  const session: SessionFacts = {
    id: newId(),
    user_id: user.id,
    organization_id: user.home_organization_id,
    address: client.address.slice(0, ADDRESS_LENGTH_MAX),
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
  await rememberAddress(unit.db, user.id, sourceKeyOf(client.address), unit.now);
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

/** The live sessions of the acting user. */
export async function listOwnSessions(unit: Unit, page: PageRequest): Promise<Slice<SessionFacts>> {
  return repository.listSessionRows(unit.db, unit.actor.user_id, livenessAt(unit.now), page);
}

/** Ends a session of the acting user, everywhere at once. @throws AppError `not_found` where there is none */
export async function endOwnSession(unit: Unit, sessionId: string): Promise<void> {
  const session = await repository.takeSession(unit.db, unit.actor.user_id, sessionId, livenessAt(unit.now));
  if (session === undefined) throw problems.not_found();
  await recordEnd(unit, session);
}

/** Ends the sessions of a user but `keptId`, everywhere at once; null keeps none. */
export async function endOtherSessions(unit: AnonymousUnit, userId: string, keptId: string | null): Promise<void> {
  const ended = await repository.takeOtherSessions(unit.db, userId, keptId, livenessAt(unit.now));
  await recordAll(unit, ended.map(endOf));
}

/**
 * Puts a new id and token in the place of those of a session of the acting user; what was known of the old ones opens
 * nothing any more. When the session ends does not change, or rotating would be a way around it; unless the user has
 * proven anew who they are.
 * @throws AppError `unauthenticated` where the session ended while the request was under way
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

/** The session of the request. @throws AppError `session_required` (403) for an API key */
export function requireSession({ actor }: Unit): string {
  if (actor.credential_type !== 'session') throw problems.session_required();
  return actor.credential_id;
}

/** Whether the user has logged in at this address in the last months, so that it is no stranger's. */
export async function isKnownAddress(unit: AnonymousUnit, userId: string, address: string): Promise<boolean> {
  return hasLoggedInFrom(unit.db, userId, sourceKeyOf(address), placesForgottenBefore(unit.now));
}

/**
 * The session of the request, which began with a log-in just now.
 * @param isFactorAsked whether it must also have shown the second factor just now
 * @throws AppError `session_required`, `fresh_session_required` (403)
 */
export async function requireFreshSession(unit: Unit, isFactorAsked = false): Promise<string> {
  const sessionId = requireSession(unit);
  const proofs = await repository.findProofs(unit.db, sessionId);
  // It was ended while the request was under way.
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

/** What counts as over at that time. */
export function livenessAt(now: Date): repository.Liveness {
  return { now, idleSince: idleSince(now) };
}

function sourceKeyOf(address: string): string {
  return sourceOf(address).slice(0, SOURCE_LENGTH_MAX);
}
