import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createIncidentsController } from './incidents.controller.ts';
import { createFollowUp, sweepIncidents } from './incidents.jobs.ts';

export function createIncidentsModule({ config, links, pager }: AppContext) {
  return {
    v2: createIncidentsController({ pager }),
    jobs: {
      'incidents.follow_up': createFollowUp({ ...config.incidents, ...links }),
      'incidents.sweep': sweepIncidents,
    },
    schedules: [
      { job: 'incidents.follow_up', cron: '* * * * *' },
      { job: 'incidents.sweep', cron: '55 3 * * *' },
    ],
  } satisfies Module;
}
