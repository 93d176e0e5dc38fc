import { problems } from '../../../../generated/problems.ts';
import type { TaskStatus } from '../../../../generated/v2/types.ts';

/** Status -> the statuses it may go to. */
const graph: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  backlog: ['todo', 'cancelled'],
  todo: ['backlog', 'in_progress', 'cancelled'],
  in_progress: ['todo', 'in_review', 'done', 'cancelled'],
  in_review: ['in_progress', 'done', 'cancelled'],
  done: ['in_progress'],
  cancelled: ['backlog'],
};

/** @throws AppError `invalid_transition` (409) */
export function assertTransition(from: TaskStatus, to: TaskStatus): void {
  if (!graph[from].includes(to)) throw problems.invalid_transition({ from, to });
}

/** The statuses on the shortest allowed way, without the start and with the end; empty where they are the same. */
export function shortestWay(from: TaskStatus, to: TaskStatus): readonly TaskStatus[] {
  const ways = new Map<TaskStatus, readonly TaskStatus[]>([[from, []]]);
  for (const [status, way] of ways) {
    if (status === to) return way;
    // The map is iterated in the order of insertion, also what is added meanwhile: a breadth-first search.
    for (const next of graph[status]) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  throw problems.invalid_transition({ from, to });
}

/** Whether a task in that status keeps those that wait for it from being done. */
export function isOpen(status: TaskStatus): boolean {
  return status !== 'done' && status !== 'cancelled';
}
