import { lanes } from '../../../src/queue/lanes.ts';

/** Besides its pool, a process pings the database on a connection of its own. */
const PING = 1;
/** A worker shows its presence on one connection, and each lane listens, fetches and completes on others. */
const WORK = 1 + Object.values(lanes).reduce((sum, { slots }) => sum + 1 + Math.ceil(slots / 2), 1);

/** Returns the greatest number of connections that a server or a worker opens to PostgreSQL. */
export function connectionsOf(component: 'server' | 'worker', poolMax: number): number {
  return poolMax + PING + (component === 'worker' ? WORK : 0);
}
