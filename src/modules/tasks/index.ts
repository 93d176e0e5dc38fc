// What other modules may use of tasks.
export { importDependency } from './import/dependency-import.service.ts';
export { exportedId, idExportedAs } from './import/imported-ids.policy.ts';
export {
  assigneeOf,
  findImported,
  importTask,
  recogniseTask,
  type TaskToImport,
} from './import/task-import.service.ts';
export type { TaskIdentity } from './import/task-import.types.ts';
export { moveTask } from './changes/task-transitions.service.ts';
export { takeLabelOffTasks } from './release/task-labels.service.ts';
export { takeTasksOffMilestone } from './release/task-milestones.service.ts';
export { releaseTasksElsewhere } from './release/task-deletion.service.ts';
export { requireTask } from './task-access.service.ts';
export { releasingActor } from './release/task-unassignment.policy.ts';
export { unassignSome } from './release/task-unassignment.service.ts';
export { addTaskDependency } from './dependencies/task-dependencies.service.ts';
export { assertAssignable, createTask, updateTask } from './tasks.service.ts';
export { findAssignable } from './tasks.repository.ts';
