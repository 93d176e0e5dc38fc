import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createTaskDependenciesController } from './dependencies/task-dependencies.controller.ts';
import { sweepAssignees, unassignFormerMember } from './release/task-unassignment.jobs.ts';
import { unassignment } from './release/task-unassignment.subscriber.ts';
import { resolveTaskId } from './task-keys.service.ts';
import { createTasksController } from './tasks.controller.ts';
import { createTasksV1Controller } from './tasks.v1.controller.ts';
import { keptTasks } from './tasks.keeping.ts';

export function createTasksModule({ pager }: AppContext) {
  return {
    v2: { ...createTasksController({ pager }), ...createTaskDependenciesController({ pager }) },
    v1: createTasksV1Controller(),
    kept: keptTasks,
    resolvers: { task_id: resolveTaskId, blocking_task_id: resolveTaskId },
    jobs: { 'tasks.unassign': unassignFormerMember, 'tasks.sweep_assignees': sweepAssignees },
    schedules: [{ job: 'tasks.sweep_assignees', cron: '55 * * * *' }],
    subscribers: [unassignment],
  } satisfies Module;
}
