import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createTaskCreation } from './changes/error-task.service.ts';
import { taskRemoval } from './changes/error-tasks.subscriber.ts';
import { createErrorsController } from './errors.controller.ts';
import { keptErrors } from './errors.keeping.ts';
import { createErrorsV1Controller } from './errors.v1.controller.ts';
import { sweepAssignees, unassignFormerMember } from './assignment/error-unassignment.jobs.ts';
import { unassignment } from './assignment/error-unassignment.subscriber.ts';
import { sweep } from './sweep/error-sweep.jobs.ts';
import { createReportCounter } from './taking/report-counter.service.ts';

export function createErrorsModule({ metrics, pager, links }: AppContext) {
  const count = createReportCounter(metrics, ['api', 'v1']);
  return {
    v2: createErrorsController({ pager, createTaskFromError: createTaskCreation(links.publicUrl), count }),
    v1: createErrorsV1Controller(count),
    kept: { v2: keptErrors },
    jobs: { 'errors.sweep': sweep, 'errors.unassign': unassignFormerMember, 'errors.sweep_assignees': sweepAssignees },
    schedules: [
      { job: 'errors.sweep', cron: '35 * * * *' },
      { job: 'errors.sweep_assignees', cron: '58 * * * *' },
    ],
    subscribers: [taskRemoval, unassignment],
  } satisfies Module;
}
