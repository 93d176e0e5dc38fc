import type { Db, Statement } from '../platform/database.ts';

const CREATE: Statement = {
  name: 'events_create_partitions',
  text: 'SELECT create_event_partitions($1::date, $2) AS created',
};

/** Creates missing partitions of `events` for this month and the next two. Returns the number created. Run daily. */
export async function createEventPartitions(db: Db, now: Date): Promise<number> {
  const [row] = await db.query<{ created: number }>(CREATE, [now.toISOString().slice(0, 10), 3]);
  return row?.created ?? 0;
}
