// What other modules may use of tasks.
export { takeLabelOffTasks } from './task-labels.service.ts';
export { requireTask } from './tasks.service.ts';
