import type { JobTasks } from './job-context.ts';
import type { JobName } from './job-payloads.ts';

export type LaneName = 'own' | 'mail' | 'webhooks' | 'integrations';

interface Lane {
  /** Jobs of the lane that one worker runs at a time. */
  readonly slots: number;
  /** The jobs that run in it; `own` takes those that no other lane names. */
  readonly jobs: readonly JobName[];
}

/**
 * THE list of lanes. A job that waits for a server of somebody else's runs in a lane of that kind of server, so that one
 * that hangs delays only its own kind. Work on the database alone is `own`.
 */
export const lanes: Readonly<Record<LaneName, Lane>> = {
  own: { slots: 4, jobs: [] },
  mail: { slots: 2, jobs: ['mail.send'] },
  webhooks: { slots: 4, jobs: [] },
  integrations: { slots: 2, jobs: [] },
};

export const laneNames = Object.keys(lanes) as LaneName[];

export function laneOf(job: string): LaneName {
  return laneNames.find((name) => lanes[name].jobs.some((one) => one === job)) ?? 'own';
}

/** The tasks of each lane that has some. */
export function tasksByLane(tasks: JobTasks): ReadonlyMap<LaneName, JobTasks> {
  const found = new Map<LaneName, JobTasks>();
  for (const [name, task] of Object.entries(tasks)) {
    const lane = laneOf(name);
    found.set(lane, { ...found.get(lane), [name]: task });
  }
  return found;
}
