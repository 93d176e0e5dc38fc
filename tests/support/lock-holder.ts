import pg from 'pg';
import { eventually } from './eventually.ts';

/** An open transaction whose locks block requests. */
interface LockHolder {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<unknown>;
  /** Returns how many connections of the database wait for any lock. */
  readonly countWaiting: () => Promise<number>;
  readonly commit: () => Promise<void>;
}

/** Opens the transaction, and closes its connections after `work`. */
async function holdingLocks<Result>(url: string, work: (holder: LockHolder) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // A separate connection, because pg_stat_activity does not change within a transaction.
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
  /** Statement that locks the row for which the work waits. */
  readonly lock: string;
  /** Statement that changes the row before the work gets the lock. */
  readonly change: string;
  readonly values: readonly unknown[];
}

/** Runs work that needs a locked row. While the work waits, another transaction changes the row and commits. */
export function changedWhileWaiting<Result>(
  url: string,
  { lock, change, values }: Meanwhile,
  work: () => Promise<Result>,
): Promise<Result> {
  return holdingLocks(url, async ({ query, countWaiting, commit }) => {
    await query(lock, values);
    const result = work();
    await eventually(async () => {
      if ((await countWaiting()) === 0) throw new Error('no connection waits for the row');
    });
    await query(change, values);
    await commit();
    return result;
  });
}

/** The tables of resources, without audit rows, events and the usage of credentials. */
const tables = [
  ...['users', 'organizations', 'organization_members', 'invitations', 'projects', 'project_members', 'labels'],
  ...['milestones', 'tasks', 'task_dependencies', 'comments'],
];

/**
 * Sends requests concurrently, and blocks their writes until each request waits for a lock. So each one has read the
 * data for its decision before the first one writes. A request that reads without a lock then decides on outdated data.
 */
export function allAtOnce<Result>(
  url: string,
  requests: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  return holdingLocks(url, async ({ query, countWaiting, commit }) => {
    // SHARE mode blocks writes. Rows can still be read and locked.
    await query(`LOCK TABLE ${tables.join(', ')} IN SHARE MODE`);
    let settled = 0;
    const countSettled = (): void => {
      settled += 1;
    };
    const sent = requests.map((send) => send());
    for (const request of sent) request.then(countSettled, countSettled);
    await eventually(async () => {
      if (settled + (await countWaiting()) < requests.length)
        throw new Error('some requests do not wait for a lock yet');
    });
    await commit();
    return Promise.all(sent);
  });
}
