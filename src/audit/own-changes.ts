import type { Db, Statement } from '../platform/database.ts';
import type { PrimaryState, Replica } from '../platform/replica.ts';

interface Caller {
  readonly user_id: string;
  readonly organization_id: string;
}

// Every change writes its audit row in the same transaction. The log therefore knows the caller's changes regardless of
// the process, the credential and the job that made them. During a failover the server can still be a replica, on which
// pg_current_wal_flush_lsn() is an error.
const READ_STATE: Statement = {
  name: 'audit.read_primary_state',
  text: `SELECT (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END)::text AS lsn,
                extract(epoch FROM clock_timestamp())::float8 AS at_seconds,
                system_identifier::text || '/' || current_database() AS database_id,
                EXISTS (SELECT FROM audit_log WHERE organization_id = $1 AND created_at >= $3 AND actor_id = $2)
             OR EXISTS (SELECT FROM audit_log WHERE organization_id IS NULL AND created_at >= $3 AND actor_id = $2)
                AS has_changed
           FROM pg_control_system()`,
};

/** The time by which the clocks of two servers may differ. */
const CLOCK_SKEW_MS = 5000;

interface Limits {
  readonly replica: { readonly stalenessSecondsMax: number };
  readonly timeLimits: { readonly changeMs: number };
}

/**
 * Returns a function that chooses the replica for a read, unless it may lack a change of the caller: it may be behind
 * by its bound, and a change has the time at which its request began.
 */
export function createReplicaChoice(replica: Pick<Replica, 'choose'>, limits: Limits) {
  const lackedMsMax = limits.replica.stalenessSecondsMax * 1000 + limits.timeLimits.changeMs + CLOCK_SKEW_MS;
  return async (primary: Db, { actor, now }: { readonly actor: Caller; readonly now: Date }): Promise<Db | undefined> =>
    replica.choose(await readPrimaryState(primary, actor, new Date(now.getTime() - lackedMsMax)));
}

/** @param since `created_at` of the oldest change that a replica may lack; it is the time at which its request began */
export async function readPrimaryState(
  primary: Db,
  { organization_id, user_id }: Caller,
  since: Date,
): Promise<PrimaryState> {
  const [state] = await primary.query<PrimaryState>(READ_STATE, [organization_id, user_id, since]);
  if (state === undefined) throw new Error('audit.read_primary_state returned no row, although it reads one');
  return state;
}
