import { laneOf, lanes } from '../../../src/queue/lanes.ts';

/** Besides its pool, a process pings the database, and listens for changes to what it caches, each on a connection. */
const OWN = 2;
const used = Object.entries(lanes).filter(([name, { jobs }]) => jobs.length > 0 || name === laneOf('a job of no lane'));
/** A worker shows its presence on one connection; each lane that has jobs listens, fetches and completes on others. */
const WORK = 1 + used.reduce((sum, [, { slots }]) => sum + 1 + Math.ceil(slots / 2), 1);

/** Returns the greatest number of connections that a server or a worker opens to PostgreSQL. */
export function connectionsOf(component: 'server' | 'worker', poolMax: number): number {
  return poolMax + OWN + (component === 'worker' ? WORK : 0);
}
