import type { Config } from '../../config.ts';
import { reasonOf } from '../../platform/failure-log.ts';
import { checkReplicaStatement, type PrimaryState, type ReplicaState } from '../../platform/replica.ts';
import { withConnection } from '../../platform/single-connection.ts';
import { ok, warn, type Finding } from './finding.ts';

type Primary = Omit<PrimaryState, 'has_changed'>;
type State = ReplicaState & { readonly receives: boolean };

const READ_PRIMARY = `SELECT pg_current_wal_flush_lsn()::text AS lsn,
  extract(epoch FROM clock_timestamp())::float8 AS at_seconds,
  system_identifier::text || '/' || current_database() AS database_id FROM pg_control_system()`;

/**
 * Whether requests would use the replica, by the same check. One that cannot be used costs speed only, because the
 * primary serves its reads.
 */
export async function checkReplica({ databaseUrl, replica }: Config): Promise<readonly Finding[]> {
  const { url } = replica;
  const check = 'replica';
  if (url === undefined) return [];
  let primary: Primary | undefined;
  try {
    primary = databaseUrl === undefined ? undefined : await readPrimary(databaseUrl);
  } catch {
    // The check of the database says why.
  }
  if (primary === undefined)
    return [warn(check, 'it was not compared with DATABASE_URL', 'let DATABASE_URL lead to its primary, and repeat')];
  try {
    return [toFinding(await readState(url, primary), replica.stalenessSecondsMax)];
  } catch (error) {
    return [warn(check, `it cannot be reached (${reasonOf(error)})`, 'start it, or correct DATABASE_REPLICA_URL')];
  }
}

async function readPrimary(url: string): Promise<Primary | undefined> {
  return (await withConnection(url, (client) => client.query<Primary>(READ_PRIMARY))).rows[0];
}

async function readState(url: string, { lsn, at_seconds, database_id }: Primary): Promise<State | undefined> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<ReplicaState>(checkReplicaStatement.text, [lsn, at_seconds, database_id]);
    const received = await client.query("SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming'");
    return rows[0] && { ...rows[0], receives: received.rows.length > 0 };
  });
}

function toFinding(state: State | undefined, stalenessSecondsMax: number): Finding {
  const check = 'replica';
  if (state?.is_replica !== true) {
    const text = 'the database of DATABASE_REPLICA_URL is no replica of that of DATABASE_URL';
    return warn(check, text, 'set it to a replica of DATABASE_URL, with the same name of the database');
  }
  const log = 'look into its log; the primary serves its reads meanwhile';
  if (!state.receives) return warn(check, 'it does not stream from its primary', log);
  const { is_current, staleness_seconds } = state;
  if (is_current || (staleness_seconds !== null && staleness_seconds <= stalenessSecondsMax))
    return ok(check, `it streams from its primary and serves reads up to ${stalenessSecondsMax} s behind it`);
  const behind = staleness_seconds === null ? 'an unknown time' : `${staleness_seconds.toFixed(1)} s`;
  return warn(check, `it is ${behind} behind its primary, and reads may be ${stalenessSecondsMax} s behind`, log);
}
