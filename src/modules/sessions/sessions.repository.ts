import type { SessionFacts } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { sessionColumns, type AuthenticatedSession } from './sessions.types.ts';

// One read per request: the session, its user, and the user's membership in the requested organization.
const authenticateStatement: Statement = {
  name: 'sessions.authenticate',
  isQuick: true,
  text: `SELECT s.id, s.user_id, s.last_active_at, s.expires_at, s.network, s.suspected_at IS NOT NULL AS is_suspicious,
                u.is_operator, m.organization_id, m.role
           FROM sessions s
           JOIN users u ON u.id = s.user_id
           LEFT JOIN organization_members m
             ON m.user_id = s.user_id AND m.organization_id = coalesce($2::uuid, u.home_organization_id)
          WHERE s.token_hash = $1 AND s.expires_at > $3 AND s.last_active_at > $4 AND u.deactivated_at IS NULL`,
};

// The condition keeps concurrent requests of one session from writing one after the other.
const touchStatement: Statement = {
  name: 'sessions.touch',
  text: `UPDATE sessions SET last_active_at = $2, organization_id = coalesce($3::uuid, organization_id), network = $5
          WHERE id = $1 AND last_active_at = $4`,
};

const takeStatement: Statement = {
  name: 'sessions.take',
  text: `DELETE FROM sessions
          WHERE id = $1 AND user_id = $2 AND expires_at > $3 AND last_active_at > $4
      RETURNING id, user_id, organization_id, address, user_agent, suspicion, suspected_at, created_at, last_active_at,
                expires_at`,
};

const takeOthersStatement: Statement = {
  name: 'sessions.take_others',
  text: `DELETE FROM sessions
          WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid AND expires_at > $3 AND last_active_at > $4
      RETURNING id, user_id, organization_id, address, user_agent, suspicion, suspected_at, created_at, last_active_at,
                expires_at`,
};

const rotateStatement: Statement = {
  name: 'sessions.rotate',
  text: `UPDATE sessions SET id = $5, token_hash = $6, last_active_at = $3,
                created_at = coalesce($7::timestamptz, created_at), expires_at = coalesce($8::timestamptz, expires_at),
                factor_shown_at = coalesce($9::timestamptz, factor_shown_at)
          WHERE id = $1 AND user_id = $2 AND expires_at > $3 AND last_active_at > $4
      RETURNING id, user_id, organization_id, address, user_agent, suspicion, suspected_at, created_at, last_active_at,
                expires_at`,
};

const findProofsStatement: Statement = {
  name: 'sessions.find_proofs',
  text: 'SELECT created_at, factor_shown_at FROM sessions WHERE id = $1',
};

/** When a session is over: it has reached its end, or was idle since that time. */
export interface Liveness {
  readonly now: Date;
  readonly idleSince: Date;
}

export async function authenticateSession(
  db: Db,
  tokenHash: Buffer,
  organizationId: string | undefined,
  { now, idleSince }: Liveness,
): Promise<AuthenticatedSession | undefined> {
  const values = [tokenHash, organizationId ?? null, now, idleSince];
  const [session] = await db.query<AuthenticatedSession>(authenticateStatement, values);
  return session;
}

export async function touchSession(db: Db, session: AuthenticatedSession, network: string, now: Date): Promise<void> {
  await db.query(touchStatement, [session.id, now, session.organization_id, session.last_active_at, network]);
}

/** @returns the kind of program that started the session */
export async function insertSession(
  db: Db,
  session: SessionFacts,
  secret: { readonly token_hash: Buffer; readonly network: string; readonly factor_shown_at: Date | null },
): Promise<string> {
  const rows: readonly { agent: string }[] = await db
    .knex('sessions')
    .insert({ ...session, ...secret })
    .returning('agent');
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row.agent;
}

export async function listSessionRows(
  db: Db,
  userId: string,
  { now, idleSince }: Liveness,
  page: PageRequest,
): Promise<Slice<SessionFacts>> {
  const query = db
    .knex('sessions')
    .where('user_id', userId)
    .where('expires_at', '>', now)
    .where('last_active_at', '>', idleSince)
    .select(sessionColumns);
  return fetchSlice<SessionFacts>(query, page, {
    column: 'created_at',
    type: 'timestamptz',
    valueOf: (row) => row.created_at,
  });
}

/** Deletes a live session and returns it; undefined if the user has no such session. */
export async function takeSession(
  db: Db,
  userId: string,
  sessionId: string,
  { now, idleSince }: Liveness,
): Promise<SessionFacts | undefined> {
  const [session] = await db.query<SessionFacts>(takeStatement, [sessionId, userId, now, idleSince]);
  return session;
}

/** Deletes all live sessions of a user except one, and returns the deleted ones. */
export async function takeOtherSessions(
  db: Db,
  userId: string,
  keptId: string | null,
  { now, idleSince }: Liveness,
): Promise<readonly SessionFacts[]> {
  return db.query<SessionFacts>(takeOthersStatement, [userId, keptId, now, idleSince]);
}

/** The new id and token of a session. Without new times, the session keeps its own. */
interface Successor {
  readonly id: string;
  readonly token_hash: Buffer;
  readonly created_at?: Date;
  readonly expires_at?: Date;
  readonly factor_shown_at?: Date;
}

/** Replaces the id and token of a live session; undefined if the user has no such session. */
export async function rotateSessionRow(
  db: Db,
  own: { readonly user_id: string; readonly id: string },
  successor: Successor,
  { now, idleSince }: Liveness,
): Promise<SessionFacts | undefined> {
  const values = [own.id, own.user_id, now, idleSince, successor.id, successor.token_hash];
  const { created_at = null, expires_at = null, factor_shown_at = null } = successor;
  const [session] = await db.query<SessionFacts>(rotateStatement, [...values, created_at, expires_at, factor_shown_at]);
  return session;
}

/** When the user proved their identity: by log-in or password, and by second factor. */
interface Proofs {
  readonly created_at: string;
  readonly factor_shown_at: string | null;
}

/** Returns undefined if the session has ended. */
export async function findProofs(db: Db, sessionId: string): Promise<Proofs | undefined> {
  const [proofs] = await db.query<Proofs>(findProofsStatement, [sessionId]);
  return proofs;
}

export async function deleteEndedSessions(db: Db, { now, idleSince }: Liveness): Promise<void> {
  await db.knex('sessions').where('expires_at', '<=', now).orWhere('last_active_at', '<=', idleSince).delete();
}
