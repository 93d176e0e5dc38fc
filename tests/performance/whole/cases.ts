import { createRandom } from './load/random.ts';
import { createRequests, getAnyTask, type BenchRequest } from './load/requests.ts';
import type { Part, World } from './load/world.ts';

/** A row of the table of docs/performance.md. */
export interface BenchCase {
  readonly name: string;
  readonly title: string;
  /** Statuses of the responses. */
  readonly statuses: readonly number[];
  /** Sent in this order, from the beginning again after the last one. */
  readonly requests: readonly BenchRequest[];
}

export const SEED = 42;
/** Requests of a case on the hot set. */
const HOT_REQUESTS = 20_000;

const liveness: BenchRequest = { method: 'GET', path: '/health/liveness', headers: {} };

/** The cases, each with the same requests for every subject and in every run. */
export function createCases({ parts, tasks }: World): readonly BenchCase[] {
  const random = createRandom(SEED);
  const kinds = createRequests(random);
  const hot = (build: (part: Part) => BenchRequest): BenchRequest[] =>
    Array.from({ length: HOT_REQUESTS }, (_, index) => build(parts[index % parts.length]!));
  return [
    { name: 'getTask', title: 'getTask, hot set', statuses: [200], requests: hot(kinds.getTask) },
    {
      name: 'getTask-cold',
      title: `getTask, walk over ${tasks.length} tasks`,
      statuses: [200],
      requests: shuffle(tasks, random).map(getAnyTask),
    },
    { name: 'revalidation', title: 'getTask, unchanged (304)', statuses: [304], requests: hot(kinds.revalidateTask) },
    { name: 'list', title: 'listProjectTasks, 20 of 2 states', statuses: [200], requests: hot(kinds.listProjectTasks) },
    { name: 'createTask', title: 'createTask', statuses: [201], requests: hot(kinds.createTask) },
    { name: 'mix', title: 'mix, 95 % reads', statuses: [200, 201], requests: hot(kinds.mix(0.95)) },
    { name: 'heavy', title: 'heavy mix, 80 % reads', statuses: [200, 201], requests: hot(kinds.mix(0.8)) },
    { name: 'liveness', title: 'liveness', statuses: [200], requests: [liveness] },
  ];
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
