import { setTimeout as delay } from 'node:timers/promises';
import type { FailureLog } from '../platform/failure-log.ts';
import { openSingleConnection, type SingleConnection } from '../platform/single-connection.ts';
import { PRESENCE_LOCK_CLASS } from './absence-watch.ts';

// graphile-worker returns the jobs of a killed process to the queue after four hours. To shorten this, each process
// holds an advisory lock for each of its workers, on a separate connection that is reopened within half a second. If a
// worker's lock is free, the worker is gone, and its jobs return to the queue within seconds (absence-watch.ts).

interface PresenceSettings {
  readonly connectionString: string;
  readonly failures: FailureLog;
}

export interface Presence {
  /** The workers of this process. */
  readonly workers: ReadonlySet<string>;
  add(workerId: string): void;
  remove(workerId: string): void;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 250;
/** The limit for a heartbeat's response. A slower connection is replaced. */
const RESPONSE_MS_MAX = 2000;
const CONNECT_MS_MAX = 2000;
const STOP_MS_MAX = 1000;

// Shared, so that a new connection can take the lock while the server still has the session of the broken one. The
// server ends idle sessions, in case the network to their process is dead.
const HOLD = 'SELECT pg_advisory_lock_shared($1, hashtext(worker_id)) FROM unnest($2::text[]) AS worker_id';
const RELEASE = 'SELECT pg_advisory_unlock_shared($1, hashtext(worker_id)) FROM unnest($2::text[]) AS worker_id';
const END_WHEN_SILENT = "SET idle_session_timeout = '60s'";

/** Holds the presence locks until stopped. @throws the database's error if it cannot be reached at the start */
export async function startPresence({ connectionString, failures }: PresenceSettings): Promise<Presence> {
  const workers = new Set<string>();
  const held = new Set<string>();
  const stopping = new AbortController();
  let connection: SingleConnection | undefined = await connect(connectionString);

  async function beat(): Promise<void> {
    if (connection === undefined) {
      held.clear();
      connection = await connect(connectionString);
    }
    await updateLocks(connection, workers, held);
    failures.succeeded();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await beat();
      } catch (error) {
        failures.failed(error);
        const broken = connection;
        connection = undefined;
        broken?.destroy();
        // Reconnect immediately. Wait only if connecting itself failed.
        if (broken !== undefined) continue;
      }
      await delay(HEARTBEAT_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await connection?.close(STOP_MS_MAX);
  }

  const ended = run();
  return {
    workers,
    add: (workerId) => void workers.add(workerId),
    remove: (workerId) => void workers.delete(workerId),
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function connect(url: string): Promise<SingleConnection> {
  const connection = await openSingleConnection({
    url,
    applicationName: 'architect presence',
    connectMsMax: CONNECT_MS_MAX,
    responseMsMax: RESPONSE_MS_MAX,
  });
  await connection.query(END_WHEN_SILENT);
  return connection;
}

/** Takes and releases locks as workers come and go. If nothing has changed, pings the server instead. */
async function updateLocks(
  connection: SingleConnection,
  workers: ReadonlySet<string>,
  held: Set<string>,
): Promise<void> {
  const added = [...workers].filter((id) => !held.has(id));
  const removed = [...held].filter((id) => !workers.has(id));
  if (added.length > 0) await connection.query(HOLD, [PRESENCE_LOCK_CLASS, added]);
  for (const id of added) held.add(id);
  if (removed.length > 0) await connection.query(RELEASE, [PRESENCE_LOCK_CLASS, removed]);
  for (const id of removed) held.delete(id);
  if (added.length === 0 && removed.length === 0) await connection.query('SELECT 1');
}
