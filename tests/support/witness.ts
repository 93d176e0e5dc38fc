import type { Subscriber } from '../../src/outbox/delivery.ts';
import type { Db } from '../../src/platform/database.ts';

/** Creates the table into which a witness inserts a row for each committed delivery. */
export async function createTestimony(db: Db): Promise<void> {
  await db.knex.raw('CREATE TABLE testimony (subscriber text, event_id uuid, type text)');
}

/** Returns the number of deliveries by event id. */
export async function testimonyOf(db: Db, subscriber: string): Promise<Map<string, number>> {
  const ids = await db.knex('testimony').where({ subscriber }).pluck<string[]>('event_id');
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Creates a subscriber to every event that stores each delivery, then runs `more`, which may throw. */
export function witness(name: string, more: (eventId: string) => Promise<void> = async () => undefined): Subscriber {
  return {
    name,
    events: 'all',
    handle: async (unit, event) => {
      await unit.db.knex('testimony').insert({ subscriber: name, event_id: event.id, type: event.type });
      await more(event.id);
    },
  };
}
