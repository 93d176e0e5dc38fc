import type { TasksHandlers as TasksV1Handlers } from '../../../generated/v1/handlers.ts';
import type { TasksHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRule, KeepingRules, KeptCall } from '../../contract/controller/keeping.ts';
import { AUTHORS, projectsTags, projectTags } from '../projects/index.ts';

const task: KeepingRule<{ readonly id: string; readonly project_id: string }> = {
  kind: 'resource',
  tagsOf: ({ id, project_id }, { actor }) => [`task:${id}`, ...projectTags(project_id, actor), AUTHORS],
};

const list: KeepingRule = {
  kind: 'resource',
  tagsOf: (_body, call) => [...tasksOfAll(call.actor), ...blockersOf(call), AUTHORS],
};

/** A list below a task contains the task's id in no row if it is empty. The path names it. */
const belowTask: KeepingRule['tagsOf'] = (_body, { actor, path }) => [
  `task:${String(path['task_id'])}`,
  ...projectsTags(actor),
  AUTHORS,
];

export const keptTasks = {
  v2: {
    getTask: task,
    listTasks: list,
    listProjectTasks: {
      kind: 'resource',
      tagsOf: (_body, call) => [
        `task@${String(call.path['project_id'])}`,
        ...projectTags(call.path['project_id'], call.actor),
        ...blockersOf(call),
        AUTHORS,
      ],
    },
    listTaskHistory: { kind: 'resource', tagsOf: belowTask },
    listTaskDependencies: {
      kind: 'resource',
      // The tasks at the other end can be in any project of the organization.
      tagsOf: (body, call) => [
        ...(belowTask(body, call) ?? []),
        ...[`dependency@${call.actor.organization_id}`, `task@${call.actor.organization_id}`],
      ],
    },
  } satisfies KeepingRules<TasksHandlers>,
  v1: { getTask: task, listTasks: list } satisfies KeepingRules<TasksV1Handlers>,
};

function tasksOfAll(actor: KeptCall['actor']): string[] {
  return [`task@${actor.organization_id}`, ...projectsTags(actor)];
}

/** Whether a task is blocked depends on tasks in any project of the organization, visible or not. */
function blockersOf({ actor: { organization_id }, query }: KeptCall): string[] {
  return query['blocked'] === undefined ? [] : [`task@${organization_id}`, `dependency@${organization_id}`];
}
