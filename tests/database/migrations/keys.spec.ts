import { expect } from 'chai';
import pg from 'pg';
import { createScratchDatabase } from '../../support/database.ts';

interface ForeignKey {
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly target_columns: readonly string[];
  /** a: no action, c: cascade, n: set null. */
  readonly on_delete: 'a' | 'c' | 'n';
  readonly is_deferred: boolean;
  readonly has_nullable: boolean;
}

const foreignKeys = `
  SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS target, k.confdeltype AS on_delete,
         k.condeferred AS is_deferred,
         (SELECT json_agg(a.attname ORDER BY place) FROM unnest(k.conkey) WITH ORDINALITY AS c (number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number) AS columns,
         (SELECT json_agg(a.attname ORDER BY place) FROM unnest(k.confkey) WITH ORDINALITY AS c (number, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = c.number) AS target_columns,
         EXISTS (SELECT FROM pg_attribute a
                  WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND NOT a.attnotnull) AS has_nullable
    FROM pg_constraint k
   WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0`;

const idColumns = `
  SELECT attrelid::regclass::text || '.' || attname AS name FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
   WHERE attnum > 0 AND NOT attisdropped AND atttypid = 'uuid'::regtype AND attname ~ '_id$'
     AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace`;

const uniqueIndexes = `
  SELECT regexp_replace(indexdef, '^CREATE UNIQUE INDEX .* ON (?:ONLY )?public\\.(\\w+) USING btree ', '\\1 ') AS line
    FROM pg_indexes JOIN pg_class c ON c.relname = indexname AND NOT c.relispartition
   WHERE schemaname = 'public' AND indexdef ~ '^CREATE UNIQUE' AND tablename !~ '^(schema_)?migration'
     AND indexdef !~ ' \\(id\\)$'`;

/** Ids that no foreign key holds, because the row outlives what it names, or because it is written without its lock. */
const free = [
  ...['organization_id', 'actor_id', 'credential_id', 'resource_id', 'project_id'].map((name) => `audit_log.${name}`),
  ...['organization_id', 'project_id', 'user_id'].map((name) => `events.${name}`),
  ...['principal_id', 'organization_id', 'credential_id'].map((name) => `idempotency_keys.${name}`),
  ...['credential_id', 'user_id'].map((name) => `operation_usage.${name}`),
  ...['credential_id', 'organization_id', 'user_id'].map((name) => `key_usage.${name}`),
  // A check of each event would take as long as its insertion.
  ...['organization_id', 'project_id', 'user_id'].map((name) => `reported_events.${name}`),
  ...['organization_id', 'project_id'].map((name) => `event_counts.${name}`),
  ...['organization_id', 'project_id'].map((name) => `event_totals.${name}`),
  ...['organization_id', 'project_id'].map((name) => `event_quarters.${name}`),
  ...['organization_id', 'project_id'].map((name) => `event_days.${name}`),
  ...['organization_id', 'api_key_id'].map((name) => `request_measurements.${name}`),
  'audit_chains.organization_id',
  // Of the reporting program.
  'bad_sessions.session_id',
  // A rule for an error that was deleted stays and does not fire; its alerts stay as well.
  'error_alert_rules.error_id',
  'error_alerts.error_id',
  // Cleared by the code, which counts the errors' versions.
  'error_groups.task_id',
  // Errors may be deleted.
  'incidents.error_id',
  'outbox.organization_id',
  'outbox_dead.organization_id',
];

