import type { Knex } from 'knex';
import type { SessionAgentCount, SessionFacts, SessionStats } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { Liveness } from '../sessions.repository.ts';
import { sessionColumns, type SessionFilters } from '../sessions.types.ts';

const findStatement: Statement = {
  name: 'sessions.find_any',
  text: `SELECT id, user_id, organization_id, address, user_agent, suspicion, suspected_at, created_at, last_active_at,
                expires_at
           FROM sessions WHERE id = $1 AND expires_at > $2 AND last_active_at > $3`,
};

const takeStatement: Statement = {
  name: 'sessions.take_any',
  text: `DELETE FROM sessions WHERE id = $1 AND expires_at > $2 AND last_active_at > $3
      RETURNING id, user_id, organization_id, address, user_agent, suspicion, suspected_at, created_at, last_active_at,
                expires_at`,
};

// Returns one row in total, one for each kind of program and one for each day. A column that a row does not group by is
// null.
const countStatement: Statement = {
  name: 'sessions.count',
  text: `SELECT agent, day, count(*) AS sessions, count(DISTINCT user_id) AS users, count(suspected_at) AS suspicious
           FROM (SELECT user_id, (created_at AT TIME ZONE 'UTC')::date AS day, agent, suspected_at
                   FROM sessions
                  WHERE expires_at > $1 AND last_active_at > $2 AND ($3::uuid IS NULL OR organization_id = $3)) live
          GROUP BY GROUPING SETS ((), (agent), (day))
          ORDER BY day DESC, sessions DESC, agent`,
};

interface SessionCount {
  readonly agent: SessionAgentCount['agent'] | null;
  readonly day: string | null;
  readonly sessions: number;
  readonly users: number;
  readonly suspicious: number;
}

export async function findAnySession(db: Db, sessionId: string, live: Liveness): Promise<SessionFacts | undefined> {
  const [session] = await db.query<SessionFacts>(findStatement, [sessionId, live.now, live.idleSince]);
  return session;
}

/** Deletes a live session and returns it. */
export async function takeAnySession(db: Db, sessionId: string, live: Liveness): Promise<SessionFacts | undefined> {
  const [session] = await db.query<SessionFacts>(takeStatement, [sessionId, live.now, live.idleSince]);
  return session;
}

const sortKeys = {
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  last_active_at: { column: 'last_active_at', type: 'timestamptz', valueOf: (row) => row.last_active_at },
} satisfies Readonly<Record<string, SortKey<SessionFacts>>>;

export async function listAllSessionRows(
  db: Db,
  filters: SessionFilters,
  live: Liveness,
  page: PageRequest,
): Promise<Slice<SessionFacts>> {
  const query = matching(db, filters, live).select(sessionColumns);
  return fetchSlice<SessionFacts>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

/** By offset, as v1 pages: newest first. */
export async function listAllSessionRowsByOffset(
  db: Db,
  filters: SessionFilters,
  live: Liveness,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: SessionFacts[]; readonly total: number }> {
  const query = matching(db, filters, live);
  const counted = (await query.clone().count({ total: '*' }).first()) as { total: number } | undefined;
  const order = ['created_at', 'id'].map((column) => ({ column, order: 'desc' as const }));
  const rows = (await query.select(sessionColumns).orderBy(order).limit(limit).offset(offset)) as SessionFacts[];
  return { rows, total: counted?.total ?? 0 };
}

function matching(db: Db, filters: SessionFilters, { now, idleSince }: Liveness): Knex.QueryBuilder {
  const query = db.knex('sessions').where('expires_at', '>', now).where('last_active_at', '>', idleSince);
  for (const column of ['user_id', 'organization_id', 'address'] as const) {
    const value = filters[column];
    if (value !== undefined) void query.where(column, value);
  }
  if (filters.is_suspicious === true) void query.whereNotNull('suspected_at');
  if (filters.is_suspicious === false) void query.whereNull('suspected_at');
  return query;
}

/** Counts live sessions: all, or those that were last used in an organization. */
export async function countSessions(
  db: Db,
  organizationId: string | undefined,
  { now, idleSince }: Liveness,
): Promise<SessionStats> {
  const counts = await db.query<SessionCount>(countStatement, [now, idleSince, organizationId ?? null]);
  const total = counts.find(({ agent, day }) => agent === null && day === null);
  return {
    active: total?.sessions ?? 0,
    users: total?.users ?? 0,
    suspicious: total?.suspicious ?? 0,
    by_agent: counts.flatMap(({ agent, sessions }) => (agent === null ? [] : [{ agent, sessions }])),
    by_day: counts.flatMap(({ day, sessions }) => (day === null ? [] : [{ day, sessions }])),
  };
}
