import pg from 'pg';
import { eventually } from './eventually.ts';

/** A transaction of the test's own, which holds what requests then wait for. */
interface LockHolder {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<unknown>;
  /** How many connections of the database wait for a lock, whoever holds it. */
  readonly countWaiting: () => Promise<number>;
  readonly commit: () => Promise<void>;
}

/** Begins the transaction, and ends it and its connections after `work`. */
async function holdingLocks<Result>(url: string, work: (holder: LockHolder) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // Beside the transaction, within which the view of activity stands still.
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
  /** Locks the row that the work will wait for. */
  readonly lock: string;
  /** What has become of it when the work gets it. */
  readonly change: string;
  readonly values: readonly unknown[];
}

/** Does some work on a row that somebody else holds, changes and lets go while the work waits for it. */
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

/** What requests of one resource write to. Rows of other tables tell of the change, or that a credential was used. */
const tables = [
  ...['users', 'organizations', 'organization_members', 'invitations', 'projects', 'project_members', 'labels'],
  ...['milestones', 'tasks', 'task_dependencies', 'comments'],
];

/**
 * Sends requests so that each has read what it decides by before the first of them writes: nobody may write until all
 * wait to do so, or for a row that another holds. Who reads without a lock then decides by what will be overwritten.
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
