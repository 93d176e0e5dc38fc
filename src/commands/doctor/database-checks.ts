import type { Config } from '../../config.ts';
import { systemClock } from '../../platform/clock.ts';
import { reasonOf } from '../../platform/failure-log.ts';
import { withConnection, type Connection } from '../../platform/single-connection.ts';
import { pendingNames, readSchemaState, withDatabaseUrl } from '../../schema.ts';
import { fail, failOf, ok, warn, type Finding } from './finding.ts';
import { checkKeys } from './keys-check.ts';
import { checkSkew } from './machine-checks.ts';

/** How long to wait for the database. Whoever asks the doctor sits in front of it. */
const WAIT_MS = 3000;
/** The connections of a process besides its pool: job queue, presence, readiness, caches and the start. */
export const OTHER_CONNECTIONS = 9;
/** Those of each further process of a server: readiness and caches. */
export const MEMBER_CONNECTIONS = 2;

const FACTS = `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
  current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer AS connections,
  extract(epoch FROM clock_timestamp())::float8 * 1000 AS "databaseMs"`;

interface Facts {
  readonly version: string;
  readonly encoding: string;
  readonly connections: number;
  readonly databaseMs: number;
}

/** Whether the database can be used, its schema, its clock and its connections. */
export function checkDatabase(config: Config): Promise<readonly Finding[]> {
  const needs = { mayChangeSchema: config.migrateOnStart };
  return withDatabaseUrl(
    { ...config, databaseWaitMs: WAIT_MS },
    async (url) => {
      const found = await withConnection(url, (client) => readFacts(client, config));
      return [...found, ...(await checkSchema(url, config))];
    },
    needs,
  );
}

async function readFacts(client: Connection, { pool, workers }: Config): Promise<readonly Finding[]> {
  const askedAt = systemClock.now().getTime();
  const startedAt = performance.now();
  const { rows } = await client.query<Facts>(FACTS);
  const elapsedMs = performance.now() - startedAt;
  const [facts] = rows;
  if (facts === undefined) throw new Error('the database returns no rows');
  const { version, encoding, connections, databaseMs } = facts;
  const members = workers === 1 ? 0 : workers;
  const wanted = pool.poolMax + OTHER_CONNECTIONS + members * MEMBER_CONNECTIONS;
  const server = members === 0 ? 'one process' : `one server with WORKERS=${workers}`;
  return [
    ok('database', `PostgreSQL ${version} responds in ${elapsedMs.toFixed(1)} ms`),
    encoding === 'UTF8'
      ? ok('encoding', encoding)
      : fail(
          'encoding',
          `the database is in ${encoding}`,
          'create it with ENCODING UTF8, and restore a backup into it',
        ),
    connections < wanted
      ? warn(
          'connections',
          `the database takes ${connections}, and ${server} may need ${wanted}`,
          'raise max_connections of PostgreSQL, or lower POOL_MAX',
        )
      : ok('connections', `${server} needs up to ${wanted} of ${connections}`),
    checkSkew(databaseMs - (askedAt + elapsedMs / 2)),
  ];
}

async function checkSchema(url: string, config: Config): Promise<readonly Finding[]> {
  const check = 'migrations';
  try {
    const state = await readSchemaState(url);
    const names = pendingNames(state);
    const newer = state.newer.map((name) =>
      warn(check, `a newer version has run ${name}`, 'run that version everywhere, unless this is a rollback'),
    );
    if (names.length === 0) return [ok(check, 'none is pending'), ...newer, await checkKeys(url, config)];
    const text = `${names.length} pending, first ${names[0] ?? ''}`;
    return [
      config.migrateOnStart
        ? warn(check, text, 'they run at the next start; to run them before, use `node src/main.ts migrate`')
        : fail(check, text, 'run `node src/main.ts migrate`, because MIGRATE_ON_START is false'),
      ...newer,
    ];
  } catch (error) {
    return [failOf(check, reasonOf(error))];
  }
}
