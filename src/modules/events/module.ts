import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createEventsController } from './events.controller.ts';
import { createEventSweep, eraseProjectEvents, mergeEventCounts } from './events.jobs.ts';
import { projectErasure } from './events.subscriber.ts';
import { createEventsV1Controller } from './events.v1.controller.ts';
import { createEventCounter } from './intake/event-counter.service.ts';

export function createEventsModule({ config, metrics, pager }: AppContext) {
  const countEvents = createEventCounter(metrics);
  return {
    v2: createEventsController({ pager, countEvents }),
    v1: createEventsV1Controller(countEvents),
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
