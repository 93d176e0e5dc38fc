import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createTaskCreation } from './changes/error-task.service.ts';
import { taskRemoval } from './changes/error-tasks.subscriber.ts';
import { createErrorsController } from './errors.controller.ts';
import { keptErrors } from './errors.keeping.ts';
import { sweep } from './sweep/error-sweep.jobs.ts';
import { createErrorsV1Controller } from './errors.v1.controller.ts';

export function createErrorsModule({ pager, links }: AppContext) {
  return {
    v2: createErrorsController({ pager, createTaskFromError: createTaskCreation(links.publicUrl) }),
    v1: createErrorsV1Controller(),
    kept: { v2: keptErrors },
    jobs: { 'errors.sweep': sweep },
    schedules: [{ job: 'errors.sweep', cron: '35 * * * *' }],
    subscribers: [taskRemoval],
  } satisfies Module;
}
