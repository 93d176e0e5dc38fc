import type { TasksHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import { requireTask } from './task-access.service.ts';
import { bulkTasks } from './bulk/task-bulk.service.ts';
import { deleteTask } from './release/task-deletion.service.ts';
import { transitionTask } from './changes/task-transitions.service.ts';
import * as tasks from './tasks.service.ts';
import type { DependencyOperation } from './tasks.types.ts';

type OwnHandlers = Omit<TasksHandlers, DependencyOperation>;

export function createTasksController({ pager }: { readonly pager: Pager }): OwnHandlers {
  return {
    async listProjectTasks({ path, query }, unit) {
      const list = paths.listProjectTasks(path);
      const slice = await tasks.listProjectTasks(unit, path.project_id, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async createTask({ path, body }, unit) {
      const task = await tasks.createTask(unit, path.project_id, body);
      return created(task, paths.getTask({ task_id: task.id }));
    },
    async listTasks({ query }, unit) {
      const list = paths.listTasks();
      const slice = await tasks.listTasks(unit, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async getTask({ path }, unit) {
      const { resource: task } = await requireTask(unit, path.task_id);
      return okVersioned(task);
    },
    async updateTask({ path, precondition, body }, unit) {
      return okVersioned(await tasks.updateTask(unit, path.task_id, body, precondition));
    },
    async deleteTask({ path, precondition }, unit) {
      await deleteTask(unit, path.task_id, precondition);
      return noContent();
    },
    async transitionTask({ path, precondition, body }, unit) {
      return okVersioned(await transitionTask(unit, path.task_id, body, precondition));
    },
    async bulkTasks({ body }, unit) {
      return { status: 207, body: await bulkTasks(unit, body) };
    },
    async listTaskHistory({ path, query }, unit) {
      const list = paths.listTaskHistory(path);
      const slice = await tasks.listTaskHistory(unit, path.task_id, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
  };
}
