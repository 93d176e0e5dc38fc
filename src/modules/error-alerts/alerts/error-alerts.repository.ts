import type { Knex } from 'knex';
import type { ErrorAlert, ErrorAlertRule } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import { alertColumns, type AlertFilters, type ErrorFacts, type Firing } from '../error-alerts.types.ts';

// The claim: of several transactions that see the same reason, the first one moves `armed_from` behind it; the others
// wait for its lock and then no longer match. A reason that was handled before does not match either.
// The report that made the error new, or reopened it, was received at the time of the event. If its occurrence is gone,
// its environment is unknown, and the rule fires.
const claimStatement: Statement = {
  name: 'error_alerts.claim',
  text: `WITH matching AS (
           SELECT r.id FROM error_alert_rules r
             JOIN projects p ON p.organization_id = r.organization_id AND p.id = r.project_id
            WHERE r.organization_id = $1 AND r.project_id = $2 AND r.kind = $6 AND r.is_active
              AND p.archived_at IS NULL AND r.armed_from <= $5
              AND (r.error_id IS NULL OR r.error_id = $3)
              AND (r.levels = '{}' OR $4 = ANY (r.levels))
              AND (r.environments = '{}'
                   OR NOT EXISTS (SELECT FROM error_occurrences o
                                   WHERE o.organization_id = $1 AND o.error_id = $3 AND o.received_at = $5)
                   OR EXISTS (SELECT FROM error_occurrences o
                               WHERE o.organization_id = $1 AND o.error_id = $3 AND o.received_at = $5
                                 AND o.environment = ANY (r.environments)))
            ORDER BY r.id
              FOR NO KEY UPDATE OF r
         )
         UPDATE error_alert_rules r
            SET armed_from = $5::timestamptz + make_interval(mins => r.window_minutes)
           FROM matching
          WHERE r.organization_id = $1 AND r.id = matching.id
         RETURNING r.id, r.organization_id, r.project_id, r.name, r.kind, r.threshold, r.window, r.levels,
                   r.environments, r.error_id, r.is_active, r.version, r.created_at, r.updated_at`,
};

const insertStatement: Statement = {
  name: 'error_alerts.insert',
  text: `INSERT INTO error_alerts (id, organization_id, project_id, rule_id, name, kind, error_id, status, threshold,
           "window", window_started_at, value, fired_at, clears_at)
         SELECT f.id, r.organization_id, r.project_id, r.id, r.name, r.kind, f.error_id, 'firing', r.threshold, r.window,
                f.window_started_at, f.value, $7, f.clears_at
           FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::timestamptz[])
             AS f (id, rule_id, error_id, window_started_at, value, clears_at)
           JOIN error_alert_rules r ON r.id = f.rule_id AND r.organization_id = ANY ($8::uuid[])
         ON CONFLICT (organization_id, rule_id, window_started_at) DO NOTHING
         RETURNING id, organization_id, project_id, rule_id, name, kind, error_id, status, threshold, "window",
                   window_started_at, value, fired_at, cleared_at`,
};

const clearOfRulesStatement: Statement = {
  name: 'error_alerts.clear_of_rules',
  text: `UPDATE error_alerts SET status = 'cleared', cleared_at = $3
          WHERE organization_id = ANY ($1::uuid[]) AND rule_id = ANY ($2::uuid[]) AND status = 'firing'
         RETURNING id, organization_id, project_id, rule_id, name, kind, error_id, status, threshold, "window",
                   window_started_at, value, fired_at, cleared_at`,
};

const sweepStatement: Statement = {
  name: 'error_alerts.sweep',
  text: `DELETE FROM error_alerts WHERE status = 'cleared' AND fired_at < $1`,
};

const byTime: SortKey<ErrorAlert> = { column: 'fired_at', type: 'timestamptz', valueOf: (row) => row.fired_at };

/** @param projects selects the ids of the projects to list; undefined for all of the organization */
export async function listAlertRows(
  db: Db,
  { organization_id, projects }: { readonly organization_id: string; readonly projects: Knex.QueryBuilder | undefined },
  filters: AlertFilters,
  page: PageRequest,
): Promise<Slice<ErrorAlert>> {
  const query = db.knex('error_alerts').select(alertColumns).where({ organization_id });
  if (projects !== undefined) void query.whereIn('project_id', projects);
  const [project_id, ...others] = filters.project_id ?? [];
  if (others.length > 0) void query.whereIn('project_id', filters.project_id ?? []);
  else if (project_id !== undefined) void query.where({ project_id });
  if (filters.kind !== undefined) void query.whereIn('kind', filters.kind);
  for (const name of ['rule_id', 'error_id', 'status'] as const) {
    const value = filters[name];
    if (value !== undefined) void query.where(name, value);
  }
  if (filters.fired_after !== undefined) void query.where('fired_at', '>=', filters.fired_after);
  if (filters.fired_before !== undefined) void query.where('fired_at', '<', filters.fired_before);
  return fetchSlice<ErrorAlert>(query, page, byTime);
}

/**
 * Returns the active rules of the kind that match the error and have not fired in this window, with a lock until the
 * end of the transaction.
 */
export async function claimRules(
  db: Db,
  { organization_id, project_id, error_id, level, at }: ErrorFacts,
  kind: ErrorAlertRule['kind'],
): Promise<ErrorAlertRule[]> {
  return db.query<ErrorAlertRule>(claimStatement, [organization_id, project_id, error_id, level, at, kind]);
}

export async function insertAlerts(db: Db, firings: readonly Firing[], now: Date): Promise<ErrorAlert[]> {
  return db.query<ErrorAlert>(insertStatement, [
    firings.map(({ id }) => id),
    firings.map(({ rule }) => rule.id),
    firings.map(({ error_id }) => error_id),
    firings.map(({ window_started_at }) => window_started_at),
    firings.map(({ value }) => value),
    firings.map(({ clears_at }) => clears_at),
    now,
    [...new Set(firings.map(({ rule }) => rule.organization_id))],
  ]);
}

/** Clears what the rules, which the caller has locked, have firing. */
export async function clearRowsOfRules(
  db: Db,
  rules: readonly Pick<ErrorAlertRule, 'id' | 'organization_id'>[],
  now: Date,
): Promise<ErrorAlert[]> {
  const organizations = [...new Set(rules.map(({ organization_id }) => organization_id))];
  return db.query<ErrorAlert>(clearOfRulesStatement, [organizations, rules.map(({ id }) => id), now]);
}

export async function deleteAlertsBefore(db: Db, time: Date): Promise<void> {
  await db.query(sweepStatement, [time]);
}
