import type { Db, Statement } from '../platform/database.ts';

interface Unsealed {
  readonly rows: number;
  /** The age of the oldest row that is not in its chain yet; 0 if all are. */
  readonly oldestSeconds: number;
}

const READ: Statement = {
  name: 'audit_unsealed',
  text: 'SELECT count(*) AS rows, min(created_at) AS oldest_at FROM audit_log WHERE sequence IS NULL',
};

/** Reads how many audit rows wait for their seal. */
export async function readUnsealed(db: Db, now: Date): Promise<Unsealed> {
  const [row] = await db.query<{ rows: number; oldest_at: string | null }>(READ, []);
  if (row === undefined || row.oldest_at === null) return { rows: 0, oldestSeconds: 0 };
  return { rows: row.rows, oldestSeconds: Math.max(0, (now.getTime() - Date.parse(row.oldest_at)) / 1000) };
}
