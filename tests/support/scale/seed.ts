import pg from 'pg';
import { allScopes } from '../accounts.ts';
import { errorAlerts } from './error-alerts.sql.ts';
import { errors } from './errors.sql.ts';
import { people } from './people.sql.ts';
import { projects, tasks } from './projects.sql.ts';
import { reports } from './reports.sql.ts';
import { traces } from './traces.sql.ts';

/** The current time in the seeded data. */
export const seededNow = new Date('2026-11-20T12:00:00.000Z');

const words = `rotate keys session ends after minute archive import fails large file label colour wrong board project
  member cannot leave invitation mail arrives twice webhook retry forever schedule missing report export table slow index
  search finds nothing password reset link expired token audit chain broken milestone progress stays zero comment lost
  response header version conflict cursor invalid page last empty release notes document guide example unclear`.split(
  /\s+/,
);

/** Functions that the statements of the seed use, dropped afterwards. STABLE, because PostgreSQL inlines only these. */
const functions: readonly string[] = [
  `CREATE FUNCTION seed_id(kind text, n bigint) RETURNS uuid STABLE PARALLEL SAFE LANGUAGE sql AS
   $$ SELECT ('01939b7c-0000-7' || kind || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
  `CREATE FUNCTION seed_now() RETURNS timestamptz STABLE PARALLEL SAFE LANGUAGE sql AS $$ SELECT '${seededNow.toISOString()}'::timestamptz $$`,
  // The time of row n of `total` rows, which are spread over the last year.
  `CREATE FUNCTION seed_time(n bigint, total bigint) RETURNS timestamptz STABLE PARALLEL SAFE LANGUAGE sql AS
   $$ SELECT date_trunc('milliseconds', seed_now() - (total - n)::double precision / total * interval '365 days') $$`,
  `CREATE FUNCTION seed_words(n bigint, how_many integer) RETURNS text STABLE PARALLEL SAFE LANGUAGE sql AS
   $$ SELECT array_to_string(('{${words.join(',')}}'::text[])[n * 31 % 47 + 1 : n * 31 % 47 + how_many / 2] ||
                             ('{${words.join(',')}}'::text[])[n / 47 % 43 + 1 : n / 47 % 43 + (how_many + 1) / 2], ' ') $$`,
  `CREATE FUNCTION seed_token(n bigint) RETURNS text STABLE PARALLEL SAFE LANGUAGE sql AS $$ SELECT 'ak_' || lpad(n::text, 43, '0') $$`,
  `CREATE FUNCTION seed_scopes() RETURNS text[] STABLE PARALLEL SAFE LANGUAGE sql AS $$ SELECT '{${allScopes.join(',')}}'::text[] $$`,
  // The number of a user's organization, of a project's organization, and of a project's member.
  `CREATE FUNCTION seed_home(n bigint) RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql AS
   $$ SELECT CASE WHEN n <= 5100 THEN 1 ELSE 2 + (n - 5101) / 10 END $$`,
  `CREATE FUNCTION seed_organization(project bigint) RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql AS
   $$ SELECT CASE WHEN project <= 1010 THEN 1 ELSE 2 + (project - 1011) / 10 END $$`,
  `CREATE FUNCTION seed_somebody(project bigint, place bigint) RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql AS
   $$ SELECT CASE WHEN project <= 1010 THEN (project * 13 + place) % 5100 + 1
                  ELSE 5101 + (project - 1011) / 10 * 10 + place % 10 END $$`,
];

/** Returns the id of the n-th row of a kind, like seed_id(). The kinds are the numbers in the statements. */
export function seededId(kind: keyof typeof kinds, n: number): string {
  return `01939b7c-0000-7${kinds[kind]}-8000-${n.toString(16).padStart(12, '0')}`;
}

const kinds = {
  organization: '001',
  user: '002',
  project: '007',
  label: '008',
  milestone: '009',
  task: '00b',
  alert_rule: '030',
  alerted_error: '032',
  error: '040',
} as const;

/** Returns the number of a user's own organization, like seed_home(). */
export function seededHome(user: number): number {
  return user <= 5100 ? 1 : 2 + Math.floor((user - 5101) / 10);
}

/** Returns the token of the n-th session. The first 5,100 sessions belong to the first user. */
export function seededSession(n: number): string {
  return `ses_${String(n).padStart(43, '0')}`;
}

/** Returns the API key of the n-th user in their own organization, with every scope. */
export function seededToken(user: number): string {
  return `ak_${String(user).padStart(43, '0')}`;
}

const statements: readonly string[] = [
  "SELECT create_event_partitions('2025-11-01', 14)",
  ...people,
  ...projects,
  ...tasks,
  ...traces,
  ...errorAlerts,
  ...errors,
  ...reports,
];

/** Changes if the seed changes. */
export const seedText = [...functions, ...statements].join('\n');

/**
 * Fills a migrated, empty database with 1,100 organizations (100 of them with data), 2,000 projects, 200,000 tasks and
 * their related rows. Takes about half a minute, because triggers and foreign keys are off, and because indexes other
 * than constraints are created at the end.
 */
export async function seedAtScale(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '128MB';
       SET maintenance_work_mem = '256MB'; SET jit = off; SET TimeZone = 'UTC'`,
    );
    for (const statement of functions) await client.query(statement);
    const indexes = await dropIndexes(client);
    for (const statement of statements) await client.query(statement);
    for (const definition of indexes) await client.query(definition);
    await client.query(`DROP TABLE seed_tasks, seed_changes; DROP FUNCTION seed_id, seed_time, seed_words, seed_token, seed_scopes,
      seed_home, seed_organization, seed_somebody, seed_now`);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Drops indexes. @returns the statements that create them again */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.oid::regclass::text AS name, pg_get_indexdef(c.oid) AS definition
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition = false
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid)`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  // For a partitioned table the definition says ON ONLY, which would leave the partitions without the index.
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '));
}
