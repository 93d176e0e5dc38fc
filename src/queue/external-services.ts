import type { Clock } from '../platform/clock.ts';
import type { Db, Statement } from '../platform/database.ts';

/** An external server to which jobs deliver. */
type ServiceName = 'mail';

interface ServiceOutcome {
  /** False if the server cannot be used at all. A server that rejects a single delivery is up. */
  readonly isUp: boolean;
  /** Why the server is down; empty if it is up. */
  readonly reason: string;
}

interface ServiceState {
  readonly isUp: boolean;
  readonly succeeded_at: string | null;
  readonly failed_at: string | null;
}

const NOTE: Statement = {
  name: 'external_service_note',
  text: `INSERT INTO external_services (name, succeeded_at, failed_at, failure)
      VALUES ($1, CASE WHEN $2 THEN $3::timestamptz END, CASE WHEN NOT $2 THEN $3::timestamptz END, $4)
    ON CONFLICT (name) DO UPDATE SET
      succeeded_at = coalesce(excluded.succeeded_at, external_services.succeeded_at),
      failed_at = coalesce(excluded.failed_at, external_services.failed_at),
      failure = CASE WHEN $2 THEN external_services.failure ELSE excluded.failure END`,
};
const READ: Statement = {
  name: 'external_service_read',
  text: `SELECT succeeded_at, failed_at, failed_at IS NULL OR coalesce(succeeded_at >= failed_at, false) AS "isUp"
    FROM external_services WHERE name = $1`,
};

/** An unchanged state is written at most this often. */
const NOTE_EVERY_MS = 10_000;
const REASON_LENGTH_MAX = 500;

interface NoteOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** @returns a function that records the outcome of a delivery in the background; it never throws */
export function createServiceNotes(
  name: ServiceName,
  { db, clock, onError }: NoteOptions,
): (outcome: ServiceOutcome) => void {
  let wasUp: boolean | undefined;
  let notedAt = 0;
  return ({ isUp, reason }) => {
    const now = clock.now();
    if (isUp === wasUp && now.getTime() - notedAt < NOTE_EVERY_MS) return;
    wasUp = isUp;
    notedAt = now.getTime();
    db.query(NOTE, [name, isUp, now, reason.slice(0, REASON_LENGTH_MAX)]).catch((error: unknown) => {
      wasUp = undefined;
      onError(error);
    });
  };
}

/** Returns the state that any process recorded last; undefined before the first delivery. */
export async function readServiceState(db: Db, name: ServiceName): Promise<ServiceState | undefined> {
  const [state] = await db.query<ServiceState>(READ, [name]);
  return state;
}
