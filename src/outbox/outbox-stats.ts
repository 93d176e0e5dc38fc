import type { Db, Statement } from '../platform/database.ts';

interface OutboxStats {
  /** Rows that wait for the relay. */
  readonly depth: number;
  /** The age of the oldest row, which is the outbox lag; 0 if no row waits. */
  readonly oldestSeconds: number;
  /** Rows in `outbox_dead`. */
  readonly dead: number;
}

const READ: Statement = {
  name: 'outbox_stats',
  text: `SELECT count(*) AS depth, min(created_at) AS oldest_at, (SELECT count(*) FROM outbox_dead) AS dead FROM outbox`,
};

/** Reads the outbox statistics for the metrics. */
export async function readOutboxStats(db: Db, now: Date): Promise<OutboxStats> {
  const [row] = await db.query<{ depth: number; oldest_at: string | null; dead: number }>(READ, []);
  if (row === undefined) return { depth: 0, oldestSeconds: 0, dead: 0 };
  const ageMs = row.oldest_at === null ? 0 : now.getTime() - Date.parse(row.oldest_at);
  return { depth: row.depth, oldestSeconds: Math.max(0, ageMs / 1000), dead: row.dead };
}
