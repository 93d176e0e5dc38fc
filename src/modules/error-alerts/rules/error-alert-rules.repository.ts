import type { Knex } from 'knex';
import type { ErrorAlertRule } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/unit.ts';
import { windowMinutes } from '../error-alerts.policy.ts';
import { ruleColumns, type RuleFilters, type RuleRow } from '../error-alerts.types.ts';

const findStatement: Statement = {
  name: 'error_alert_rules.find',
  text: `SELECT r.id, r.organization_id, r.project_id, r.name, r.kind, r.threshold, r.window, r.levels, r.environments,
                r.error_id, r.is_active, r.version, r.created_at, r.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM error_alert_rules r
           JOIN projects p ON p.organization_id = r.organization_id AND p.id = r.project_id
           LEFT JOIN project_members m ON m.project_id = r.project_id AND m.user_id = $3
          WHERE r.organization_id = $1 AND r.id = $2`,
};

const lockStatement: Statement = {
  name: 'error_alert_rules.lock',
  text: `SELECT r.id, r.organization_id, r.project_id, r.name, r.kind, r.threshold, r.window, r.levels, r.environments,
                r.error_id, r.is_active, r.version, r.created_at, r.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM error_alert_rules r
           JOIN projects p ON p.organization_id = r.organization_id AND p.id = r.project_id
           LEFT JOIN project_members m ON m.project_id = r.project_id AND m.user_id = $3
          WHERE r.organization_id = $1 AND r.id = $2
            FOR UPDATE OF r`,
};

const replaceStatement: Statement = {
  name: 'error_alert_rules.replace',
  text: `UPDATE error_alert_rules
            SET name = $4, threshold = $5, "window" = $6, window_minutes = $7, levels = $8, environments = $9,
                error_id = $10, is_active = $11, version = version + 1, updated_at = $12,
                armed_from = CASE WHEN $11 AND NOT is_active THEN greatest(armed_from, $12) ELSE armed_from END
          WHERE organization_id = $1 AND id = $2 AND version = $3
         RETURNING version`,
};

const hasErrorStatement: Statement = {
  name: 'error_alert_rules.has_error',
  text: 'SELECT 1 FROM error_groups WHERE organization_id = $1 AND project_id = $2 AND id = $3',
};

export async function findRule(db: Db, actor: Actor, ruleId: string): Promise<RuleRow | undefined> {
  const [row] = await db.query<RuleRow>(findStatement, [actor.organization_id, ruleId, actor.user_id]);
  return row;
}

/** As findRule, and locks the row until the end of the transaction: the rule neither fires nor clears meanwhile. */
export async function lockRule(db: Db, actor: Actor, ruleId: string): Promise<RuleRow | undefined> {
  const [row] = await db.query<RuleRow>(lockStatement, [actor.organization_id, ruleId, actor.user_id]);
  return row;
}

const sortKeys = {
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'name', type: 'text', valueOf: (row) => row.name },
} satisfies Record<string, SortKey<ErrorAlertRule>>;

/** @param projects selects the ids of the projects to list; undefined for all of the organization */
export async function listRuleRows(
  db: Db,
  { organization_id, projects }: { readonly organization_id: string; readonly projects: Knex.QueryBuilder | undefined },
  filters: RuleFilters,
  page: PageRequest,
): Promise<Slice<ErrorAlertRule>> {
  const query = db.knex('error_alert_rules').select(ruleColumns).where({ organization_id });
  if (projects !== undefined) void query.whereIn('project_id', projects);
  const [project_id, ...others] = filters.project_id ?? [];
  if (others.length > 0) void query.whereIn('project_id', filters.project_id ?? []);
  else if (project_id !== undefined) void query.where({ project_id });
  if (filters.kind !== undefined) void query.whereIn('kind', filters.kind);
  if (filters.is_active !== undefined) void query.where('is_active', filters.is_active);
  return fetchSlice<ErrorAlertRule>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

/** The rule considers what happens from its creation on. */
export async function insertRule(db: Db, rule: ErrorAlertRule): Promise<void> {
  const row = { ...rule, window_minutes: windowMinutes(rule.window), armed_from: rule.created_at };
  await db.knex('error_alert_rules').insert(row);
}

/** Writes the rule if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceRule(db: Db, after: ErrorAlertRule): Promise<boolean> {
  const { organization_id, id, version, name, threshold, window, levels, environments, error_id } = after;
  const content = [name, threshold, window, windowMinutes(window), levels, environments, error_id];
  const values = [organization_id, id, version - 1, ...content, after.is_active, after.updated_at];
  return (await db.query(replaceStatement, values)).length === 1;
}

export async function deleteRuleRow(db: Db, { organization_id, id }: ErrorAlertRule): Promise<void> {
  await db.knex('error_alert_rules').where({ organization_id, id }).delete();
}

/** Returns whether the project has the error. */
export async function hasError(
  db: Db,
  { organization_id, project_id }: Pick<ErrorAlertRule, 'organization_id' | 'project_id'>,
  errorId: string,
): Promise<boolean> {
  return (await db.query(hasErrorStatement, [organization_id, project_id, errorId])).length === 1;
}
