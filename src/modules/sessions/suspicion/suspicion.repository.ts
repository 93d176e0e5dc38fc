import type { SessionFacts } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { PlaceHistory, Suspicion } from './suspicion.policy.ts';

// The reads see the rows as they were before the insert of the same statement.
const rememberStatement: Statement = {
  name: 'sessions.remember_place',
  text: `WITH remembered AS (
           INSERT INTO user_places (user_id, network, agent, last_seen_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (user_id, network, agent) DO UPDATE SET last_seen_at = excluded.last_seen_at
         )
         SELECT count(*) > 0 AS has_any,
                coalesce(bool_or(network = $2), false) AS has_network,
                coalesce(bool_or(agent = $3), false) AS has_agent,
                1 + count(DISTINCT network) FILTER (WHERE network <> $2 AND last_seen_at > $5) AS networks
           FROM user_places WHERE user_id = $1`,
};

// Of concurrent requests, only one notices the move.
const moveStatement: Statement = {
  name: 'sessions.move',
  text: `UPDATE sessions SET network = $3, last_active_at = $4
          WHERE id = $1 AND network = $2 AND suspected_at IS NULL
      RETURNING agent`,
};

const suspectStatement: Statement = {
  name: 'sessions.suspect',
  text: `UPDATE sessions SET suspicion = $2, suspected_at = $3
          WHERE id = $1
      RETURNING id, user_id, organization_id, address, user_agent, suspicion, suspected_at, created_at, last_active_at,
                expires_at`,
};

/** A user in a network, using a kind of program. */
export interface Place {
  readonly user_id: string;
  readonly network: string;
  readonly agent: string;
}

/** Stores where a user is, and returns what was known before. */
export async function rememberPlace(
  db: Db,
  { user_id, network, agent }: Place,
  times: { readonly now: Date; readonly hourBefore: Date },
): Promise<PlaceHistory> {
  const values = [user_id, network, agent, times.now, times.hourBefore];
  const [history] = await db.query<PlaceHistory>(rememberStatement, values);
  if (history === undefined) throw new Error('counts without groups are one row');
  return history;
}

/** Stores the new network of a session and returns its kind of program; undefined if a concurrent request did so. */
export async function moveSession(
  db: Db,
  sessionId: string,
  move: { readonly from: string; readonly to: string },
  now: Date,
): Promise<string | undefined> {
  const [moved] = await db.query<{ agent: string }>(moveStatement, [sessionId, move.from, move.to, now]);
  return moved?.agent;
}

/** Marks a session that is not marked yet as suspicious; undefined if it is over. */
export async function markSuspected(
  db: Db,
  sessionId: string,
  suspicion: Suspicion,
  now: Date,
): Promise<SessionFacts | undefined> {
  const [session] = await db.query<SessionFacts>(suspectStatement, [sessionId, suspicion, now]);
  return session;
}

export async function deleteForgottenPlaces(db: Db, before: Date): Promise<void> {
  await db.knex('user_places').where('last_seen_at', '<', before).delete();
}
