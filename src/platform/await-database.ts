import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { isConnectionFailure } from './database-errors.ts';
import { destroyConnection, endConnection } from './end-connection.ts';
import { reasonOf } from './failure-log.ts';

type Setting = 'DATABASE_URL' | 'DATABASE_POOLER_URL';

interface AwaitDatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** The setting that `url` comes from; DATABASE_URL when absent. */
  readonly setting?: Setting;
  /** How long to wait for a server that does not respond. */
  readonly waitMs: number;
  /** Called once, if the server does not respond at once. */
  readonly onWaiting: (waiting: { readonly place: string; readonly reason: string }) => void;
  /** The oldest supported version of PostgreSQL. */
  readonly versionMin?: number;
  /** Whether the user must have the privileges that migrations need; true when absent. */
  readonly mayChangeSchema?: boolean;
}

/** The parts of the URL that error messages name; never the password. */
interface Place {
  readonly setting: Setting;
  readonly at: string;
  readonly user: string;
  readonly database: string;
}

const ATTEMPT_MS_MAX = 5000;
const PAUSE_MS = 250;
const CLOSE_MS_MAX = 1000;

// cannot_connect_now: the server is starting or stopping. too_many_connections: a connection may become free soon.
const passingStates = new Set(['57P03', '53300', '57P01', '57P02']);

const FACTS = `SELECT current_setting('server_version_num')::integer / 10000 AS version,
  current_setting('server_version') AS release, pg_is_in_recovery() AS "isReplica",
  coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreateTables",
  has_database_privilege(current_database(), 'CREATE') OR to_regnamespace('graphile_worker') IS NOT NULL AS "mayCreateSchema"`;

interface Facts {
  readonly version: number;
  readonly release: string;
  readonly isReplica: boolean;
  readonly mayCreateTables: boolean;
  readonly mayCreateSchema: boolean;
}

/**
 * Waits until the server of a setting responds, and checks its version, role and, for migrations, privileges.
 * @throws ForeseenError that says what is wrong and how to correct it
 */
export async function awaitDatabase(options: AwaitDatabaseOptions): Promise<void> {
  const { url, setting = 'DATABASE_URL', waitMs, onWaiting, versionMin = 15, mayChangeSchema = true } = options;
  const deadline = performance.now() + waitMs;
  let isWaiting = false;
  for (;;) {
    const attemptMs = Math.min(ATTEMPT_MS_MAX, Math.max(PAUSE_MS, deadline - performance.now()));
    const { place, facts, error } = await attempt({ url, setting }, attemptMs);
    if (facts !== undefined) {
      refuseUnfit(facts, place, versionMin);
      if (mayChangeSchema) refusePowerless(facts, place);
      return;
    }
    if (!isPassing(error)) throw explain(error, place);
    const reason = reasonOf(error);
    if (performance.now() + PAUSE_MS >= deadline) {
      const remedy = `start the server, or set ${setting} to the host and port that it listens on`;
      throw refusal(`no PostgreSQL responds at ${place.at} (${reason})`, remedy, { setting, cause: error });
    }
    if (!isWaiting) onWaiting({ place: place.at, reason });
    isWaiting = true;
    await delay(PAUSE_MS);
  }
}

async function attempt(
  { url, setting }: { readonly url: string; readonly setting: Setting },
  attemptMs: number,
): Promise<{ readonly place: Place; readonly facts?: Facts; readonly error?: unknown }> {
  let client: pg.Client;
  try {
    client = new pg.Client({
      connectionString: url,
      application_name: 'architect start',
      connectionTimeoutMillis: attemptMs,
      query_timeout: attemptMs,
    });
  } catch (error) {
    // URL parameters that pg cannot use, such as the path of a missing certificate.
    return { place: { setting, at: 'its address', user: '', database: '' }, error };
  }
  const place = {
    setting,
    at: `${client.host}:${client.port}`,
    user: client.user ?? '',
    database: client.database ?? '',
  };
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Facts>(FACTS);
    await endConnection(client, CLOSE_MS_MAX);
    return rows[0] === undefined ? { place, error: new Error('it returns no rows') } : { place, facts: rows[0] };
  } catch (error) {
    destroyConnection(client);
    return { place, error };
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return passingStates.has(error.code ?? '');
  return isConnectionFailure(error) || (error instanceof Error && error.message === 'Query read timeout');
}

function refuseUnfit({ version, release, isReplica }: Facts, { setting, at }: Place, versionMin: number): void {
  if (version < versionMin) {
    const remedy = `upgrade it, or set ${setting} to a PostgreSQL ${versionMin} or later`;
    throw refusal(`the server at ${at} is PostgreSQL ${release}, which is too old`, remedy, { setting });
  }
  if (isReplica)
    throw refusal(`the server at ${at} is a replica, which takes no writes`, `set ${setting} to the primary`, {
      setting,
    });
}

function refusePowerless({ mayCreateTables, mayCreateSchema }: Facts, { setting, at, user, database }: Place): void {
  const missing = [...(mayCreateTables ? [] : ['tables in its schema']), ...(mayCreateSchema ? [] : ['schemas'])];
  if (missing.length === 0) return;
  const remedy = `let its owner run: ALTER DATABASE "${database}" OWNER TO "${user}"`;
  throw refusal(`user ${user} may not create ${missing.join(' and ')} in database ${database} at ${at}`, remedy, {
    setting,
  });
}

/** An error that waiting does not resolve. */
function explain(error: unknown, { setting, at, user, database }: Place): ForeseenError {
  const reason = reasonOf(error);
  const state = error instanceof pg.DatabaseError ? error.code : undefined;
  if (state === '3D000') {
    const remedy = `create it (createdb ${database}), or set ${setting} to one that exists`;
    return refusal(`the server at ${at} has no database ${database}`, remedy, { setting, cause: error });
  }
  if (state === '28P01' || state === '28000') {
    const remedy = `set ${setting} to a user and password that it accepts`;
    return refusal(`the server at ${at} refuses user ${user} (${reason})`, remedy, { setting, cause: error });
  }
  if (state === '42501') {
    const remedy = `let its owner run: GRANT CONNECT ON DATABASE "${database}" TO "${user}"`;
    return refusal(`user ${user} may not connect to database ${database} at ${at}`, remedy, { setting, cause: error });
  }
  const remedy = 'set it to postgres://user:password@host:5432/database of a PostgreSQL 15 or later';
  return refusal(`what is at ${at} cannot be used (${reason})`, remedy, { setting, cause: error });
}

function refusal(
  problem: string,
  remedy: string,
  { setting, cause }: { readonly setting: Setting; readonly cause?: unknown },
): ForeseenError {
  return new ForeseenError(`${setting}: ${problem}: ${remedy}`, { cause });
}