/** Keys besides those on the id alone. Those on a tenant are what foreign keys refer to. */
const unique = [
  'account_mails (email, purpose)',
  'api_keys (previous_token_hash) WHERE (previous_token_hash IS NOT NULL)',
  'api_keys (token_hash)',
  'audit_chains (organization_id)',
  "audit_log (COALESCE(organization_id, '00000000-0000-0000-0000-000000000000'::uuid), sequence) WHERE (sequence IS NOT NULL)",
  'comments (task_id, external_id)',
  'bad_sessions (organization_id, project_id, session_id)',
  'contract_violations (version, operation_id, part, pointer)',
  'error_alert_evaluation (is_only)',
  'error_alert_rules (organization_id, project_id, id)',
  "error_alerts (organization_id, rule_id) WHERE (status = 'firing'::text)",
  'error_alerts (organization_id, rule_id, window_started_at)',
  'error_counts (organization_id, project_id, bucket, error_id, environment)',
  'error_facets (organization_id, error_id, name, value)',
  'error_groups (organization_id, project_id, fingerprint)',
  'error_groups (organization_id, project_id, id)',
  'error_occurrences (organization_id, error_id, number)',
  'error_occurrences (organization_id, project_id, id)',
  'error_persons (organization_id, error_id, person_hash)',
  'error_quarters (organization_id, bucket, environment, level)',
  'error_quarters_cursor (is_only)',
  'error_releases (organization_id, project_id, release)',
  'error_reports (organization_id, project_id, id)',
  'event_counts (organization_id, bucket, project_id, type, source, recorded_month) NULLS NOT DISTINCT WHERE (NOT is_delta)',
  'event_days (organization_id, bucket, project_id, type, source, recorded_month) NULLS NOT DISTINCT',
  'event_quarters (organization_id, bucket, project_id, recorded_month) NULLS NOT DISTINCT',
  'event_retentions (organization_id)',
  'event_totals (organization_id, type, source, project_id, recorded_month) NULLS NOT DISTINCT',
  'events (id, created_at)',
  'external_services (name)',
  'idempotency_keys (principal_id, operation, key)',
  'import_uploads (import_id)',
  "incidents (kind, service) WHERE (status = 'open'::text)",
  'invitation_mails (email)',
  "invitations (organization_id, email) WHERE (status = 'pending'::text)",
  'invitations (token_hash)',
  'job_cursors (key)',
  'key_usage (credential_id, version, operation_id)',
  'labels (organization_id, project_id, id)',
  'labels (project_id, external_id)',
  'labels (project_id, name_key(name))',
  'login_throttles (subject)',
  'mfa_challenges (token_hash)',
  'milestones (organization_id, project_id, id)',
  'milestones (project_id, name_key(name))',
  'one_time_tokens (token_hash)',
  'operation_usage (credential_id, version, operation_id, used_on)',
  'organization_members (organization_id, user_id)',
  'organizations (slug)',
  'project_members (project_id, user_id)',
  'project_numbers (number)',
  'project_numbers (organization_id, project_id)',
  'projects (organization_id, id)',
  'projects (organization_id, key)',
  'recovery_codes (user_id, code_hash)',
  'release_environments (organization_id, project_id, release, environment)',
  'release_sessions (organization_id, project_id, bucket, release, environment)',
  'reported_events (organization_id, recorded_at, id)',
  // Each partition has one, which the whole table cannot have, for lack of recorded_at.
  'reported_events of a month (organization_id, key)',
  'reporting_keys (public_key)',
  'request_measurements (organization_id, began_at, version, operation_id, api_key_id)',
  'sessions (token_hash)',
  'source_maps (organization_id, project_id, release, file)',
  'task_dependencies (task_id, blocking_task_id)',
  'task_history (organization_id, task_id, version)',
  'task_import_ids (project_id, external_id)',
  'task_labels (task_id, label_id)',
  'tasks (organization_id, project_id, id)',
  'tasks (project_id, external_id)',
  'tasks (project_id, number)',
  'totp_factors (user_id)',
  'user_addresses (user_id, source)',
  'user_places (user_id, network, agent)',
  'users (email)',
];

const nameOf = ({ table, columns }: ForeignKey): string => `${table} (${columns.join(', ')})`;

describe('keys', () => {
  let keys: ForeignKey[];
  let ids: string[];
  let indexes: string[];

  before(async () => {
    const scratch = await createScratchDatabase();
    const client = new pg.Client({ connectionString: scratch.url });
    await client.connect();
    keys = (await client.query<ForeignKey>(foreignKeys)).rows;
    ids = (await client.query<{ name: string }>(idColumns)).rows.map(({ name }) => name);
    indexes = (await client.query<{ line: string }>(uniqueIndexes)).rows.map(({ line }) => line);
    await client.end();
    await scratch.drop();
  });

  it('hold every id of another row, unless the row outlives it', () => {
    const held = keys.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
    expect(ids.filter((name) => !held.includes(name))).to.have.members(free);
  });

  it('of what belongs to a project or an organization keep both rows in the same one', () => {
    const inTenant = (table: string): string[] => ids.filter((id) => id === `${table}.organization_id`);
    const loose = keys.filter(
      ({ table, target, columns, target_columns }) =>
        inTenant(table).length > 0 &&
        inTenant(target).length > 0 &&
        columns[target_columns.indexOf('organization_id')] !== 'organization_id',
    );
    // A reply stands below a comment of the same task, and a session belongs to no organization.
    expect(loose.map(nameOf)).to.have.members(['comments (parent_id)', 'sessions (last_project_id)']);
  });

  it('delete a row with what it belongs to, and clear what is only named', () => {
    const expected = ({ has_nullable }: ForeignKey) => (has_nullable ? 'n' : 'c');
    const others = keys.filter((key) => key.on_delete !== expected(key));
    const described = others.map((key) => [nameOf(key), key.on_delete, key.is_deferred]);
    expect(described).to.have.deep.members([
      ['comments (parent_id)', 'c', false],
      // A report is kept, without its error, so that its repetition is known, and deleted with its error.
      ['error_reports (organization_id, project_id, error_id)', 'c', false],
      // Taken off by the code, which counts the tasks' versions; checked at the end, so that a project can be deleted.
      ['task_labels (organization_id, project_id, label_id)', 'a', true],
      ['tasks (organization_id, project_id, milestone_id)', 'a', true],
    ]);
  });

  it('exist once where they must', () => {
    const months = indexes.map((line) => line.replace(/^(reported_events)_\d{4}_\d{2} /, '$1 of a month '));
    expect([...new Set(months)]).to.have.members(unique);
  });
});
