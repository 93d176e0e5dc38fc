import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { isUuid } from '../../src/contract/request/formats.ts';
import { createSession } from './accounts.ts';
import type { TestApp } from './app.ts';
import { createAlertRule } from './error-alerts.ts';
import { eventually } from './eventually.ts';
import {
  addDependency,
  createComment,
  createLabel,
  createMilestone,
  createReportingKey,
  createSourceMap,
  createTask,
  recordEvent,
  reportError,
} from './factories.ts';
import { createWorld, type World } from './world.ts';

/** Ids of resources that a request does not name, by how near they are to those that it names. */
export interface Bystanders {
  /** Of the same project. */
  readonly project: readonly string[];
  /** Of another project of the organization, and another member. */
  readonly organization: readonly string[];
  readonly elsewhere: readonly string[];
}

/** What the other project of the organization has, by the name of the path parameter. */
const kindsOfTwin = [
  ...['user_id', 'project_id', 'label_id', 'reporting_key_id', 'source_map_id', 'error_id', 'milestone_id', 'task_id'],
  ...['comment_id', 'import_id', 'rule_id', 'invitation_id', 'event_id'],
];

/** Creates one more resource of every kind beside those of a world. */
export async function createBystanders(app: TestApp, { owner, ids }: World, elsewhere: World): Promise<Bystanders> {
  const project = { id: ids['project_id']! };
  const label = await createLabel(owner, project);
  const milestone = await createMilestone(owner, project);
  const sourceMap = await createSourceMap(owner, project);
  const key = await createReportingKey(owner, project);
  const { error_id } = await reportError(owner, project, { type: 'BystanderError' });
  const blocking = await createTask(owner, project);
  const task = await createTask(owner, project, { milestone_id: milestone.id, label_ids: [label.id] });
  await addDependency(owner, task, blocking);
  const comment = await createComment(owner, task);
  const event = await recordEvent(owner, { project_id: project.id });
  const rule = await createAlertRule(owner, project);
  const { ids: twin } = await createWorld(app, owner);
  await giveCredentials(app, { user_id: twin['user_id']!, organization_id: owner.organization_id }, elsewhere);
  // A session that falls back to a home elsewhere names its organization. The number of a project may be in any row.
  const { organization_id: _organization, ...others } = elsewhere.ids;
  return {
    project: [
      ...[label, milestone, key, blocking, task, comment, event, rule, sourceMap].map(({ id }) => id),
      error_id,
    ],
    organization: kindsOfTwin.map((name) => twin[name]!),
    elsewhere: [elsewhere.owner.user_id, ...Object.values(others).filter(isUuid)],
  };
}

/** Gives a member a home elsewhere, a session in the organization, a second factor, and open links. */
async function giveCredentials(
  app: TestApp,
  member: { readonly user_id: string; readonly organization_id: string },
  elsewhere: World,
): Promise<void> {
  const { user_id } = member;
  const now = app.clock.now();
  const values = [user_id, now];
  await app.query("UPDATE users SET home_organization_id = $2, password_hash = 'scrypt' WHERE id = $1", [
    user_id,
    elsewhere.owner.organization_id,
  ]);
  await createSession(app, member);
  await app.query(
    'INSERT INTO totp_factors (user_id, secret, created_at) VALUES ($1, sha256($1::uuid::text::bytea), $2)',
    values,
  );
  await app.query("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, 'scrypt')", [user_id]);
  for (const table of ['one_time_tokens', 'mfa_challenges']) {
    const purpose = table === 'one_time_tokens' ? { column: ', purpose', value: ", 'password_reset'" } : undefined;
    await app.query(
      `INSERT INTO ${table} (token_hash, user_id, expires_at, created_at${purpose?.column ?? ''})
       VALUES (sha256($1::uuid::text::bytea), $1, $2::timestamptz + interval '1 hour', $2${purpose?.value ?? ''})`,
      values,
    );
  }
  await app.query(
    "INSERT INTO password_history (id, user_id, password_hash, replaced_at) VALUES (gen_random_uuid(), $1, 'scrypt', $2)",
    values,
  );
  await app.query(
    "INSERT INTO user_places (user_id, network, agent, last_seen_at) VALUES ($1, '198.51.100.0/24', 'firefox', $2)",
    values,
  );
}

/** Tables whose rows are only appended, or count requests. */
const apart = [
  'audit_log',
  'audit_chains',
  'events',
  'outbox',
  'outbox_dead',
  'idempotency_keys',
  'operation_usage',
  'key_usage',
  'request_measurements',
];

/** Returns the rows of all tables that contain one of the ids, as JSON after the name of the table. */
async function rowsAbout(app: Pick<TestApp, 'query'>, ids: readonly string[]): Promise<readonly string[]> {
  const tables = await app.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
        AND relnamespace = 'public'::regnamespace AND relname !~ '^(schema_)?migration' AND relname <> ALL ($1)`,
    [apart],
  );
  const parts = tables.map(
    ({ name }) => `SELECT '${name} ' || to_jsonb(t)::text AS row FROM ${name} AS t WHERE to_jsonb(t)::text ~ $1`,
  );
  const rows = await app.query<{ row: string }>(`${parts.join(' UNION ALL ')} ORDER BY 1`, [ids.join('|')]);
  if (rows.length === 0) throw new Error('no row contains one of the ids');
  return rows.map(({ row }) => row);
}

/**
 * Waits until no job of a schedule runs and none starts within the next seconds, so that only the caller changes rows.
 * Schedules have whole minutes of the real clock.
 */
export async function betweenSchedules(app: Pick<TestApp, 'query'>): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  // A busy machine takes seconds for one request.
  if (left < 10_000) await setTimeout(left + 1_000);
  await eventually(async () => {
    const due = 'SELECT id FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts';
    expect(await app.query(due)).to.deep.equal([]);
  }, 20_000);
}

/** Returns the rows about `ids` before and after a change. Only a server that runs no jobs may change nothing else. */
export async function rowsAround<Result>(
  app: Pick<TestApp, 'query'>,
  ids: readonly string[],
  change: () => Promise<Result>,
): Promise<{ readonly before: readonly string[]; readonly after: readonly string[]; readonly result: Result }> {
  const before = await rowsAbout(app, ids);
  const result = await change();
  return { before, after: await rowsAbout(app, ids), result };
}
