import type { TasksHandlers } from '../../../../generated/v2/handlers.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import type { Pager } from '../../../contract/controller/pager.ts';
import { noContent, ok } from '../../../contract/controller/responses.ts';
import * as dependencies from './task-dependencies.service.ts';
import type { DependencyOperation } from '../tasks.types.ts';

type TaskDependenciesHandlers = Pick<TasksHandlers, DependencyOperation>;

export function createTaskDependenciesController({ pager }: { readonly pager: Pager }): TaskDependenciesHandlers {
  return {
    async listTaskDependencies({ path, query }, unit) {
      const list = paths.listTaskDependencies(path);
      const { direction } = query;
      const page = pager.read(list, query);
      const slice = await dependencies.listTaskDependencies(unit, path.task_id, direction, page);
      return pager.respond(list, query, slice);
    },
    async addTaskDependency({ path, precondition }, unit) {
      return ok(await dependencies.addTaskDependency(unit, path.task_id, path.blocking_task_id, precondition));
    },
    async removeTaskDependency({ path }, unit) {
      await dependencies.removeTaskDependency(unit, path.task_id, path.blocking_task_id);
      return noContent();
    },
  };
}
