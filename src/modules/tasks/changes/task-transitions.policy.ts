import { problems } from '../../../../generated/problems.ts';
import type { TaskStatus } from '../../../../generated/v2/types.ts';

/** For each status, the statuses that may follow it. */
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

/**
 * Returns the statuses on the shortest allowed path, without the start and with the end; empty if start and end are
 * equal.
 */
export function shortestWay(from: TaskStatus, to: TaskStatus): readonly TaskStatus[] {
  const ways = new Map<TaskStatus, readonly TaskStatus[]>([[from, []]]);
  for (const [status, way] of ways) {
    if (status === to) return way;
    // A breadth-first search: a Map is iterated in the order of insertion, entries added meanwhile included.
    for (const next of graph[status]) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  throw problems.invalid_transition({ from, to });
}

/** Returns whether a task in that status blocks the tasks that depend on it. */
export function isOpen(status: TaskStatus): boolean {
  return status !== 'done' && status !== 'cancelled';
}
