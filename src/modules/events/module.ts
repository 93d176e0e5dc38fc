import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createEventsController } from './events.controller.ts';
import { createEventSweep, eraseProjectEvents, mergeEventCounts } from './events.jobs.ts';
import { projectErasure } from './events.subscriber.ts';
import { createEventsV1Controller } from './events.v1.controller.ts';

export function createEventsModule({ config, pager }: AppContext) {
  return {
    v2: createEventsController({ pager }),
    v1: createEventsV1Controller(),
    jobs: {
      'events.merge_counts': mergeEventCounts,
      'events.sweep': createEventSweep(config.eventRetentionDays),
      'events.erase_project': eraseProjectEvents,
    },
    schedules: [
      { job: 'events.merge_counts', cron: '* * * * *' },
      { job: 'events.sweep', cron: '50 * * * *' },
    ],
    subscribers: [projectErasure],
  } satisfies Module;
}
