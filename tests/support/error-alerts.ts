import type { ErrorAlert, ErrorAlertRule, ErrorAlertRuleCreate } from '../../generated/v2/types.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Account } from './accounts.ts';
import type { TestApp } from './app.ts';
import { bodyOf } from './factories.ts';

type Place = Pick<ErrorAlertRule, 'organization_id' | 'project_id'>;

interface Host extends Pick<TestApp, 'query'> {
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;

export async function createAlertRule(
  { v2 }: Pick<Account, 'v2'>,
  project: { readonly id: string },
  overrides: Partial<Omit<ErrorAlertRuleCreate, 'project_id'>> = {},
): Promise<ErrorAlertRule> {
  const defaults = { name: 'Burst', kind: 'threshold', threshold: 3, window: 'PT5M' } as const;
  const body = { project_id: project.id, ...defaults, ...overrides };
  return bodyOf(await v2.POST('/api/v2/error-alert-rules', { body }));
}

/** Inserts an error without occurrences; returns its id. */
export async function insertError(
  app: Host,
  { organization_id, project_id }: Place,
  { level = 'error', status = 'open' }: { readonly level?: string; readonly status?: string } = {},
): Promise<string> {
  const id = newId();
  const now = app.clock.now();
  await app.query(
    `INSERT INTO error_groups (id, organization_id, project_id, fingerprint, title, level, status, resolved_at, created_at,
       updated_at, first_seen_at, last_seen_at)
     VALUES ($1, $2, $3, $4, 'TypeError', $5, $6, $7, $8, $8, $8, $8)`,
    [id, organization_id, project_id, id.replaceAll('-', ''), level, status, status === 'resolved' ? now : null, now],
  );
  return id;
}

interface Counted {
  readonly error_id: string;
  readonly count: number;
  readonly environment?: string;
  /** How long before the app's time; 0 by default. */
  readonly minutesAgo?: number;
}

/** Counts reports of an error in one minute, as their intake does. */
export async function countReports(
  app: Host,
  { organization_id, project_id }: Place,
  { error_id, count, environment = '', minutesAgo = 0 }: Counted,
): Promise<void> {
  const minute = Math.floor(app.clock.now().getTime() / MINUTE_MS) - minutesAgo;
  await app.query(
    `INSERT INTO error_counts AS c (organization_id, project_id, error_id, environment, bucket, count)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organization_id, project_id, bucket, error_id, environment)
     DO UPDATE SET count = c.count + excluded.count`,
    [organization_id, project_id, error_id, environment, new Date(minute * MINUTE_MS), count],
  );
}

export async function alertsOf({ v2 }: Pick<Account, 'v2'>, rule: { readonly id: string }): Promise<ErrorAlert[]> {
  const query = { rule_id: rule.id, sort: 'fired_at' } as const;
  return bodyOf(await v2.GET('/api/v2/error-alerts', { params: { query } })).data;
}

/** Inserts a firing alert of a rule, as if it had fired; returns it as lists show it. */
export async function insertAlert(
  app: Host,
  rule: ErrorAlertRule,
  overrides: Partial<ErrorAlert> = {},
): Promise<ErrorAlert> {
  const now = app.clock.now();
  const { id: rule_id, organization_id, project_id, name, kind, threshold, window, error_id } = rule;
  const times = { window_started_at: now.toISOString(), fired_at: now.toISOString(), cleared_at: null };
  const alert: ErrorAlert = {
    ...{ id: newId(), organization_id, project_id, rule_id, name, kind, error_id, status: 'firing' },
    ...{ threshold, window, value: threshold, ...times, ...overrides },
  };
  const columns = Object.keys(alert).map((column) => `"${column}"`);
  const places = columns.map((_column, index) => `$${index + 1}`);
  await app.query(
    `INSERT INTO error_alerts (${columns.join(', ')}, clears_at) VALUES (${places.join(', ')}, $${places.length + 1})`,
    [...Object.values(alert), new Date(now.getTime() + 60 * MINUTE_MS)],
  );
  return alert;
}
