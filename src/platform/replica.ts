import { endsWithin } from './bounded.ts';
import { createDatabase, type DatabaseSettings, type Db, type Statement } from './database.ts';
import { createFailureLog, type LineLog } from './failure-log.ts';

/** What the primary knows at the moment of a read. */
export interface PrimaryState {
  /** The end of the WAL that it has flushed: every acknowledged commit is before it (`0/16B3748`). */
  readonly lsn: string;
  /** Its clock, in seconds since 1970. */
  readonly at_seconds: number;
  /** The same on each of its replicas, and different for all other databases: see database-id.ts. */
  readonly database_id: string;
  /** Whether the caller has changed something so recently that a replica within the bound may lack it. */
  readonly has_changed: boolean;
}

/** Why a read uses the replica or the primary. */
export const replicaUses = ['replica', 'own_change', 'stale', 'unavailable'] as const;
export type ReplicaUse = (typeof replicaUses)[number];

interface ReplicaSettings extends DatabaseSettings {
  readonly stalenessSecondsMax: number;
  readonly logger: LineLog;
  readonly onUse?: (use: ReplicaUse) => void;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed?: () => number;
}

export interface Replica {
  /** Returns the replica if it has what the read needs; undefined if the primary must serve the read. */
  choose(primary: PrimaryState): Promise<Db | undefined>;
  /** @throws AppError `service_unavailable` if it does not respond */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ReplicaState {
  readonly is_replica: boolean;
  readonly is_current: boolean;
  /** Everything that was committed before that many seconds is here; null before the first transaction. */
  readonly staleness_seconds: number | null;
}

const CHECK_MS_MAX = 500;
/** After a failed check the replica is left alone for this long. */
const PAUSE_MS = 5000;

// The commit time of the last replayed transaction is the primary's, so the difference needs no synchronous clocks. It
// says nothing about an idle primary, whose last transaction is old: there the position shows that nothing is missing.
// A server that was promoted, or that belongs to another primary, is not a replica, and neither is another database of
// the replica's server.
export const checkReplicaStatement: Statement = {
  name: 'replica.check',
  text: `SELECT pg_is_in_recovery() AND system_identifier::text || '/' || current_database() = $3::text AS is_replica,
                coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS is_current,
                $2::float8 - extract(epoch FROM pg_last_xact_replay_timestamp())::float8 AS staleness_seconds
           FROM pg_control_system()`,
};

/** Opens a pool of connections to a streaming replica. It may be absent: then the primary serves its reads. */
export function openReplica(settings: ReplicaSettings): Replica {
  const { stalenessSecondsMax, logger, onUse, elapsed = () => performance.now() } = settings;
  const database = createDatabase(settings);
  const failures = createFailureLog({ logger, subject: 'the check of the replica' });
  let pausedUntil = 0;

  async function check({ lsn, at_seconds, database_id }: PrimaryState): Promise<ReplicaState> {
    const checked = database.db.query<ReplicaState>(checkReplicaStatement, [lsn, at_seconds, database_id]);
    // The outcome of a check after its time limit is ignored.
    checked.catch(() => undefined);
    if (!(await endsWithin(CHECK_MS_MAX, checked))) throw new Error(`no response within ${CHECK_MS_MAX} ms`);
    const [state] = await checked;
    if (state?.is_replica !== true)
      throw new Error('the server of DATABASE_REPLICA_URL is not a replica of DATABASE_URL');
    return state;
  }

  async function useFor(primary: PrimaryState): Promise<ReplicaUse> {
    if (elapsed() < pausedUntil) return 'unavailable';
    let state: ReplicaState;
    try {
      state = await check(primary);
    } catch (error) {
      pausedUntil = elapsed() + PAUSE_MS;
      failures.failed(error);
      return 'unavailable';
    }
    failures.succeeded();
    if (state.is_current) return 'replica';
    if (primary.has_changed) return 'own_change';
    const { staleness_seconds } = state;
    return staleness_seconds !== null && staleness_seconds <= stalenessSecondsMax ? 'replica' : 'stale';
  }

  return {
    choose: async (primary) => {
      const use = await useFor(primary);
      onUse?.(use);
      return use === 'replica' ? database.db : undefined;
    },
    ping: () => database.ping(),
    close: () => database.close(),
  };
}
