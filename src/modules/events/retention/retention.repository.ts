import type { Db, Statement } from '../../../platform/database.ts';

const openMonthsStatement: Statement = {
  name: 'reported_events.open_months',
  text: 'SELECT create_reported_event_partitions($1::date, 3)',
};

// What an organization keeps for as long as any other is left to the removal of whole months.
const expireStatement: Statement = {
  name: 'reported_events.expire',
  text: `
    WITH old AS (
      SELECT e.organization_id, e.recorded_at, e.id
        FROM organizations o
        LEFT JOIN event_retentions r ON r.organization_id = o.id
       CROSS JOIN LATERAL (
         SELECT organization_id, recorded_at, id FROM reported_events
          WHERE organization_id = o.id
            AND recorded_at < $1::timestamptz - make_interval(days => coalesce(r.days, $2))
          ORDER BY recorded_at, id LIMIT $4) e
       WHERE coalesce(r.days, $2) < $3
       ORDER BY o.id LIMIT $4
    ), gone AS (
      DELETE FROM reported_events e USING old
       WHERE e.organization_id = old.organization_id AND e.recorded_at = old.recorded_at AND e.id = old.id
      RETURNING e.organization_id, e.project_id, e.type, e.source, e.time, e.recorded_at
    ), counted AS (
      INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, is_delta)
      SELECT organization_id, project_id, type, source, date_bin('15 minutes', time, '2000-01-01 00:00:00+00') AS bucket,
             date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date AS month, -count(*), true
        FROM gone GROUP BY organization_id, project_id, type, source, bucket, month
    )
    SELECT count(*)::integer AS count FROM gone`,
};

const eraseProjectStatement: Statement = {
  name: 'reported_events.erase_project',
  text: `
    WITH old AS (
      SELECT organization_id, recorded_at, id FROM reported_events
       WHERE organization_id = $1 AND project_id = $2 ORDER BY time, id LIMIT $3
    ), gone AS (
      DELETE FROM reported_events e USING old
       WHERE e.organization_id = old.organization_id AND e.recorded_at = old.recorded_at AND e.id = old.id
      RETURNING e.id
    )
    SELECT count(*)::integer AS count FROM gone`,
};

const eraseProjectCountsStatement: Statement = {
  name: 'reported_events.erase_project_counts',
  text: `WITH counts AS (DELETE FROM event_counts WHERE organization_id = $1 AND project_id = $2),
              quarters AS (DELETE FROM event_quarters WHERE organization_id = $1 AND project_id = $2),
              days AS (DELETE FROM event_days WHERE organization_id = $1 AND project_id = $2)
         DELETE FROM event_totals WHERE organization_id = $1 AND project_id = $2`,
};

const longestStatement: Statement = {
  name: 'reported_events.longest_retention',
  text: 'SELECT greatest($1, max(days))::integer AS days FROM event_retentions',
};

// A month that was detached but not dropped, because a process died, is found, too.
const monthsStatement: Statement = {
  name: 'reported_events.months',
  text: `SELECT c.relname AS name, to_date(right(c.relname, 7), 'YYYY_MM')::text AS month,
                i.inhrelid IS NOT NULL AS is_attached, coalesce(i.inhdetachpending, false) AS is_pending
           FROM pg_class c
           LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname ~ '^reported_events_\\d{4}_\\d\\d$'
            AND to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= $1::date
          ORDER BY c.relname`,
};

const dropCountsStatement: Statement = {
  name: 'reported_events.drop_counts',
  text: `WITH counts AS (DELETE FROM event_counts WHERE recorded_month = $1::date),
              quarters AS (DELETE FROM event_quarters WHERE recorded_month = $1::date),
              days AS (DELETE FROM event_days WHERE recorded_month = $1::date)
         DELETE FROM event_totals WHERE recorded_month = $1::date`,
};

