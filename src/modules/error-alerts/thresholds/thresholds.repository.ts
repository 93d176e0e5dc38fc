import type { ErrorAlertRule } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';

const lockCursorStatement: Statement = {
  name: 'error_alerts.lock_cursor',
  text: `INSERT INTO error_alert_evaluation AS e (evaluated_until) VALUES ($1)
         ON CONFLICT (is_only) DO UPDATE SET evaluated_until = e.evaluated_until
         RETURNING evaluated_until`,
};

const moveCursorStatement: Statement = {
  name: 'error_alerts.move_cursor',
  text: 'UPDATE error_alert_evaluation SET evaluated_until = $1',
};

// A window is as many whole minutes as the rule says, the last of which may still be running: `value` is the sum over
// the window that ends with a minute. An offset of RANGE cannot be a column, so minutes are divided by the length of
// the rule's window. An earlier minute of the same window is then less than 1 away, at most 1439/1440 = 0.99931; the
// last minute of the window before is 1 away.
// A project without a report since $1 cannot have reached a threshold since. What a project counted is read once for
// all of its rules, by level, environment, and those errors that rules name; and rules that differ in nothing but their
// thresholds are evaluated together.
const exceededStatement: Statement = {
  name: 'error_alerts.exceeded',
  text: `WITH watched AS MATERIALIZED (
           SELECT r.organization_id, r.project_id, max(r.window_minutes) AS window_minutes,
                  array_agg(r.error_id) AS error_ids
             FROM error_alert_rules r
             JOIN projects p ON p.organization_id = r.organization_id AND p.id = r.project_id
            WHERE r.kind = 'threshold' AND r.is_active AND p.archived_at IS NULL
            GROUP BY r.organization_id, r.project_id
           HAVING EXISTS (SELECT FROM error_counts c
                           WHERE c.organization_id = r.organization_id AND c.project_id = r.project_id
                             AND c.bucket >= $1 AND c.bucket <= $2)
         ), windows AS (
           SELECT m.rule_ids, m.bucket, m.bucket + interval '1 minute' AS ends_at, m.value
             FROM watched w
            CROSS JOIN LATERAL (
              WITH counted AS MATERIALIZED (
                SELECT c.bucket, g.level, c.environment, g.error_id, sum(c.count)::bigint AS count
                  FROM error_counts c
                  JOIN (SELECT id, level, CASE WHEN id = ANY (w.error_ids) THEN id END AS error_id FROM error_groups
                         WHERE organization_id = w.organization_id AND project_id = w.project_id
                           AND status <> 'ignored') g ON g.id = c.error_id
                 WHERE c.organization_id = w.organization_id AND c.project_id = w.project_id
                   AND c.bucket > $1::timestamptz - make_interval(mins => w.window_minutes) AND c.bucket <= $2
                 GROUP BY c.bucket, g.level, c.environment, g.error_id
              ), alike AS MATERIALIZED (
                SELECT row_number() OVER () AS place, array_agg(id) AS rule_ids, min(threshold) AS threshold,
                       window_minutes, error_id, levels, environments
                  FROM error_alert_rules
                 WHERE organization_id = w.organization_id AND project_id = w.project_id AND kind = 'threshold' AND is_active
                 GROUP BY window_minutes, error_id, levels, environments
              ), placed AS (
                -- What min() takes from is the same in the whole group.
                SELECT r.place, min(r.rule_ids) AS rule_ids, min(r.threshold) AS threshold,
                       min(r.window_minutes) AS window_minutes, c.bucket, sum(c.count)::bigint AS count
                  FROM alike r
                  JOIN counted c ON c.bucket > $1::timestamptz - make_interval(mins => r.window_minutes)
                                AND (r.error_id IS NULL OR r.error_id = c.error_id)
                                AND (r.levels = '{}' OR c.level = ANY (r.levels))
                                AND (r.environments = '{}' OR c.environment = ANY (r.environments))
                 GROUP BY r.place, c.bucket
              )
              SELECT rule_ids, threshold, bucket,
                     sum(count) OVER (PARTITION BY place
                                      ORDER BY extract(epoch FROM bucket)::float8 / 60 / window_minutes
                                      RANGE BETWEEN 0.9995 PRECEDING AND CURRENT ROW) AS value
                FROM placed) m
            WHERE m.value >= m.threshold AND m.bucket >= $1
         )
         SELECT r.id AS rule_id,
                r.version,
                min(x.ends_at) AS first_ends_at,
                max(x.ends_at) AS last_ends_at,
                ((array_agg(x.value ORDER BY x.bucket))[1])::bigint AS value
           FROM windows x
          CROSS JOIN unnest(x.rule_ids) AS named (id)
           JOIN error_alert_rules r ON r.id = named.id
          WHERE x.value >= r.threshold
            AND (x.ends_at > r.armed_from
                 OR EXISTS (SELECT FROM error_alerts a WHERE a.rule_id = r.id AND a.status = 'firing'))
          GROUP BY r.id, r.version`,
};

