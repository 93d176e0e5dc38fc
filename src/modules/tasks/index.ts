// What other modules may use of tasks.
export { importDependency } from './dependency-import.service.ts';
export { exportedId, idExportedAs } from './imported-ids.policy.ts';
export { assigneeOf, findImported, importTask, type TaskToImport } from './task-import.service.ts';
export { moveTask } from './task-transitions.service.ts';
export { takeLabelOffTasks } from './task-labels.service.ts';
export { takeTasksOffMilestone } from './task-milestones.service.ts';
export { releaseTasksElsewhere } from './task-deletion.service.ts';
export { requireTask } from './task-access.service.ts';
export { unassignSome } from './task-unassignment.service.ts';
export { addTaskDependency } from './task-dependencies.service.ts';
export { createTask, updateTask } from './tasks.service.ts';