const mergeStatement: Statement = {
  name: 'event_counts.merge',
  text: `
    WITH taken AS (
      DELETE FROM event_counts
       WHERE ctid = ANY (ARRAY (SELECT ctid FROM event_counts WHERE is_delta ORDER BY organization_id LIMIT $1 FOR UPDATE SKIP LOCKED))
      RETURNING organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at
    ), merged AS (
      INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, first_at,
        last_at, is_delta)
      SELECT organization_id, project_id, type, source, bucket, recorded_month, sum(count), min(first_at),
             max(last_at), false
        FROM taken GROUP BY organization_id, bucket, project_id, type, source, recorded_month
       ORDER BY organization_id, bucket, project_id, type, source, recorded_month
      ON CONFLICT (organization_id, bucket, project_id, type, source, recorded_month) WHERE NOT is_delta
      DO UPDATE SET count = event_counts.count + excluded.count,
                    first_at = least(event_counts.first_at, excluded.first_at),
                    last_at = greatest(event_counts.last_at, excluded.last_at)
    ), quarters AS (
      INSERT INTO event_quarters AS q (organization_id, project_id, bucket, recorded_month, count)
      SELECT organization_id, project_id, bucket, recorded_month, sum(count)
        FROM taken GROUP BY organization_id, bucket, project_id, recorded_month
       ORDER BY organization_id, bucket, project_id, recorded_month
      ON CONFLICT (organization_id, bucket, project_id, recorded_month)
      DO UPDATE SET count = q.count + excluded.count
    ), days AS (
      INSERT INTO event_days AS d (organization_id, project_id, type, source, bucket, recorded_month, count, first_at,
        last_at)
      SELECT organization_id, project_id, type, source, date_trunc('day', bucket, 'UTC') AS day, recorded_month,
             sum(count), min(first_at), max(last_at)
        FROM taken GROUP BY organization_id, day, project_id, type, source, recorded_month
       ORDER BY organization_id, day, project_id, type, source, recorded_month
      ON CONFLICT (organization_id, bucket, project_id, type, source, recorded_month)
      DO UPDATE SET count = d.count + excluded.count, first_at = least(d.first_at, excluded.first_at),
                    last_at = greatest(d.last_at, excluded.last_at)
    ), totalled AS (
      INSERT INTO event_totals AS t (organization_id, project_id, type, source, recorded_month, count, first_at, last_at)
      SELECT organization_id, project_id, type, source, recorded_month, sum(count), min(first_at), max(last_at)
        FROM taken GROUP BY organization_id, type, source, project_id, recorded_month
       ORDER BY organization_id, type, source, project_id, recorded_month
      ON CONFLICT (organization_id, type, source, project_id, recorded_month)
      DO UPDATE SET count = t.count + excluded.count, first_at = least(t.first_at, excluded.first_at),
                    last_at = greatest(t.last_at, excluded.last_at)
    )
    SELECT count(*)::integer AS count FROM taken`,
};

// Only indexes that begin with the organization find a user's events.
const forgetStatement: Statement = {
  name: 'reported_events.forget_user',
  text: `UPDATE reported_events e
            SET user_id = NULL, subject = NULL, data = NULL, data_base64 = NULL, extensions = '{}'
           FROM organizations o WHERE e.organization_id = o.id AND e.user_id = $1`,
};

interface Month {
  /** Of its table. */
  readonly name: string;
  /** Its first day. */
  readonly month: string;
  readonly is_attached: boolean;
  /** Whether detaching was interrupted. */
  readonly is_pending: boolean;
}

/** Makes the partitions of a month and the two after it. */
export async function openMonths(db: Db, month: string): Promise<void> {
  await db.query(openMonthsStatement, [month]);
}

/** Deletes up to `limit` events that their organizations keep for fewer than `longest` days, and no longer. */
export async function expireEvents(
  db: Db,
  keep: { readonly now: Date; readonly days: number; readonly longest: number },
  limit: number,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(expireStatement, [keep.now, keep.days, keep.longest, limit]);
  return row?.count ?? 0;
}

/** Deletes up to `limit` events of a deleted project; the last time, also its counts. */
export async function eraseProjectEvents(
  db: Db,
  { organization_id, project_id }: { readonly organization_id: string; readonly project_id: string },
  limit: number,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(eraseProjectStatement, [organization_id, project_id, limit]);
  const count = row?.count ?? 0;
  if (count < limit) await db.query(eraseProjectCountsStatement, [organization_id, project_id]);
  return count;
}

/** Returns for how many days some organization keeps its events: at least `days`. */
export async function longestRetention(db: Db, days: number): Promise<number> {
  const [row] = await db.query<{ days: number }>(longestStatement, [days]);
  return row?.days ?? days;
}

/** Returns the months that ended before a day, the oldest first. */
export async function listMonthsBefore(db: Db, day: string): Promise<Month[]> {
  return db.query<Month>(monthsStatement, [day]);
}

/**
 * Removes a month with its counts. Writers do not wait: detaching concurrently locks neither the table nor its other
 * partitions against them, and a detached partition is not theirs any more.
 */
export async function dropMonth(db: Db, { name, month, is_attached, is_pending }: Month): Promise<void> {
  if (is_pending) await db.knex.raw('ALTER TABLE reported_events DETACH PARTITION ?? FINALIZE', [name]);
  else if (is_attached) await db.knex.raw('ALTER TABLE reported_events DETACH PARTITION ?? CONCURRENTLY', [name]);
  await db.query(dropCountsStatement, [month]);
  await db.knex.raw('DROP TABLE ??', [name]);
}

/** Merges up to `limit` rows of counts that batches have added; returns how many. */
export async function mergeCounts(db: Db, limit: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(mergeStatement, [limit]);
  return row?.count ?? 0;
}

/** Removes a user, and what may name them, from the events about them. */
export async function forgetUser(db: Db, userId: string): Promise<void> {
  await db.query(forgetStatement, [userId]);
}
