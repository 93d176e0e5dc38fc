import pg from 'pg';
import { eventually } from './eventually.ts';

interface Meanwhile {
  /** Locks the row that the work will wait for. */
  readonly lock: string;
  /** What has become of it when the work gets it. */
  readonly change: string;
  readonly values: readonly unknown[];
}

/** Does some work on a row that somebody else holds, changes and lets go while the work waits for it. */
export async function changedWhileWaiting<Result>(
  url: string,
  { lock, change, values }: Meanwhile,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(lock, [...values]);
    const [{ pid } = { pid: 0 }] = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows;
    const result = work();
    await eventually(async () => {
      const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))', [
        pid,
      ]);
      if (rowCount === 0) throw new Error('nobody waits for the row');
    });
    await client.query(change, [...values]);
    await client.query('COMMIT');
    return await result;
  } finally {
    await client.end();
  }
}