// In the order of their ids, as subscribers lock them. Those that were deactivated or deleted meanwhile are left out.
const lockRulesStatement: Statement = {
  name: 'error_alerts.lock_rules',
  text: `SELECT id, organization_id, project_id, name, kind, threshold, "window", levels, environments, error_id,
                is_active, version, created_at, updated_at
           FROM error_alert_rules
          WHERE id = ANY ($1::uuid[]) AND is_active
          ORDER BY id
            FOR NO KEY UPDATE`,
};

const armStatement: Statement = {
  name: 'error_alerts.arm',
  text: `UPDATE error_alert_rules r SET armed_from = greatest(r.armed_from, a.armed_from)
           FROM unnest($1::uuid[], $2::timestamptz[]) AS a (rule_id, armed_from)
          WHERE r.id = a.rule_id`,
};

const extendStatement: Statement = {
  name: 'error_alerts.extend',
  text: `UPDATE error_alerts a SET clears_at = greatest(a.clears_at, e.clears_at)
           FROM unnest($1::uuid[], $2::timestamptz[]) AS e (rule_id, clears_at)
          WHERE a.rule_id = e.rule_id AND a.status = 'firing'
         RETURNING a.rule_id`,
};

// Deactivated rules have nothing firing. What a threshold counts goes on after one error was resolved.
const lockOverdueStatement: Statement = {
  name: 'error_alerts.lock_overdue',
  text: `SELECT r.id, r.organization_id FROM error_alert_rules r
          WHERE r.id IN (SELECT a.rule_id FROM error_alerts a
                           JOIN projects p ON p.organization_id = a.organization_id AND p.id = a.project_id
                          WHERE a.status = 'firing'
                            AND (a.clears_at <= $1 OR p.archived_at IS NOT NULL
                                 OR (a.kind <> 'threshold'
                                     AND NOT EXISTS (SELECT FROM error_groups g
                                                      WHERE g.organization_id = a.organization_id
                                                        AND g.project_id = a.project_id AND g.id = a.error_id
                                                        AND g.status NOT IN ('resolved', 'ignored')))))
          ORDER BY r.id
            FOR NO KEY UPDATE`,
};

/** A rule whose threshold was reached, in one window or more. */
export interface Exceeded {
  readonly rule_id: string;
  /** The version of the rule that was evaluated. */
  readonly version: number;
  /** When the first of the windows ends, which may be up to a minute from now. */
  readonly first_ends_at: string;
  readonly last_ends_at: string;
  /** The number of reports in the first one. */
  readonly value: number;
}

/**
 * Returns the time until which thresholds have been evaluated, with a lock until the end of the transaction.
 * @param start if they never were
 */
export async function lockCursor(db: Db, start: Date): Promise<Date> {
  const [row] = await db.query<{ evaluated_until: string }>(lockCursorStatement, [start]);
  return row === undefined ? start : new Date(row.evaluated_until);
}

export async function moveCursor(db: Db, to: Date): Promise<void> {
  await db.query(moveCursorStatement, [to]);
}

/** Finds the rules whose thresholds were reached in a window that ends with a minute in the range. */
export async function findExceeded(db: Db, from: Date, to: Date): Promise<Exceeded[]> {
  return db.query<Exceeded>(exceededStatement, [from, to]);
}

/** Locks those of the rules that are still active. */
export async function lockRules(db: Db, ruleIds: readonly string[]): Promise<ErrorAlertRule[]> {
  return db.query<ErrorAlertRule>(lockRulesStatement, [ruleIds]);
}

/**
 * Sets until when the rules, which the caller has locked, do not fire again, and what they have firing goes on.
 * @returns the ids of the rules that have something firing
 */
export async function moveEnds(
  db: Db,
  ends: readonly { readonly rule_id: string; readonly clears_at: string }[],
): Promise<ReadonlySet<string>> {
  const values = [ends.map(({ rule_id }) => rule_id), ends.map(({ clears_at }) => clears_at)];
  await db.query(armStatement, values);
  const firing = await db.query<{ rule_id: string }>(extendStatement, values);
  return new Set(firing.map(({ rule_id }) => rule_id));
}

/** Locks the rules whose alerts have to be cleared. */
export async function lockOverdueRules(db: Db, now: Date): Promise<Pick<ErrorAlertRule, 'id' | 'organization_id'>[]> {
  return db.query(lockOverdueStatement, [now]);
}
