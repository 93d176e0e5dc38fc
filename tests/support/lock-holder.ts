import pg from 'pg';
import { eventually } from './eventually.ts';

/** A transaction that a test opens, whose locks requests wait for. */
interface LockHolder {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<unknown>;
  /** How many connections of the database wait for a lock, whoever holds it. */
  readonly countWaiting: () => Promise<number>;
  readonly commit: () => Promise<void>;
}

/** Opens the transaction, and ends it and its connections after `work`. */
async function holdingLocks<Result>(url: string, work: (holder: LockHolder) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // A separate connection, because the view of activity does not change within a transaction.
  const watcher = new pg.Client({ connectionString: url });
  await client.connect();
  await watcher.connect();
  try {
    await client.query('BEGIN');
    return await work({
      query: (text, values = []) => client.query(text, [...values]),
      countWaiting: async () => {
        const { rows } = await watcher.query<{ waiting: number }>(
          `SELECT count(*)::integer AS waiting FROM pg_stat_activity
            WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
        );
        return rows[0]?.waiting ?? 0;
      },
      commit: async () => {
        await client.query('COMMIT');
      },
    });
  } finally {
    await Promise.all([client.end(), watcher.end()]);
  }
}

interface Meanwhile {
  /** Locks the row that the work waits for. */
  readonly lock: string;
  /** Changes the row before the work gets the lock. */
  readonly change: string;
  readonly values: readonly unknown[];
}

/** Runs work that needs a locked row. While it waits, the lock's holder changes the row and commits. */
export function changedWhileWaiting<Result>(
  url: string,
  { lock, change, values }: Meanwhile,
  work: () => Promise<Result>,
): Promise<Result> {
  return holdingLocks(url, async ({ query, countWaiting, commit }) => {
    await query(lock, values);
    const result = work();
    await eventually(async () => {
      if ((await countWaiting()) === 0) throw new Error('nobody waits for the row');
    });
    await query(change, values);
    await commit();
    return result;
  });
}

/** The tables that requests write a resource to, without audit rows, events and the use of credentials. */
const tables = [
  ...['users', 'organizations', 'organization_members', 'invitations', 'projects', 'project_members', 'labels'],
  ...['milestones', 'tasks', 'task_dependencies', 'comments'],
];

/**
 * Sends requests concurrently, so that each has read the data for its decision before the first of them writes: all
 * must wait to write, or for a row that another one has locked. A request that reads without a lock then decides by
 * data that will be overwritten.
 */
export function allAtOnce<Result>(
  url: string,
  requests: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  return holdingLocks(url, async ({ query, countWaiting, commit }) => {
    // Rows can still be read and locked.
    await query(`LOCK TABLE ${tables.join(', ')} IN SHARE MODE`);
    let settled = 0;
    const note = (): void => {
      settled += 1;
    };
    const sent = requests.map((send) => send());
    for (const one of sent) one.then(note, note);
    await eventually(async () => {
      if (settled + (await countWaiting()) < requests.length) throw new Error('some requests are still on their way');
    });
    await commit();
    return Promise.all(sent);
  });
}
