import type { JobTasks } from './job-context.ts';
import type { JobName } from './job-payloads.ts';

export type LaneName = 'own' | 'mail' | 'webhooks' | 'integrations';

interface Lane {
  /** The number of the lane's jobs that one process runs at a time. */
  readonly slots: number;
  /** The lane's jobs. Jobs that no lane lists run in `own`. */
  readonly jobs: readonly JobName[];
}

/**
 * The list of lanes. Jobs that call external servers run in the lane of that kind of server, so that a server that
 * hangs delays only jobs of the same kind. Jobs that use only the database run in `own`.
 */
export const lanes: Readonly<Record<LaneName, Lane>> = {
  own: { slots: 4, jobs: [] },
  mail: { slots: 2, jobs: ['mail.send'] },
  webhooks: { slots: 4, jobs: [] },
  integrations: { slots: 2, jobs: [] },
};

export const laneNames = Object.keys(lanes) as LaneName[];

export function laneOf(job: string): LaneName {
  return laneNames.find((name) => lanes[name].jobs.some((listed) => listed === job)) ?? 'own';
}

/** Groups tasks by lane. Lanes without tasks are absent. */
export function tasksByLane(tasks: JobTasks): ReadonlyMap<LaneName, JobTasks> {
  const found = new Map<LaneName, JobTasks>();
  for (const [name, task] of Object.entries(tasks)) {
    const lane = laneOf(name);
    found.set(lane, { ...found.get(lane), [name]: task });
  }
  return found;
}
