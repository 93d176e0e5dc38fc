import type { TasksHandlers } from '../../../generated/v1/handlers.ts';
import { paths } from '../../../generated/v1/paths.ts';
import type { TaskStatusV1, TaskV1 } from '../../../generated/v1/types.ts';
import type { Task, TaskStatus } from '../../../generated/v2/types.ts';
import { noContent, ok, paginationOf } from '../../contract/controller/responses.ts';
import { requireTask } from './task-access.service.ts';
import { deleteTask } from './release/task-deletion.service.ts';
import { completeTask, moveTask } from './changes/task-transitions.service.ts';
import * as tasks from './tasks.service.ts';

const presented: Readonly<Record<TaskStatus, TaskStatusV1>> = {
  backlog: 'open',
  todo: 'open',
  in_progress: 'in_progress',
  in_review: 'in_progress',
  done: 'done',
  cancelled: 'cancelled',
};

/** The status that each status of v1 maps to. A task that v1 already shows in the wanted status is not moved. */
const targets: Readonly<Record<TaskStatusV1, TaskStatus>> = {
  open: 'todo',
  in_progress: 'in_progress',
  done: 'done',
  cancelled: 'cancelled',
};

export function createTasksV1Controller(): TasksHandlers {
  return {
    async listTasks({ query }, unit) {
      const range = { limit: query.limit, offset: query.offset };
      const { status, project_id, assignee_id } = query;
      const filters = { project_id: listOf(project_id), assignee_id: listOf(assignee_id) };
      const statuses = status === undefined ? undefined : statusesOf(status);
      const { rows, total } = await tasks.listTasksByOffset(unit, { ...filters, status: statuses }, range);
      return ok({ data: rows.map(present), pagination: paginationOf(range, total) });
    },
    async createTask({ body }, unit) {
      const { project_id, ...input } = body;
      const task = await tasks.createTaskInNamedProject(unit, project_id, withoutEmptyText(input));
      return { status: 201, body: present(task), headers: { location: paths.getTask({ task_id: task.id }) } };
    },
    async getTask({ path }, unit) {
      const { resource: task } = await requireTask(unit, path.task_id);
      return ok(present(task));
    },
    async updateTask({ path, body }, unit) {
      const { status, ...edit } = body;
      const task = await tasks.updateTask(unit, path.task_id, withoutEmptyText(edit), undefined);
      if (status === undefined || presented[task.status] === status) return ok(present(task));
      return ok(present(await moveTask(unit, path.task_id, targets[status])));
    },
    async deleteTask({ path }, unit) {
      await deleteTask(unit, path.task_id, undefined);
      return noContent();
    },
    async completeTask({ path }, unit) {
      return ok(present(await completeTask(unit, path.task_id)));
    },
  };
}

function listOf(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id];
}

function present(task: Task): TaskV1 {
  return {
    id: task.id,
    project_id: task.project_id,
    number: task.number,
    title: task.title,
    description: task.description ?? '',
    status: presented[task.status],
    priority: task.priority,
    assignee_id: task.assignee_id,
    created_at: task.created_at,
    updated_at: task.updated_at,
  };
}

function statusesOf(status: TaskStatusV1): TaskStatus[] {
  return (Object.keys(presented) as TaskStatus[]).filter((candidate) => presented[candidate] === status);
}

/** v1 has no null: an empty description means none. */
function withoutEmptyText<Input extends { readonly description?: string | undefined }>(input: Input) {
  return { ...input, description: input.description === '' ? null : input.description };
}
